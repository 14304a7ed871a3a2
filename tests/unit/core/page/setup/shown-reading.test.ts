import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageAnswers } from '../../../../../utils/core/page/page-answers.ts';
import { proposedAnswers } from '../../../../../utils/core/page/setup/proposed-answers.ts';
import { recipeOf } from '../../../../../utils/core/page/setup/recipe-of.ts';
import { setupProblem, shownParts, shownReading } from '../../../../../utils/core/page/setup/shown-reading.ts';
import { amountOf, draftOf, endOn, figureOf, percentOf, unclearFigure } from './draft-setup.ts';

const gb = 1_000_000_000;
const draft = draftOf();
const withAnswers = (some: Partial<PageAnswers>): PageAnswers => ({ ...proposedAnswers(draft), ...some });
const typed = (bytes: number) => ({ kind: 'bytes', bytes }) as const;

describe('what is shown follows the answers', () => {
  test.each<[string, Partial<PageAnswers>, number, number | null]>([
    ['left', { meaning: 'left' }, 2.75 * gb, 10 * gb],
    ['used', { meaning: 'used' }, 7.25 * gb, 10 * gb],
    ['left of nothing', { total: null }, 2.75 * gb, null],
    ['left of a typed total', { total: typed(5 * gb) }, 2.75 * gb, 5 * gb],
    ['used of a typed total', { meaning: 'used', total: typed(2.75 * gb) }, 0, 2.75 * gb],
    ['in a GB of 1024 MB', { byteUnit: 1024 }, 2.75 * 2 ** 30, 10 * 2 ** 30],
  ])('%s', (_, some, leftBytes, totalBytes) => {
    const reading = shownReading(draft, withAnswers(some));
    expect(reading?.balance).toEqual({ kind: 'known', leftBytes, totalBytes });
  });

  test('with another end, or none', () => {
    expect(shownReading(draft, withAnswers({ end: { kind: 'instant', at: 5 } }))?.endsAt).toBe(5);
    expect(shownReading(draft, withAnswers({ end: null }))?.endsAt).toBeNull();
  });

  test('with a number read the other way, and the total with it', () => {
    const unclear = draftOf({
      figures: [unclearFigure],
      totals: [amountOf('2.500 GB', ['2.500', '2500'])],
      decimal: null,
    });
    const answers = proposedAnswers(unclear);
    const [one, thousand] = [0, 1].map((valueReading) => shownReading(unclear, { ...answers, valueReading })?.balance);
    expect(one).toEqual({ kind: 'known', leftBytes: 1.234 * gb, totalBytes: 2.5 * gb });
    expect(thousand).toEqual({ kind: 'known', leftBytes: 1234 * gb, totalBytes: 2500 * gb });
  });

  test('with further figures, each with what it says alone', () => {
    const several = draftOf({ figures: [figureOf('2 GB'), figureOf('500 MB'), figureOf('1 GB')] });
    const also = [{ figure: 2, as: 'card' as const }];
    expect(shownParts(several, { ...proposedAnswers(several), also })).toEqual([
      expect.objectContaining({ id: 'part-1' }),
      { id: 'part-3', balance: { kind: 'known', leftBytes: gb, totalBytes: null }, endsAt: null },
    ]);
  });
});

test.each([
  ['3 GB', 3 * gb],
  ['1 GB', null],
])('a further figure of 2 GB has a total of its own where it can be that: %s', (total, totalBytes) => {
  const end = endOn('21 December 2026', ['2026-12-22T00:00:00Z']);
  const several = draftOf({ figures: [figureOf('5 GB'), figureOf('2 GB', { total: amountOf(total), end })] });
  const answers = { ...proposedAnswers(several), also: [{ figure: 1, as: 'card' as const }] };
  const [, shown] = shownParts(several, answers);
  expect(shown).toMatchObject({ balance: { leftBytes: 2 * gb, totalBytes }, endsAt: end.endsAt[0] });
  const [, part] = recipeOf(several, answers).parts;
  expect(part?.total?.kind ?? null).toBe(totalBytes === null ? null : 'place');
  expect(part?.end).toEqual({ kind: 'place', place: end.place });
});

describe('of a percentage is shown', () => {
  test.each<[string, Partial<PageAnswers>, number]>([
    ['62', { meaning: 'left' }, 6.2 * gb],
    ['62', { meaning: 'used' }, 3.8 * gb],
    ['62.5', { meaning: 'left', total: typed(1001) }, 625],
    ['33.3', { meaning: 'used', total: typed(1001) }, 668],
    ['100', { meaning: 'used' }, 0],
    ['62', { meaning: 'left', byteUnit: 1024 }, Math.floor(6.2 * 2 ** 30)],
  ])('%s with %j: %d', (value, some, leftBytes) => {
    const made = draftOf({ figures: [percentOf(value)] });
    const answers = { ...proposedAnswers(made), ...some };
    expect(shownReading(made, answers)?.balance).toMatchObject({ kind: 'known', leftBytes });
  });
});

describe('nothing is shown, as it could not be true', () => {
  test.each<[string, Partial<PageAnswers>, string]>([
    ['of what is used without a total', { meaning: 'used', total: null }, 'needs-total'],
    ['of more left than there is', { total: typed(2 * gb) }, 'over-total'],
    ['of more used than there is', { meaning: 'used', total: typed(2 * gb) }, 'over-total'],
  ])('%s', (_, some, problem) => {
    expect(setupProblem(draft, withAnswers(some))).toBe(problem);
    expect(shownReading(draft, withAnswers(some))).toBeNull();
  });

  test.each<[string, Partial<PageAnswers>, string]>([
    ['62', { total: null }, 'needs-total'],
    ['62', { meaning: 'used', total: null }, 'needs-total'],
    ['101', { total: { kind: 'found', index: 0 } }, 'over-total'],
  ])('of a percentage: %s with %j', (value, some, problem) => {
    const made = draftOf({ figures: [percentOf(value)] });
    expect(setupProblem(made, { ...proposedAnswers(made), ...some })).toBe(problem);
  });

  test('of a percentage of a percentage', () => {
    const made = draftOf({ figures: [percentOf('62')], totals: [percentOf('80')] });
    expect(proposedAnswers(made).total).toBeNull();
  });

  test('of more than can be counted', () => {
    const vast = draftOf({ figures: [figureOf('999999 TB')], totals: [] });
    expect(setupProblem(vast, proposedAnswers(vast))).toBe('too-large');
  });
});

test('whatever is picked and answered, what is left is never negative and never more than the total', () => {
  const numbers = fc.integer({ min: 0, max: 99_999 }).map((value) => `${value / 100}`);
  const units = fc.constantFrom('KB', 'MB', 'GB', 'GiB');
  const amounts = fc.tuple(numbers, units).map(([number, unit]) => `${number} ${unit}`);
  const figures = fc.oneof(
    amounts.map((text) => figureOf(text)),
    numbers.map((number) => percentOf(number)),
  );
  const answers = fc.record({
    meaning: fc.constantFrom('left' as const, 'used' as const),
    valueReading: fc.constantFrom(0, 1),
    byteUnit: fc.constantFrom(1000 as const, 1024 as const),
    total: fc.oneof(fc.constant(null), fc.constant({ kind: 'found', index: 0 } as const), fc.nat().map(typed)),
  });
  fc.assert(
    fc.property(figures, amounts, answers, (left, total, some) => {
      const made = draftOf({ figures: [left], totals: [amountOf(total)] });
      const balance = shownReading(made, { ...proposedAnswers(made), ...some })?.balance;
      if (balance?.kind !== 'known') return;
      expect(balance.leftBytes).toBeGreaterThanOrEqual(0);
      expect(balance.leftBytes).toBeLessThanOrEqual(balance.totalBytes ?? Number.MAX_SAFE_INTEGER);
    }),
  );
});
