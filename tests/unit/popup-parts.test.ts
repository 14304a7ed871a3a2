import { expect, test } from 'vitest';
import { importsOf, reachedFrom } from './support/source-imports.ts';

/* What the scripts of pages bring; of the popup those of its first paint, and of the parts that are loaded after it. */

const painted = reachedFrom('entrypoints/popup/main.ts');
const first = reachedFrom('components/popup/PopupApp.tsx');
const parts = importsOf('components/popup/later-parts.ts').flatMap(({ from, isLater }) => (isLater ? [from] : []));

const pages = [
  'entrypoints/popup/main.ts',
  ...['connect', 'help', 'history', 'options'].map((page) => `entrypoints/${page}/main.tsx`),
];

test.each(pages)('brings neither ky nor valibot nor a schema into the page of %s, not later either', (page) => {
  const later = page.includes('/popup/') ? [first, ...parts.map((part) => reachedFrom(part))] : [];
  const reached = [reachedFrom(page), ...later].flatMap((files) => [...files]);
  expect(reached.length).toBeGreaterThan(10);
  const imported = reached.flatMap((file) => importsOf(file).filter(({ isType }) => !isType));
  expect(imported.filter(({ from }) => /^(ky|valibot)$|-schemas?\.ts$/.test(from))).toEqual([]);
});

test('brings neither a view nor a word into the script that paints what was made in advance', () => {
  const imported = [...painted].flatMap((file) => importsOf(file).filter(({ isType, isLater }) => !isType && !isLater));
  expect(imported.filter(({ from }) => /^preact|\.tsx$|\/i18n\.ts$|#i18n/.test(from))).toEqual([]);
});

test('brings nothing into the popup’s first rendering that can wait', () => {
  const waits = /^components\/(chart|offers|orders|recommendation|question|failure|form|undo)\//;
  const waitsInPopup = /^components\/popup\/(act|details|entry|notices|no-card)\//;
  expect([...first].filter((file) => waits.test(file) || waitsInPopup.test(file))).toEqual([]);
});

/** Views that each part may bring beside those of the first paint. */
const allowed = new Map([
  ['rest', /^components\/(chart|copy|form|format|hooks|offers|popup|question|recommendation|renew|ui|undo)\//],
  ['order', /^components\/(copy|failure|format|orders|question|ui)\/|^components\/popup\/order-parts\.ts$/],
  ['rare', /^components\/(failure|form|format|orders\/support|page|popup|renew|ui)\//],
]);

test.each([...allowed])('of the part "%s" of the popup brings views of its own topics alone', (part, views) => {
  const added = [...reachedFrom(`components/popup/${part}-parts.ts`)].filter((file) => !first.has(file));
  const addedViews = added.filter((file) => file.startsWith('components/'));
  expect(addedViews.length).toBeGreaterThan(2);
  expect(addedViews.filter((file) => !views.test(file))).toEqual([]);
});

test('loads no other part', () => {
  expect(parts.toSorted()).toEqual([...allowed.keys()].map((part) => `components/popup/${part}-parts.ts`).toSorted());
});
