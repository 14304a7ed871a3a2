import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ownLanguageName, shippedLocales } from '../../../../utils/core/language/locale-name.ts';

test('every locale that there is can be chosen, and no other', () => {
  const files = globSync('locales/*.yml').map((file) => path.basename(String(file), '.yml'));
  expect([...shippedLocales].sort()).toEqual(files.sort());
});

test.each([
  ['en', 'English'],
  ['zh_CN', '中文（中国）'],
  ['de', 'Deutsch'],
])('the language of %s stands in its own words', (name, words) => {
  expect(ownLanguageName(name)).toBe(words);
});

test.each(globSync('locales/*.yml').map(String))('messages of %s have names that Chromium loads', (file) => {
  const names = readFileSync(file, 'utf8').match(/^ *[^\s#:]+(?=:)/gm) ?? [];
  expect(names.length).toBeGreaterThan(500);
  expect(names.filter((name) => !/^\w+$/.test(name.trim()))).toEqual([]);
});
