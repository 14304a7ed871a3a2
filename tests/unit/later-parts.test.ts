import { describe, expect, test } from 'vitest';
import { importsOf, reachedFrom, sources } from './support/source-imports.ts';

/* What is loaded when it is needed, by `import()`: where that is allowed, and that nothing else brings it before. */

const laterImports = sources.flatMap((file) =>
  importsOf(file).flatMap(({ from, isLater }) => (isLater ? [{ file, from }] : [])),
);

/** The background is started for every alarm: it loads apart what most of these starts do not need. */
const background = [
  'entrypoints/background/accounts/discover-daily.ts',
  'entrypoints/background/alerts/evaluate-alerts.ts',
  'entrypoints/background/content-message-handlers.ts',
  'entrypoints/background/history/make-room.ts',
  'entrypoints/background/message-handlers.ts',
  'entrypoints/background/on-start.ts',
  'entrypoints/background/orders/follow-orders.ts',
  'entrypoints/background/polling/check-account.ts',
  'entrypoints/background/polling/save-check-result.ts',
  'entrypoints/background/popup/keep-first-screen.ts',
  'entrypoints/background/sync/sync-now.ts',
  'utils/providers/account-api/account-api.ts',
  'utils/providers/account-api/read-cards.ts',
  'utils/providers/registry.ts',
];

/** Of the pages only the popup has parts: all but its first screen, and what stands below that. */
const popup = ['components/popup/first/start-popup.ts', 'components/popup/later-parts.ts'];

test('is done in these files alone', () => {
  expect([...new Set(laterImports.map(({ file }) => file))].sort()).toEqual([...popup, ...background]);
});

describe('a start of the background', () => {
  const started = reachedFrom('entrypoints/background/index.ts');
  const later = [...new Set(laterImports.map(({ from }) => from))];

  test('brings nothing of what it loads later', () => {
    expect(later.filter((file) => started.has(file))).toEqual([]);
  });

  test.each([
    ['adapter but that of the account API', /^utils\/providers\/(?!account-api|adapter|http|registry)/],
    ['connecting', /^entrypoints\/background\/(connect|manual|undo|settings)\//],
    ['view', /^components\//],
    ['reader of pages', /^utils\/core\/page\/(text|pick|setup)\//],
    ['purchase', /^(utils\/core\/offers\/|entrypoints\/background\/orders\/(purchase|request-checkout))/],
  ])('brings no %s', (_what, part) => {
    expect([...started].filter((file) => part.test(file))).toEqual([]);
  });
});
