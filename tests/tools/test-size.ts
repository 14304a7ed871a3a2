import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { zip } from 'wxt';
import { collectSizes, type ScriptSizes, scriptsWith } from './size/collect-sizes.ts';
import { grown, saveSizes } from './size/known-sizes.ts';

/*
 * `npm run test:size`: builds and packs the extension, and fails where something is larger than it may be. Prints the ten
 * largest modules of background and popup, and what grew since `-- --update` wrote the list of sizes.
 */

/**
 * In KB of 1000 bytes, minified and not compressed; the zip as it is packed, without the words of all languages. The aim
 * for the popup is 60 and 130, for the zip 260, for any adapter 6.
 */
const limits = {
  background: 198,
  'background of Firefox': 245,
  'largest adapter': 6,
  'account API, from the start': 6,
  'popup, first paint': 13.7,
  'popup, all scripts': 188.5,
  'zip without _locales': 319.5,
};

const folder = path.resolve('test-results/size');

async function build(browser: 'chrome' | 'firefox'): Promise<ScriptSizes[]> {
  const scripts: ScriptSizes[] = [];
  await zip({
    ...{ browser, manifestVersion: 3, outDir: folder },
    zip: { exclude: ['_locales/**'], zipSources: false },
    vite: () => ({ plugins: [collectSizes(scripts)] }),
  });
  return scripts;
}

/** 0: there is none. Of a script that had nothing but styles Vite keeps the styles. */
const bytesOf = (browser: string, file: string) =>
  statSync(path.join(folder, `${browser}-mv3`, file), { throwIfNoEntry: false })?.size ?? 0;
const modulesOf = (scripts: readonly ScriptSizes[]) => new Map(scripts.flatMap(({ modules }) => [...modules]));
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const scripts = await build('chrome');
await build('firefox');

const background = scriptsWith(scripts, 'background.js', false);
const html = readFileSync(path.join(folder, 'chrome-mv3/popup.html'), 'utf8');
const popupEntry = /<script[^>]* src="\/([^"]+)"/.exec(html)?.[1] ?? '';
const popup = (isLater: boolean) =>
  scriptsWith(scripts, popupEntry, isLater).map(({ file }) => bytesOf('chrome', file));
const adapters = [...modulesOf(scripts)].filter(([name]) => /^utils\/providers\/[\w-]+\/[\w-]+\.ts$/.test(name));
const apart = adapters.filter(([name]) => !/\/(account-api|adapter|http)\//.test(name));
const accountApi = [...modulesOf(background)].filter(([name]) => name.startsWith('utils/providers/account-api/'));
const packed = readdirSync(folder).find((name) => name.endsWith('-chrome.zip')) ?? '';

const measured: Record<keyof typeof limits, number> = {
  background: bytesOf('chrome', 'background.js'),
  'background of Firefox': bytesOf('firefox', 'background.js'),
  'largest adapter': Math.max(...apart.map(([, bytes]) => bytes)),
  'account API, from the start': sum(accountApi.map(([, bytes]) => bytes)),
  'popup, first paint': sum(popup(false)),
  'popup, all scripts': sum(popup(true)),
  'zip without _locales': statSync(path.join(folder, packed)).size,
};

const parts = { background: modulesOf(background), popup: modulesOf(scriptsWith(scripts, popupEntry, true)) };
if (process.argv.includes('--update')) saveSizes(parts);
for (const [part, modules] of Object.entries(parts)) {
  const largest = [...modules].sort(([, a], [, b]) => b - a).slice(0, 10);
  console.log(`\nThe largest modules of ${part}:`);
  for (const [name, bytes] of largest) console.log(`${String(bytes).padStart(7)} ${name}`);
  const more = grown(part, modules);
  if (more.length > 0) console.log(`Grown since the list was made:\n  ${more.join('\n  ')}`);
}

/** What reads a page's text stays out of a worker that has no parser. */
const reader = [...parts.background.keys()].filter((name) => /^utils\/core\/page\/(text|pick|setup)\//.test(name));
const later = readdirSync(path.join(folder, 'chrome-mv3/parts')).map((name) => bytesOf('chrome', `parts/${name}`));
console.log(
  `\nRead by the background when it is needed: ${later.length} scripts, ${(sum(later) / 1000).toFixed(1)} KB`,
);
const isLarger = (name: keyof typeof limits) => measured[name] > limits[name] * 1000;
const names = Object.keys(limits) as (keyof typeof limits)[];
for (const name of names) {
  const of = `${(measured[name] / 1000).toFixed(1)} KB of ${limits[name]}`;
  console.log(`${isLarger(name) ? 'TOO LARGE ' : ''}${name}: ${of}`);
}
if (reader.length > 0) console.log(`The background has the reader of pages: ${reader.join(', ')}`);
process.exit(names.some(isLarger) || reader.length > 0 ? 1 : 0);
