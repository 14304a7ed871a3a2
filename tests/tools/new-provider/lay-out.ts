import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiKeyAdapter, enteredAdapter, hotspotAdapter } from './adapter-templates.ts';
import { addToLocale, addToRegistry, addToSubjects, addToTable, kindsIn, lastOfKind } from './lists.ts';
import { type NewProvider, toIdentifier, toTitle, validateId } from './provider-id.ts';
import * as tests from './test-templates.ts';

type Template = (provider: NewProvider) => string;
/** `mirror` null: nothing is fetched. `test`: `file` is its own path. */
type Shape = {
  adapter: Template;
  mirror: Template | null;
  subject: Template;
  test: (provider: NewProvider, file: string) => string;
};

const apiKeyShape: Shape = {
  adapter: apiKeyAdapter,
  mirror: tests.apiKeyMirror,
  subject: tests.apiKeySubject,
  test: (provider, file) => tests.recordedTest(provider, file, "{ iccid: '8946010000000000017', key: 'key' }"),
};

/** The shapes of kinds without an API key; all others have `apiKeyShape`. */
const shapes: Record<string, Shape> = {
  hotspots: {
    adapter: hotspotAdapter,
    mirror: tests.hotspotMirror,
    subject: tests.hotspotSubject,
    test: (provider, file) => tests.recordedTest(provider, file, "{ address: '192.168.1.1' }"),
  },
  entered: {
    adapter: enteredAdapter,
    mirror: null,
    subject: tests.enteredSubject,
    test: tests.enteredTest,
  },
};

const registryFile = 'utils/providers/registry.ts';
const testsFolder = 'tests/unit/providers';
const subjectsFile = 'tests/unit/providers/subjects/index.ts';
const tableFile = 'docs/providers.md';

/**
 * Writes the files of a new provider into the project at `root`, and returns their paths. Validates before it writes.
 */
export function layOutProvider(root: string, id: string, kind: string): string[] {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const registry = read(registryFile);
  const kinds = kindsIn(registry);
  if (!kinds.includes(kind)) throw new Error(`"${kind}" is no kind of provider; there are ${kinds.join(', ')}.`);
  const problem = validateId(id, takenNames(root));
  if (problem !== null) throw new Error(problem);

  const provider = { id, kind, name: toIdentifier(id), title: toTitle(id) };
  const previousId = lastOfKind(registry, kind);
  const { adapter, mirror, subject, test } = shapes[kind] ?? apiKeyShape;
  // A folder may not hold only one file.
  const testFolder = existsSync(path.join(root, testsFolder, kind)) ? `${testsFolder}/${kind}` : testsFolder;
  const testFile = `${testFolder}/${id}.test.ts`;
  const files: Record<string, string> = {
    [`utils/providers/${kind}/${id}.ts`]: adapter(provider),
    ...(mirror ? { [`tests/sandbox/mirrors/${kind}/${id}.ts`]: mirror(provider) } : {}),
    [`tests/unit/providers/subjects/${kind}/${id}.ts`]: subject(provider),
    [testFile]: test(provider, testFile),
    [registryFile]: addToRegistry(registry, provider, previousId),
    [subjectsFile]: addToSubjects(read(subjectsFile), provider, previousId),
    [tableFile]: addToTable(read(tableFile), provider, previousId),
  };
  for (const locale of globSync('locales/*.yml', { cwd: root })) files[locale] = addToLocale(read(locale), provider);

  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  format(root, Object.keys(files));
  return Object.keys(files);
}

/** The names of all files of the extension, which include the ids of providers: no two may have the same name. */
function takenNames(root: string): Set<string> {
  const files = globSync('{components,entrypoints,utils}/**/*.*', { cwd: root });
  return new Set(
    files.map((file) =>
      path
        .basename(file)
        .replace(/\.\w+$/, '')
        .toLowerCase(),
    ),
  );
}

/** Sorts the imports and wraps long lines. */
function format(root: string, files: string[]): void {
  const code = files.filter((file) => file.endsWith('.ts'));
  const biome = path.resolve(root, 'node_modules/@biomejs/biome/bin/biome');
  const { status, stderr } = spawnSync(process.execPath, [biome, 'check', '--write', ...code], { cwd: root });
  if (status !== 0) throw new Error(`Biome could not format the new files: ${stderr}`);
}
