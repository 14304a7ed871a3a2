import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/*
 * `npm run test:titles`: compares the titles of the last `npm test` with the list kept in the repository. A missing
 * title is an error, as a test may have been lost; `-- --update` rewrites the list.
 */

const listFile = 'tests/tools/test-titles.txt';

type Suite = { title: string; suites?: Suite[]; specs?: { title: string; tests: { projectName: string }[] }[] };
type UnitReport = { testResults: { assertionResults: { fullName: string }[] }[] };

function report<T>(name: string): T {
  const file = `test-results/${name}.json`;
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm test first.`);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function unitTitles(): string[] {
  const titles = report<UnitReport>('units').testResults.flatMap(({ assertionResults }) => assertionResults);
  return titles.map(({ fullName }) => `unit › ${fullName}`);
}

/** `path`: the titles of the enclosing suites, without the outermost, which is a file and may move. */
function titlesIn(suite: Suite, path: string[]): string[] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ projectName }) => [path[0], projectName, ...path.slice(1), title].filter(Boolean).join(' › ')),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => titlesIn(inner, [...path, inner.title]))];
}

function browserTitles(name: 'e2e' | 'hotspots'): string[] {
  return report<{ suites: Suite[] }>(name).suites.flatMap((file) => titlesIn(file, [name]));
}

/** One line per title, sorted. Equal titles are counted; titles that differ only in a source file are one line. */
function lines(titles: string[]): string[] {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const folded = title.replace(/(?:[\w-]+\/)+[\w.-]+\.tsx?/g, '<file>').replace(/[\r\n]+/g, ' ');
    counts.set(folded, folded.includes('<file>') ? 1 : (counts.get(folded) ?? 0) + 1);
  }
  return [...counts].map(([title, count]) => (count > 1 ? `${title} (${count} times)` : title)).sort();
}

const now = lines([...unitTitles(), ...browserTitles('e2e'), ...browserTitles('hotspots')]);
if (process.argv.includes('--update')) {
  writeFileSync(listFile, `${now.join('\n')}\n`);
  console.log(`${listFile} has ${now.length} titles.`);
} else {
  const before = readFileSync(listFile, 'utf8').trimEnd().split('\n');
  const missing = before.filter((title) => !now.includes(title));
  const added = now.filter((title) => !before.includes(title));
  for (const title of added) console.log(`new:  ${title}`);
  for (const title of missing) console.log(`gone: ${title}`);
  console.log(`${before.length} titles in the list, ${missing.length} of them gone, ${added.length} new.`);
  process.exit(missing.length === 0 ? 0 : 1);
}
