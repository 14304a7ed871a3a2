import { createHash } from 'node:crypto';
import type { Rolldown } from 'vite';
import { partLoader } from './part-loader.ts';
import { toPart } from './part-script.ts';

/** What is imported later, by its path, and the script that it is in. All else is for who has a page of Gigabar open. */
const topics: [RegExp, string][] = [
  [/account-api\/map-card/, 'answers'],
  [/utils\/providers\/account-api\/|background\/(orders|alerts)\//, 'orders'],
  [/utils\/providers\//, 'adapters'],
  [/background\/polling\/page-part/, 'sites'],
  [/background\/sync\//, 'sync'],
  [/background\/popup\//, 'popup'],
  [/./, 'pages'],
];

type Chunks = readonly Rolldown.OutputChunk[];

/**
 * The chunks of the background as scripts. `atOnce`: its own; `scripts`: what it reads later, by file. What several of
 * these need is in one more of them.
 */
export function joinParts(chunks: Chunks, isInPage: boolean): { atOnce: string; scripts: Map<string, string> } {
  const imports = importsAmong(chunks);
  const started = chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => imports(fileName));
  const later = chunks.filter(({ fileName }) => !started.includes(fileName));
  const topicOf = new Map(later.map(({ fileName }) => [fileName, topicIn(fileName, later, imports)]));
  const members = Map.groupBy(later, ({ fileName }) => topicOf.get(fileName) ?? '');
  const fileOf = new Map([...members].map(([topic, parts]) => [topic, `parts/${topic}-${hashOf(parts)}.js`]));

  const idOf = (name: string) => chunks.findIndex(({ fileName }) => fileName === name);
  const loading = (name: string) => {
    const files = imports(name).map((one) => fileOf.get(topicOf.get(one) ?? ''));
    return `load(${[idOf(name), ...new Set(files.filter((file) => file !== undefined).map((file) => `"${file}"`))]})`;
  };
  const part = ({ fileName, code }: Rolldown.OutputChunk) =>
    `addPart(${idOf(fileName)},${toPart(fileName, code, (name) => `use(${idOf(name)})`, loading)});\n`;
  const partsOf = (names: readonly string[]) => names.map((name) => part(chunks[idOf(name)] as Rolldown.OutputChunk));

  const scripts = [...members].map(([topic, parts]) => {
    const names = [...new Set(parts.map(({ fileName }) => fileName))];
    return [fileOf.get(topic) ?? '', `"use strict";\n${partsOf(names).join('')}`] as const;
  });
  const entry = started.at(-1) ?? '';
  const loader = partLoader(
    scripts.map(([file]) => file),
    isInPage,
  );
  const atOnce = `"use strict";(()=>{${loader}${partsOf([...new Set(started)]).join('')}use(${idOf(entry)})})();\n`;
  return { atOnce, scripts: new Map(scripts) };
}

/** Of a chunk, what has to be there for it, itself last. */
function importsAmong(chunks: Chunks): (name: string) => string[] {
  const imports = (name: string, above: readonly string[] = []): string[] => {
    if (above.includes(name)) throw new Error(`Parts import each other: ${[...above, name].join(' → ')}`);
    const chunk = chunks.find(({ fileName }) => fileName === name);
    if (!chunk) throw new Error(`${name} is no part of the background.`);
    return [...new Set([...chunk.imports.flatMap((one) => imports(one, [...above, name])), name])];
  };
  return (name) => imports(name);
}

function topicIn(name: string, later: Chunks, imports: (name: string) => string[]): string {
  const entries = later.filter(({ isDynamicEntry, fileName }) => isDynamicEntry && imports(fileName).includes(name));
  const found = new Set(
    entries.map(({ facadeModuleId }) => topics.find(([path]) => path.test(facadeModuleId ?? ''))?.[1]),
  );
  // An answer is read with one script, whoever else needs a part of that.
  if (found.has('answers')) return 'answers';
  return found.size === 1 ? ([...found][0] ?? '') : 'shared';
}

/** The name of a chunk has the hash of what is in it. */
function hashOf(parts: Chunks): string {
  const names = parts.map(({ fileName }) => fileName).join();
  return createHash('sha256').update(names).digest('hex').slice(0, 8);
}
