import { describe, expect, test } from 'vitest';
import type { AccountIndex } from '../../../../utils/core/accounts/account-index.ts';
import type { CardStatus } from '../../../../utils/core/accounts/card-judgement.ts';
import {
  defaultPreferences,
  missedCards,
  withPinned,
  withPreference,
} from '../../../../utils/core/accounts/card-preferences.ts';
import { otherCardsNeed } from '../../../../utils/core/accounts/other-cards.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

const id = (cardKey: string) => ({ accountId: 'a', cardKey });

type Some = { status: CardStatus; endsAt?: number | null; validUntil?: number | null };

/** An index with one card for each, under its name. */
function indexOf(cards: Record<string, Some>): AccountIndex {
  const entries = Object.entries(cards).map(([key, { status, endsAt = null, validUntil = null }]) => ({
    ...{ key, title: key },
    judged: { balance: { kind: 'unknown' as const }, status, endsAt, validUntil },
  }));
  return { accounts: [{ id: 'a', name: 'Axis', cards: entries }], shown: null, requested: null };
}

const needOf = (cards: Record<string, Some>, preferences = defaultPreferences) => {
  const need = otherCardsNeed(indexOf(cards), preferences, id('shown'), start);
  return need && { title: need.card.title, status: need.status, more: need.more };
};

describe('of the other cards', () => {
  test('none needs a look while they will last, are not known, or their figures are old', () => {
    const old = { status: 'critical', validUntil: start } as const;
    expect(
      needOf({ shown: { status: 'critical' }, fine: { status: 'ok' }, odd: { status: 'unknown' }, old }),
    ).toBeNull();
    expect(otherCardsNeed({ accounts: [], shown: null, requested: null }, defaultPreferences, null, start)).toBeNull();
  });

  test('the one that waits for the user comes first, then by status, the others are counted', () => {
    const all = {
      over: { status: 'expired', endsAt: start - hourMs },
      tight: { status: 'warning' },
      short: { status: 'critical' },
      stuck: { status: 'action' },
    } satisfies Record<string, Some>;
    const { stuck, ...noStuck } = all;
    const { short, ...noShort } = noStuck;
    const { tight, ...noTight } = noShort;
    expect(needOf(all)).toEqual({ title: 'stuck', status: stuck.status, more: 3 });
    expect(needOf(noStuck)).toEqual({ title: 'short', status: short.status, more: 2 });
    expect(needOf(noShort)).toEqual({ title: 'tight', status: tight.status, more: 1 });
    expect(needOf(noTight)).toEqual({ title: 'over', status: 'expired', more: 0 });
  });

  test('of two that stand alike the one that ends earlier comes first, one without an end last', () => {
    const of = (endsAt: number | null): Some => ({ status: 'critical', endsAt });
    expect(needOf({ open: of(null), late: of(start + 2 * dayMs), soon: of(start + dayMs) })?.title).toBe('soon');
  });

  test.each([
    [start - dayMs + 1, true],
    [start - dayMs, false],
    [null, false],
  ])('one that expired needs a look for a day: ended at %d', (endsAt, isNeeded) => {
    expect(needOf({ over: { status: 'expired', endsAt } }) !== null).toBe(isNeeded);
  });

  test('a hidden one is left alone', () => {
    const preferences = withPreference(defaultPreferences, id('short'), { isHidden: true });
    expect(needOf({ short: { status: 'critical' } }, preferences)).toBeNull();
  });
});

describe('a card that its seller lists no more', () => {
  const index: AccountIndex = {
    accounts: [
      {
        ...{ id: 'a', name: 'Axis', cards: [{ key: 'new', title: 'Europe' }] },
        gone: [
          { key: 'old', title: 'Europe' },
          { key: 'asia', title: 'Asia' },
          { key: 'ordered', title: '' },
        ],
      },
    ],
    shown: null,
    requested: null,
  };
  const missed = (preferences = defaultPreferences) =>
    missedCards(index, preferences).map(({ id: card }) => card.cardKey);

  test('is missed, unless another has its name or it never had one', () => {
    expect(missed()).toEqual(['asia']);
  });

  test('is missed in any case where it is pinned', () => {
    expect(missed(withPinned(defaultPreferences, id('old')))).toEqual(['old', 'asia']);
  });

  test('is not missed once the user has removed it, pinned or not', () => {
    const pinned = withPinned(defaultPreferences, id('asia'));
    expect(missed(withPreference(pinned, id('asia'), { isHidden: true }))).toEqual([]);
  });
});
