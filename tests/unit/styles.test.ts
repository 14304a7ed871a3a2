import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/* All pages have one file of styles (tests/tools/build/join-styles.ts): what is written for one must not change another. */

/** Of every page. */
const shared = 'components/ui/tokens.css';
const files = globSync('components/**/*.css').map((file) => file.replaceAll('\\', '/'));

/** The selectors that stand in no other rule, in media queries too. */
function selectorsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '');
  const found: string[] = [];
  const open: string[] = [];
  for (const [, before = '', mark] of text.matchAll(/([^{};]*)([{};])/g)) {
    if (mark === '}') open.pop();
    if (mark !== '{') continue;
    const selector = before.trim();
    if (open.every((outer) => outer.startsWith('@')) && !selector.startsWith('@')) found.push(...selector.split(','));
    open.push(selector);
  }
  return found.map((selector) => selector.trim());
}

const selectors = files.flatMap((file) => selectorsOf(file).map((selector) => ({ file, selector })));

test('styles but those of every page are of a class', () => {
  expect(selectors.length).toBeGreaterThan(200);
  const ofElements = selectors.filter(({ file, selector }) => file !== shared && !/^\.[a-z]/.test(selector));
  expect(ofElements).toEqual([]);
});

test('styles of a class stand in one file', () => {
  const filesOf = Map.groupBy(selectors, ({ selector }) => selector);
  const several = [...filesOf].filter(([, rules]) => new Set(rules.map(({ file }) => file)).size > 1);
  expect(several.map(([selector]) => selector)).toEqual([]);
});
