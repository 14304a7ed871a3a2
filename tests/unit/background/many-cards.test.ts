import { expect, test } from 'vitest';
import { planHistory } from '../../../entrypoints/background/history/record-history.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultSeller, newAccount } from '../../../utils/core/accounts/account.ts';
import {
  type AccountIndex,
  emptyIndex,
  initialCard,
  surplusCards,
  withIndexedAccount,
  withJudgements,
  withoutGoneCards,
} from '../../../utils/core/accounts/account-index.ts';
import {
  defaultPreferences,
  listCards,
  missedCards,
  visibleCards,
} from '../../../utils/core/accounts/card-preferences.ts';
import { mendIndex } from '../../../utils/core/accounts/mend-index.ts';
import { otherCardsNeed } from '../../../utils/core/accounts/other-cards.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { known, makeCard, makeModule, makeSnapshot, start } from '../support/builders.ts';

/* What is done for each card is done once: twice the cards are twice the work. */

const account = newAccount('a', defaultSeller('account-api', 'Axis'), start);
const judged = { balance: { kind: 'unlimited' }, endsAt: null, status: 'warning', validUntil: null } as const;
const last = (count: number) => ({ accountId: 'a', cardKey: `c${count - 1}` });

let reads = 0;

/** The same, whose key is counted each time it is read. */
function counted<T extends { key: string }>(card: T): T {
  const { key } = card;
  return Object.defineProperty({ ...card }, 'key', {
    enumerable: true,
    get: () => {
      reads += 1;
      return key;
    },
  });
}

function snapshotOf(count: number, remainingBytes = 1e9): UsageSnapshot {
  const cards = Array.from({ length: count }, (_, nth) =>
    counted(makeCard([makeModule(known(remainingBytes))], { key: `c${nth}`, title: `Card ${nth % 10}` })),
  );
  return makeSnapshot({ cards });
}

function indexOf(count: number): AccountIndex {
  const cardsOf = (name: string) =>
    Array.from({ length: count }, (_, nth) =>
      counted({ key: `${name}${nth}`, title: `Card ${nth % 10}`, number: `${nth}`, judged }),
    );
  return { ...emptyIndex, accounts: [{ id: 'a', name: 'Axis', cards: cardsOf('c'), gone: cardsOf('g') }] };
}

function preferencesOf(count: number) {
  const texts = Array.from({ length: count }, (_, nth) => `a/c${count - 1 - nth}`);
  return { ...defaultPreferences, order: texts, pinned: `a/c${count - 1}` };
}

function recordAnswer(count: number): void {
  const history = planHistory(account, snapshotOf(count, 5e8), false);
  const before = snapshotOf(count);
  const values = ((key: { name: string }) => (key.name === keys.snapshot('a').name ? before : null)) as never;
  history.toRead(values);
  history.change(values);
}

const works: [string, (count: number) => void][] = [
  ['listing them', (count) => listCards(indexOf(count), preferencesOf(count))],
  ['the menu', (count) => visibleCards(indexOf(count), preferencesOf(count), last(count))],
  ['those that are missed', (count) => missedCards(indexOf(count), preferencesOf(count))],
  ['what the others need', (count) => otherCardsNeed(indexOf(count), preferencesOf(count), last(count), start)],
  ['the card to open on', (count) => initialCard({ ...indexOf(count), shown: last(count) }, start)],
  ['an answer in the index', (count) => withIndexedAccount(indexOf(count), account, snapshotOf(count))],
  [
    'judgements in the index',
    (count) => withJudgements(indexOf(count), new Map([[`a/c${count - 1}`, judged]]), last(count)),
  ],
  ['forgetting those that are gone', (count) => withoutGoneCards(indexOf(count), () => true)],
  ['those that are too many', (count) => surplusCards(indexOf(count), [], () => false)],
  [
    'making the index again',
    (count) => mendIndex(emptyIndex, [{ id: 'a', account, snapshot: snapshotOf(count), orderedKeys: [] }]),
  ],
  ['an answer in their histories', recordAnswer],
];

test.each(works)('%s takes twice as long for twice the cards, no more', (_, work) => {
  const readsFor = (count: number) => {
    reads = 0;
    work(count);
    return reads;
  };
  const half = readsFor(500);
  expect(half).toBeGreaterThanOrEqual(500);
  expect(readsFor(1_000)).toBeLessThanOrEqual(2 * half + 10);
});
