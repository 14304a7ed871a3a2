import { describe, expect, test } from 'vitest';
import { cardBalance } from '../../../utils/core/usage/card-balance.ts';
import { isStale } from '../../../utils/core/usage/staleness.ts';
import { dayMs, hourMs } from '../../../utils/core/values/time.ts';
import { isChallenge } from '../../../utils/providers/page/challenge.ts';
import { isSameUsage, toPageSnapshot } from '../../../utils/providers/page/page-snapshot.ts';
import { start } from '../support/builders.ts';
import { leftPart, makeReadPart, makeRecipe, makeRecipePart } from '../support/page-builders.ts';

const bonus = makeRecipePart({ id: 'part-2', name: 'Bonus' });
const other = makeRecipePart({ id: 'part-2', cardKey: 'card-2', name: 'Tablet' });

function snapshotOf(parts = [leftPart(2.75e9)], recipeParts = [makeRecipePart()], validForMs = 6 * hourMs) {
  const recipe = makeRecipe({ parts: recipeParts });
  return toPageSnapshot('My carrier', { accountKey: 'a', recipe, parts, readAt: start, validForMs });
}
const balances = (snapshot: ReturnType<typeof snapshotOf>) => snapshot.cards.map((card) => cardBalance(card, start));

describe('what a page says becomes a card', () => {
  test('with what is left of the total, until the end', () => {
    const snapshot = snapshotOf([makeReadPart({ endsAt: start + dayMs })]);
    expect(balances(snapshot)).toEqual([{ kind: 'known', leftBytes: 2.75e9, totalBytes: 10e9 }]);
    expect(snapshot.cards[0]?.plans[0]).toMatchObject({ name: 'My plan', expiresAt: start + dayMs });
  });

  test('without a total where the page tells none: the amount that is left is not said to be all', () => {
    expect(balances(snapshotOf([leftPart(2.75e9, null)]))).toEqual([
      { kind: 'known', leftBytes: 2.75e9, totalBytes: null },
    ]);
  });

  test('with nothing left where the page says zero, of a total that may not be known', () => {
    expect(balances(snapshotOf([leftPart(0)]))).toEqual([{ kind: 'known', leftBytes: 0, totalBytes: 10e9 }]);
    expect(balances(snapshotOf([leftPart(0, null)]))).toEqual([{ kind: 'coarse', level: 'out', upperBytes: 0 }]);
  });

  test('whose parts add up, to no total where one of them has none', () => {
    const parts = [leftPart(1e9), { ...leftPart(2e9, null), id: 'part-2' }];
    expect(balances(snapshotOf(parts, [makeRecipePart(), bonus]))).toEqual([
      { kind: 'known', leftBytes: 3e9, totalBytes: null },
    ]);
  });

  test('of whose part nothing is known that the page does not show today', () => {
    const [card] = snapshotOf([leftPart(1e9)], [makeRecipePart(), bonus]).cards;
    expect(card?.plans[0]?.modules[1]?.balance).toEqual({ kind: 'unknown' });
  });

  test('with what the person knows of it, which the page does not say', () => {
    const credit = { currency: 'SEK', units: '40', nanos: 0 };
    const facts = { lineEndsAt: start + 90 * dayMs, firstUse: { by: start + 30 * dayMs, bytes: 2.75e9 }, credit };
    const recipe = makeRecipe({ facts, parts: [makeRecipePart(), other] });
    const parts = [leftPart(2.75e9), { ...leftPart(2e9), id: 'part-2' }];
    const figures = { accountKey: 'a', recipe, parts, readAt: start, validForMs: 6 * hourMs };
    const [card, tablet] = toPageSnapshot('My carrier', figures).cards;
    expect(card).toMatchObject({ lineEndsAt: facts.lineEndsAt, credit });
    expect(card && cardBalance(card, start)).toEqual({
      kind: 'not-started',
      size: { kind: 'known', bytes: 10e9 },
      start: { kind: 'first-use', by: facts.firstUse.by },
    });
    expect(tablet).not.toHaveProperty('lineEndsAt');
    expect(tablet).not.toHaveProperty('credit');
    expect(tablet && cardBalance(tablet, start).kind).toBe('known');
  });

  test('whose credit adds nothing to the data that is left', () => {
    const facts = { lineEndsAt: null, firstUse: null, credit: { currency: 'SEK', units: '40', nanos: 0 } };
    const figures = { accountKey: 'a', parts: [leftPart(2.75e9)], readAt: start, validForMs: 6 * hourMs };
    const snapshot = toPageSnapshot('My carrier', { ...figures, recipe: makeRecipe({ facts }) });
    expect(snapshot.cards[0]?.credit).toEqual(facts.credit);
    expect(balances(snapshot)).toEqual(balances(snapshotOf()));
  });

  test('or several, each named as the page names it', () => {
    const parts = [leftPart(1e9), { ...leftPart(2e9), id: 'part-2' }];
    const { cards } = snapshotOf(parts, [makeRecipePart(), other]);
    expect(cards.map(({ key, title }) => [key, title])).toEqual([
      ['card-1', 'My plan'],
      ['card-2', 'Tablet'],
    ]);
  });

  test.each([
    [6 * hourMs, 6 * hourMs - 1, false],
    [6 * hourMs, 6 * hourMs, true],
    [dayMs, 20 * hourMs, false],
  ])('that is current for %i ms, whatever the poll interval of others: %i ms later', (validForMs, ageMs, isOld) => {
    expect(isStale(snapshotOf(undefined, undefined, validForMs), 15 * 60_000, start + ageMs)).toBe(isOld);
  });
});

test('two snapshots of a page say the same, whenever they were taken', () => {
  const later = { ...snapshotOf(), measuredAt: start + hourMs, checkedAt: start + hourMs };
  expect(isSameUsage(snapshotOf(), later)).toBe(true);
  expect(isSameUsage(snapshotOf(), snapshotOf([leftPart(1e9)]))).toBe(false);
  expect(isSameUsage(null, later)).toBe(false);
});

describe('a page asks whether a person is there', () => {
  test.each([
    ['<h1>Verify you are human</h1>', 'empty', true],
    ['<div class="cf-challenge"></div>', 'other-account', true],
    ['<script src="https://example/recaptcha.js"></script><p>3 GB</p>', 'changed', false],
    ['<input type="password"><div class="g-recaptcha"></div>', 'signed-out', false],
    ['<p>Back in five minutes</p>', 'empty', false],
  ] as const)('%s where it is %s: %s', (html, reason, isAsking) => {
    expect(isChallenge(html, reason)).toBe(isAsking);
  });
});
