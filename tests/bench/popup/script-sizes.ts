import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extensionDir } from '../../e2e/support/chromium.ts';

/* How much script a page of the built extension loads. */

const kb = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + textOf(file).length, 0) / 1000;
const textOf = (file: string) => readFileSync(path.join(extensionDir, file), 'utf8');

/** `first`: what its HTML names, with all static imports. `all`: with what those import while running. */
export function scriptKb(page: string): { first: number; all: number } {
  const named = [...textOf(page).matchAll(/<script[^>]*\ssrc="\/?([^"]+)"/g)].map(([, file = '']) => file);
  return { first: kb(reachable(named, staticImports)), all: kb(reachable(named, everyImport)) };
}

export const backgroundKb = (): number => kb(['background.js']);

const staticImports = /(?:^|[;}\n])(?:import|export)\s*(?:[^'"`;()]*?from\s*)?["']\.\/([^"']+)["']/g;
const everyImport = /["'`](?:\.\/|chunks\/)([\w-]+\.js)["'`]/g;

function reachable(named: readonly string[], imports: RegExp): Set<string> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, name = ''] of textOf(file).matchAll(imports)) visit(`chunks/${name}`);
  };
  for (const file of named) visit(file);
  return reached;
}
