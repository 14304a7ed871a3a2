import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/* What the files of the project import, by their text. */

export const files = globSync('{entrypoints,components,utils,tests}/**/*.{ts,tsx}').map((file) =>
  file.replaceAll('\\', '/'),
);
export const sources = files.filter((file) => !file.startsWith('tests/'));

/** `isLater`: by `import()`, when it is needed. */
export type Import = { from: string; isType: boolean; isLater: boolean };

export function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const pathOf = (from: string) => (from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : from);
  const atOnce = [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)];
  const later = [...text.matchAll(/\bimport\('([^']+)'\)/g)];
  return [
    ...atOnce.map(([, type, from = '']) => ({ from: pathOf(from), isType: type !== undefined, isLater: false })),
    ...later.map(([, from = '']) => ({ from: pathOf(from), isType: false, isLater: true })),
  ];
}

/** The files that are there with this one: what it imports at once, and so on. */
export function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const { from, isType, isLater } of importsOf(file)) {
    if (!isType && !isLater && sources.includes(from)) reachedFrom(from, reached);
  }
  return reached;
}
