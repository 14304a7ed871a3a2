import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { files, importsOf, sources } from './support/source-imports.ts';

/* The import table, kept by a test: where a file lies says what it may know. */

/** What a folder's files may import: folders, files, packages. */
const table: [RegExp, RegExp][] = [
  [/^utils\/core\/storage\//, /^(valibot$|utils\/core\/)/],
  [/^utils\/core\//, /^(utils\/core\/|public\/vocabulary\.json$)/],
  [/^utils\/providers\/http\/client\.ts$/, /^(ky$|utils\/core\/|utils\/providers\/)/],
  [/^utils\/providers\//, /^(valibot$|utils\/core\/|utils\/providers\/)/],
  [/^utils\/browser\/browser\.ts$/, /^webextension-polyfill$/],
  [/^utils\/browser\/i18n\.ts$/, /^(#i18n$|utils\/core\/|utils\/browser\/)/],
  [/^utils\/browser\//, /^(utils\/core\/|utils\/browser\/)/],
  [
    /^components\//,
    /^(preact|components\/|utils\/core\/|utils\/browser\/(storage-keys|storage|messages|i18n|permissions|active-tab)\.ts$)/,
  ],
  // Views are rendered there to text.
  [
    /^entrypoints\/background\/popup\/first-screen-part\.ts$/,
    /^(utils\/|entrypoints\/background\/|components\/popup\/first\/make-first-screen\.tsx$)/,
  ],
  [/^entrypoints\/background\//, /^(wxt\/|utils\/|entrypoints\/background\/)/],
  [/^entrypoints\/(page-|offscreen\/)/, /^(wxt\/|utils\/(core\/(page|values)|browser\/page)\/|entrypoints\/page-)/],
  [/^entrypoints\//, /^(preact|components\/|utils\/core\/|utils\/browser\/)/],
  [/^tests\/sandbox\//, /^(node:|hono|@hono\/|tests\/sandbox\/)/],
];

/** What imports what, of files or of what `nodeOf` makes of them. */
function importGraph(nodeOf: (file: string) => string): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const file of sources) {
    const node = nodeOf(file);
    const targets = graph.get(node) ?? new Set<string>();
    for (const { from } of importsOf(file)) {
      if (sources.includes(from) && nodeOf(from) !== node) targets.add(nodeOf(from));
    }
    graph.set(node, targets);
  }
  return graph;
}

/** One circle for each way back that a depth-first walk finds. */
function circlesOf(graph: Map<string, Set<string>>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, above: string[]): void => {
    if (above.includes(node)) circles.push([...above.slice(above.indexOf(node)), node].join(' → '));
    if (above.includes(node) || done.has(node)) return;
    for (const target of graph.get(node) ?? []) visit(target, [...above, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return circles;
}

describe('an import', () => {
  test.each(files.filter((file) => table.some(([folder]) => folder.test(file))))(
    'of %s is one its folder may have',
    (file) => {
      const allowed = table.find(([folder]) => folder.test(file))?.[1] ?? /^$/;
      expect(importsOf(file).filter(({ from }) => !allowed.test(from))).toEqual([]);
    },
  );

  test.each([
    ['webextension-polyfill', ['utils/browser/browser.ts']],
    ['#i18n', ['utils/browser/i18n.ts']],
    ['ky', ['utils/providers/http/client.ts']],
  ])('of %s stands in one file alone', (name, where) => {
    expect(sources.filter((file) => importsOf(file).some(({ from }) => from === name))).toEqual(where);
  });

  test('of an adapter is never another adapter', () => {
    const adapters = importsOf('utils/providers/registry.ts')
      .map(({ from }) => from)
      .filter((from) => /^utils\/providers\/(?!adapter\/)/.test(from));
    const among = adapters.flatMap((file) => importsOf(file).filter(({ from }) => adapters.includes(from)));
    expect(adapters.length).toBeGreaterThan(10);
    expect(among).toEqual([]);
  });

  test('is never made while running by a name that this table could not see', () => {
    const hidden = /\bimport\((?!'\.[^']+'\))|\brequire\(/;
    expect(sources.filter((file) => hidden.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('goes in no circle, of types neither', () => {
    expect(circlesOf(importGraph((file) => file))).toEqual([]);
  });

  test('goes one way between two folders', () => {
    expect(circlesOf(importGraph((file) => path.posix.dirname(file)))).toEqual([]);
  });
});

/** The files of the extension that import this name, from whatever file. */
function importersOf(name: string): string[] {
  const isImported = new RegExp(`^import\\s[^;]*?\\b${name}\\b[^;]*?\\sfrom\\s`, 'm');
  return sources.filter((file) => isImported.test(readFileSync(file, 'utf8')));
}

describe('7.3 what is stored', () => {
  test.each([
    ['setStored', ['entrypoints/background/state/raw-values.ts']],
    ['removeStored', ['entrypoints/background/state/raw-values.ts']],
    ['createAccount', ['entrypoints/background/connect/add-account.ts', 'entrypoints/background/undo/undo-last.ts']],
    ['removeAccounts', ['entrypoints/background/accounts/delete-account.ts']],
  ])('has no other writer: %s is used in one place', (name, where) => {
    expect(importersOf(name).sort()).toEqual(where);
  });

  test('is reached by one file alone, and by no other storage', () => {
    const names =
      /\bstorage\s*\??\.\s*\??\[?(local|session|sync|area)\b|\bbrowser\.storage|(local|session)Storage|indexedDB/;
    expect(sources.filter((file) => names.test(readFileSync(file, 'utf8')))).toEqual(['utils/browser/storage.ts']);
  });
});

describe('a folder', () => {
  /** Folder → the files and folders in it. */
  const entries = new Map<string, Set<string>>();
  for (const file of globSync('{components,entrypoints,utils,tests,docs}/**/*.*').map((name) =>
    name.replaceAll('\\', '/'),
  )) {
    const parts = file.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ''));
    }
  }
  const filesIn = (folder: string) =>
    [...(entries.get(folder) ?? [])].filter((name) => !entries.has(`${folder}/${name}`));

  /** Topics that have their folder for what comes to them next. */
  const begun = ['entrypoints/background/manual', 'entrypoints/background/offers'];

  test('holds 16 files at most, but for the one of account pages', () => {
    expect([...entries.keys()].filter((name) => filesIn(name).length > 16)).toEqual(['tests/pages/small']);
  });

  test('holds more than one file', () => {
    const alone = [...entries].filter(([folder, names]) => names.size === 1 && filesIn(folder).length === 1);
    const allowed = [...begun, 'tests/pictures'];
    expect(alone.map(([folder]) => folder).filter((folder) => !allowed.includes(folder))).toEqual([]);
  });

  test('shares the name of a file with no other, but for a component and its style', () => {
    const shared = ['index', 'main', 'README'];
    const found = new Map<string, string[]>();
    for (const file of globSync('{components,entrypoints,utils}/**/*.*').map((name) => name.replaceAll('\\', '/'))) {
      const name = path.posix.basename(file).replace(/\.\w+$/, '');
      const key = name.toLowerCase();
      if (!shared.includes(name)) found.set(key, [...(found.get(key) ?? []), file.replace(/\.css$/, '.tsx')]);
    }
    expect([...found.values()].filter((files) => new Set(files).size > 1)).toEqual([]);
  });
});

describe('the code', () => {
  test('is in files of at most 250 lines', () => {
    const styles = globSync('{components,entrypoints}/**/*.css').map(String);
    const long = [...files, ...styles].filter((file) => readFileSync(file, 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });

  test('of the core knows no clock, network, browser or console', () => {
    const impure = /Date\.now|new Date\(\)|\bfetch\(|console\.|\bbrowser\./;
    expect(sources.filter((file) => file.startsWith('utils/core/') && impure.test(readFileSync(file, 'utf8')))).toEqual(
      [],
    );
  });

  test('logs nothing in the extension', () => {
    expect(sources.filter((file) => /\bconsole\.\w+\(/.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('8.5 keeps no formatter, which would keep the time zone and the language it was made in', () => {
    const kept = /^(export )?(const|let) \w+ = new Intl\.(?!Segmenter)/m;
    expect(sources.filter((file) => kept.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('8.9 opens tabs and windows in one place, which knows what to do where no window is open', () => {
    const opening = sources.filter((file) => /\b(tabs|windows)\??\.create\(/.test(readFileSync(file, 'utf8')));
    expect(opening).toEqual(['utils/browser/tabs.ts']);
  });

  test('has named exports only, but for the background’s and those of the scripts on pages', () => {
    const mayHaveOne = /^entrypoints\/(background|page-(picker|reader))\/index\.ts$/;
    const byDefault = sources.filter((file) => /^export default/m.test(readFileSync(file, 'utf8')));
    expect(byDefault.filter((file) => !mayHaveOne.test(file))).toEqual([]);
  });
});

describe('the words', () => {
  /** Key → placeholders, for two-level and three-level YAML as the locales are written. */
  const wordsOf = (file: string) => {
    const above: string[] = [];
    const found = new Map<string, string>();
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [, indent, key, value] = /^( *)([\w]+):(.*)$/.exec(line) ?? [];
      if (indent === undefined || key === undefined) continue;
      above.length = indent.length / 2;
      above.push(key);
      if (value?.trim())
        found.set(
          above.join('.'),
          [...value.matchAll(/\{(\w+)\}/g)]
            .map(([, name]) => name)
            .sort()
            .join(),
        );
    }
    return found;
  };
  const english = wordsOf('locales/en.yml');

  test.each(globSync('locales/*.yml').map(String))('of %s are complete, with the same placeholders', (file) => {
    expect(wordsOf(file)).toEqual(english);
  });
});
