import { describe, expect, test } from 'vitest';
import { timesIfUnchanged, withAnswerTimes } from '../../../../utils/core/usage/answer-times.ts';
import type { UsageSnapshot } from '../../../../utils/core/usage/usage-snapshot.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makeSnapshot, start } from '../../support/builders.ts';

const card = makeCard();
const before = makeSnapshot({ cards: [card, { ...card, key: 'other' }], measuredAt: start, checkedAt: start });
const later = start + hourMs;

/** The same figures an hour later. */
function again(changes: Partial<UsageSnapshot> = {}): UsageSnapshot {
  const cards = before.cards.map((one) => ({ ...one, measuredAt: later }));
  const times = { measuredAt: later, expiresAt: later + hourMs, checkedAt: later, etag: '"2"' };
  return { ...before, cards, ...times, ...changes };
}

/** What is stored after the answer, as it is read again. */
const storedAfter = (answer: UsageSnapshot) => withAnswerTimes(before, timesIfUnchanged(before, answer));

describe('an answer with the figures that are stored', () => {
  test('leaves nothing to store but its times', () => {
    expect(storedAfter(again())).toEqual(again());
  });

  test('may have its members in another order, and leave out what is unknown', () => {
    const cards = again().cards.map((one) => ({
      ...Object.fromEntries(Object.entries(one).reverse()),
      link: undefined,
    }));
    expect(timesIfUnchanged(before, again({ cards: cards as never }))).not.toBeNull();
  });

  test('may have been measured at another time for each card', () => {
    const [first, second] = again().cards;
    if (!first || !second) throw new Error('two cards');
    const answer = again({ cards: [{ ...first, measuredAt: start }, second] });
    expect(storedAfter(answer)).toEqual(answer);
  });

  test('keeps each card its time where one of the stored cards cannot be read', () => {
    const [first, second] = again().cards;
    if (!first || !second) throw new Error('two cards');
    const times = timesIfUnchanged(before, again({ cards: [{ ...first, measuredAt: start }, second] }));
    const damaged = { ...before, cards: before.cards.slice(1) };
    expect(withAnswerTimes(damaged, times)).toMatchObject({
      checkedAt: later,
      cards: [{ measuredAt: card.measuredAt }],
    });
  });

  test('does not move the times of the plan by a second of the clock', () => {
    const skewed = { ...before, skewMs: hourMs };
    expect(timesIfUnchanged(skewed, again({ skewMs: hourMs + 1000 }))?.skewMs).toBe(hourMs);
  });

  test.each<[string, Partial<UsageSnapshot>]>([
    ['another amount', { cards: [makeCard([makeModule({ balance: { ...known(1e9).balance } as never })])] }],
    ['a card less', { cards: [card] }],
    ['the cards in another order', { cards: before.cards.toReversed() }],
    ['another account', { accountKey: 'b' }],
    ['cards left out', { omittedCards: 3 }],
    ['a clock that was put right', { skewMs: hourMs }],
    [
      'a measurement after a day without one',
      { cards: before.cards.map((one) => ({ ...one, measuredAt: start + dayMs })) },
    ],
  ])('is another one with %s', (_, changes) => {
    expect(timesIfUnchanged(before, again(changes))).toBeNull();
  });

  test('counts no more once a later snapshot is stored', () => {
    const times = timesIfUnchanged(before, again());
    const newer = { ...before, checkedAt: later + 1 };
    expect(withAnswerTimes(newer, times)).toBe(newer);
    expect(withAnswerTimes(before, null)).toBe(before);
  });
});
