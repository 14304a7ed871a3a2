import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import { type CardPaceInput, paceOfCard } from '../../../../utils/core/polling/card-pace.ts';
import { longestPaceMs, nearPaceMs } from '../../../../utils/core/polling/pace.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';

const rules = { thresholds: [20, 10, 0], amounts: [] };

/** So much in each of the last hours, after days without any use. */
function samplesOf(bytesAnHour: number, days = 10): UsageSamples {
  const hours = Array.from({ length: 12 }, (_, i) => start - (11 - i) * hourMs);
  const idleUntil = start - 12 * hourMs;
  return {
    since: start - days * dayMs,
    intervals: [[idleUntil, 0, 0], ...hours.map((to): [number, number, number] => [to, bytesAnHour, 0])],
    modules: [],
  };
}

const cardWith = (leftBytes: number, quotaBytes = 10e9): Card => makeCard([makeModule(known(leftBytes, quotaBytes))]);
const pace = (some: Partial<CardPaceInput>) =>
  paceOfCard({
    ...{ card: cardWith(9e9), samples: samplesOf(10e6), rules, byteUnit: 1000, budget: null, now: start },
    ...some,
  });

describe('the pace of a card', () => {
  test.each<[string, Partial<CardPaceInput>, number, string]>([
    ['far from every threshold', {}, longestPaceMs, 'nothing-soon'],
    [
      'some hours of fast use above one',
      { samples: samplesOf(600e6), card: cardWith(6.8e9) },
      2 * hourMs,
      'nothing-soon',
    ],
    ['near one', { samples: samplesOf(600e6), card: cardWith(3.2e9) }, 30 * minuteMs, 'threshold'],
    ['just above one', { card: cardWith(2.001e9) }, nearPaceMs, 'threshold'],
    ['just below one, far from the next', { card: cardWith(1.999e9) }, longestPaceMs, 'nothing-soon'],
    [
      'just above an amount',
      { card: cardWith(5.001e9), rules: { thresholds: [], amounts: [{ value: 5, unit: 'GB' }] } },
      nearPaceMs,
      'threshold',
    ],
    [
      'without any threshold, nearly used up',
      { card: cardWith(1e6), rules: { ...rules, thresholds: [] } },
      nearPaceMs,
      'threshold',
    ],
    [
      'with the share of a day nearly used',
      { budget: { budgetBytes: 100e6, usedBytes: 99e6, dayEndsAt: start + hourMs } },
      nearPaceMs,
      'threshold',
    ],
    ['never used in two weeks', { card: cardWith(2.001e9), samples: samplesOf(0, 14) }, longestPaceMs, 'nothing-soon'],
    ['seen for the first time, nearly full', { samples: null }, Math.round((7 * 8 * hourMs) / 40), 'nothing-soon'],
    ['seen for the first time, near a threshold', { samples: null, card: cardWith(2.1e9) }, nearPaceMs, 'use-unknown'],
    ['with nothing left', { card: cardWith(0) }, hourMs, 'waiting'],
    ['suspended', { card: { ...cardWith(9e9), state: 'suspended' } }, hourMs, 'waiting'],
    ['unlimited', { card: makeCard([makeModule({ balance: { kind: 'unlimited' } })]) }, longestPaceMs, 'nothing-soon'],
    ['unknown', { card: makeCard([makeModule({ balance: { kind: 'unknown' } })]) }, 30 * minuteMs, 'use-unknown'],
    ['that ends in two hours', { card: endingIn(2 * hourMs) }, 30 * minuteMs, 'end'],
    ['that ends in two days', { card: endingIn(2 * dayMs) }, longestPaceMs, 'nothing-soon'],
    ['that has ended', { card: endingIn(-minuteMs) }, hourMs, 'waiting'],
  ])('%s', (_, some, paceMs, reason) => {
    expect(pace(some)).toEqual({ paceMs, reason });
  });

  test('follows the last hours where they are faster than the weeks before', () => {
    const calm = samplesOf(10e6);
    const heavy = { ...calm, intervals: [...calm.intervals, [start + hourMs, 2e9, 0] as [number, number, number]] };
    const card = cardWith(5e9);
    const before = pace({ card, samples: calm });
    const after = pace({ card, samples: heavy, now: start + hourMs });
    expect([before.paceMs, after.paceMs]).toEqual([longestPaceMs, Math.round((3 / 8) * hourMs)]);
  });

  test('a night away tells nothing of how fast it is used', () => {
    const away: UsageSamples = { since: start - 10 * dayMs, intervals: [[start - hourMs, 1e6, 0]], modules: [] };
    expect(pace({ card: cardWith(2.5e9), samples: away }).reason).toBe('use-unknown');
  });

  const bytes = fc.integer({ min: 0, max: 10e9 });
  const someSamples = fc.option(
    fc.integer({ min: 0, max: 5e9 }).map((used) => samplesOf(used)),
    { nil: null },
  );

  test('lies between ten minutes and three hours, whatever is left and was used', () => {
    fc.assert(
      fc.property(bytes, someSamples, (left, samples) => {
        const { paceMs } = pace({ card: cardWith(left), samples });
        return paceMs >= nearPaceMs && paceMs <= longestPaceMs && Number.isInteger(paceMs);
      }),
    );
  });

  test('is no shorter the farther a threshold is, and no longer the faster it is used', () => {
    const used = fc.integer({ min: 0, max: 5e9 });
    fc.assert(
      fc.property(
        fc.integer({ min: 2e9 + 1, max: 10e9 }),
        fc.integer({ min: 0, max: 1e9 }),
        used,
        used,
        (left, more, a, b) => {
          const at = (leftBytes: number, bytesAnHour: number) =>
            pace({ card: cardWith(leftBytes), samples: samplesOf(bytesAnHour) }).paceMs;
          return at(left + more, a) >= at(left, a) && at(left, Math.max(a, b)) <= at(left, Math.min(a, b));
        },
      ),
    );
  });
});

function endingIn(ms: number): Card {
  return { ...cardWith(9e9), plans: [makePlan([makeModule(known(9e9, 10e9))], { expiresAt: start + ms })] };
}
