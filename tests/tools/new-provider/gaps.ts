import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/* Gaps are markers in a new provider's files for what is still missing, each with a sentence that says what. */

/** In the order of docs/add-a-provider.md. */
const places = [
  'utils/providers/**/*.ts',
  'docs/providers.md',
  'locales/*.yml',
  'tests/sandbox/mirrors/**/*.ts',
  'tests/unit/providers/**/*.ts',
];

export function gap(id: string, sentence: string): string {
  return `fill in: ${id}: ${sentence}`;
}

/** The sentences of all gaps in the project at `root`, each starting with its provider's id. */
export function findGaps(root = '.'): string[] {
  const files = places.flatMap((place) => globSync(place, { cwd: root }).sort());
  return files.flatMap((file) => gapsIn(readFileSync(path.join(root, file), 'utf8')));
}

/** A sentence ends with its line, quotation mark, table cell or comment. */
export function gapsIn(text: string): string[] {
  return [...text.matchAll(/fill in: ([\w-]+: .+?)\s*(?=['"|\n]|\*\/|$)/g)].map(([, sentence = '']) => sentence);
}
