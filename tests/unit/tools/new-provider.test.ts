import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findGaps } from '../../tools/new-provider/gaps.ts';
import { kindsIn } from '../../tools/new-provider/lists.ts';
import { fillIns } from './example-iot/fill-ins.ts';

/* `npm run new-provider` in a copy of the project. */

const copied = [
  'public/vocabulary.json',
  ...[
    'components',
    'entrypoints',
    'utils',
    'locales',
    'docs',
    'tests/sandbox',
    'tests/tools',
    'tests/unit/providers',
    'tests/unit/support',
  ],
  ...['.wxt', '.gitignore', 'biome.json', 'package.json', 'tsconfig.json'],
];
const locales = globSync('locales/*.yml');
/** Alone all of this takes about ten seconds; beside others on two cores a test may take a minute. */
const timeoutMs = 120_000;

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'new-provider-'));
  for (const each of copied) cpSync(each, path.join(root, each), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  // Without WXT: no provider needs it. The cache stays out of the shared node_modules.
  const config = { cacheDir: '.vite', test: { include: ['tests/unit/**/*.test.ts'] } };
  writeFileSync(path.join(root, 'vitest.config.ts'), `export default ${JSON.stringify(config)};`);
}, timeoutMs);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ status: number; output: string }> {
  const env = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$|FORCE_COLOR)/.test(name));
  const options = { cwd: root, env: { ...Object.fromEntries(env), NO_COLOR: '1' } };
  return new Promise((done) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) =>
      done({ status: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

const newProvider = (...args: string[]) => run('tests/tools/new-provider.ts', ...args);

/** Of the tests that all providers pass, and of its own, those with these names. */
function testNewProvider(names: string) {
  const files = ['registry', 'contract', 'fuzz', 'iot/example-iot'].map(
    (name) => `tests/unit/providers/${name}.test.ts`,
  );
  return run('node_modules/vitest/vitest.mjs', 'run', ...files, '-t', names);
}

/** Of the invented provider alone: another may be in the making. */
const gapsOf = (id: string) => findGaps(root).filter((gap) => gap.startsWith(`${id}: `));

function change(file: string, replace: (text: string) => string): void {
  const name = path.join(root, file);
  writeFileSync(name, replace(readFileSync(name, 'utf8')));
}

test('an id that exists, a reserved one and an unknown kind are refused, and nothing is written', {
  timeout: timeoutMs,
}, async () => {
  const [existing, reserved, noKind, oneArgument] = await Promise.all([
    newProvider('emnify', 'iot'),
    newProvider('class', 'iot'),
    newProvider('example-iot', 'account-api'),
    newProvider('example-iot'),
  ]);
  expect(existing).toEqual({ status: 1, output: '"emnify" exists already.\n' });
  expect(reserved).toEqual({ status: 1, output: '"class" is reserved.\n' });
  expect(noKind.output).toContain('"account-api" is no kind of provider; there are ');
  expect(oneArgument.output).toContain('Usage: npm run new-provider -- <id> <kind>');
  expect([noKind.status, oneArgument.status]).toEqual([1, 1]);
  expect(gapsOf('example-iot')).toEqual([]);
});

test('a new provider names its gaps in the tests, and passes them once they are filled in', {
  timeout: timeoutMs,
}, async () => {
  const { output: written } = await newProvider('example-iot', 'iot');
  const gaps = gapsOf('example-iot');
  const inLocales = gaps.filter((gap) => / text `(for|asks)`$/.test(gap));
  expect(inLocales.slice(0, 2)).toEqual(['example-iot: no English text `for`', 'example-iot: no English text `asks`']);
  expect(inLocales).toHaveLength(2 * locales.length);
  expect(gaps.filter((gap) => !inLocales.includes(gap))).toEqual([
    'example-iot: adapter names neither its source nor the units of its amounts and times',
    'example-iot: wire schema still accepts anything',
    'example-iot: adapter has no address yet',
    'example-iot: table row does not say whom it is for',
    'example-iot: table row says nothing of what it shows',
    'example-iot: table row does not say how well it is known',
    'example-iot: mirror has no routes yet',
    'example-iot: no recorded answer yet in tests/unit/providers/iot/example-iot.test.ts',
  ]);
  for (const gap of gaps) expect(written).toContain(gap);

  const unfilled = await testNewProvider('example-iot:|recorded answer|left to fill in|in the same order');
  expect(unfilled.status).toBe(1);
  for (const gap of gaps) expect(unfilled.output).toContain(gap);

  const recorded = readFileSync('tests/unit/tools/example-iot/recorded-answer.json', 'utf8').trim();
  for (const [file, replacements] of Object.entries(fillIns(recorded))) {
    for (const [old, filled] of replacements) {
      change(file, (text) => {
        expect(text.split(old), `${old} in ${file}`).toHaveLength(2);
        return text.replace(old, () => filled);
      });
    }
  }
  for (const locale of locales) change(locale, (text) => text.replace(/'fill in: .*'/g, 'Invented for a test.'));
  expect(gapsOf('example-iot')).toEqual([]);
  const { status, output } = await testNewProvider('example-iot:|recorded answer|in the same order');
  expect([status, output]).toEqual([0, expect.stringMatching(/Tests {2}\d+ passed/)]);
});

test('what is laid out for each kind passes the compiler and the linter', { timeout: timeoutMs }, async () => {
  const kinds = kindsIn(readFileSync('utils/providers/registry.ts', 'utf8'));
  const files: string[] = [];
  for (const kind of kinds) {
    const { status, output } = await newProvider(`sample-${kind}`, kind);
    expect([status, output]).toEqual([0, expect.stringContaining(`sample-${kind}: `)]);
    files.push(...[...output.matchAll(/^ {2}(\S+\.ts)$/gm)].map(([, file = '']) => file));
  }
  expect(files.length).toBeGreaterThan(4 * kinds.length);
  const config = { extends: './tsconfig.json', include: [], files: [...new Set(files)] };
  writeFileSync(path.join(root, 'tsconfig.new.json'), JSON.stringify(config));
  expect(await run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.new.json')).toEqual({ status: 0, output: '' });
  const linted = await run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...files);
  expect(linted.output).toContain('No fixes applied');
  expect(linted.status).toBe(0);
});
