import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidePace, type PaceInput } from '../../../../utils/core/polling/adaptive-pace.ts';
import { checkIntervalMs, retryIntervalMs } from '../../../../utils/core/polling/check-interval.ts';
import { longestPaceMs, type Pace, shortestPaceMs } from '../../../../utils/core/polling/pace.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

const near: Pace = { paceMs: 20 * minuteMs, reason: 'threshold' };
const far: Pace = { paceMs: longestPaceMs, reason: 'nothing-soon' };
const base: PaceInput = {
  ...{ cards: [far], isWatched: false, hasOpenOrder: false, isDataSaved: false },
  ...{ expiresAt: start + dayMs, nextUpdateAt: 0, now: start },
};

describe('the pace of an account', () => {
  test.each<[string, Partial<PaceInput>, number, string]>([
    ['is that of its card to which something may happen first', { cards: [far, near, far] }, 20, 'threshold'],
    ['is the longest without cards', { cards: [] }, 180, 'nothing-soon'],
    ['is short while somebody looks', { cards: [far, near], isWatched: true }, 5, 'watched'],
    ['is short while an order is open', { hasOpenOrder: true }, 15, 'order'],
    ['is twice as long where the browser saves data', { cards: [near], isDataSaved: true }, 40, 'data-saver'],
    ['is not longer for a person who looks, by saving data', { isDataSaved: true, isWatched: true }, 5, 'watched'],
    ['ends before the answer expires', { expiresAt: start + 100 * minuteMs }, 90, 'answer-expires'],
    ['does not hurry for an answer that has expired as it came', { expiresAt: start - hourMs }, 15, 'answer-expires'],
    [
      'waits for the seller’s next update',
      { cards: [near], nextUpdateAt: start + 38 * minuteMs },
      40,
      'seller-updates',
    ],
    [
      'waits for it while somebody looks, too',
      { isWatched: true, nextUpdateAt: start + 38 * minuteMs },
      40,
      'seller-updates',
    ],
    ['waits for no update that is due', { cards: [near], nextUpdateAt: start - minuteMs }, 20, 'threshold'],
    ['waits no longer than three hours for one', { cards: [near], nextUpdateAt: start + dayMs }, 180, 'seller-updates'],
  ])('%s', (_, some, minutes, reason) => {
    expect(decidePace({ ...base, ...some })).toEqual({ paceMs: minutes * minuteMs, reason });
  });

  test('is never under five minutes, and above three hours only where data is saved', () => {
    const pace = fc.record({
      paceMs: fc.integer({ min: 10 * minuteMs, max: longestPaceMs }),
      reason: fc.constant('end' as const),
    });
    const at = fc.integer({ min: start - dayMs, max: start + 3 * dayMs });
    fc.assert(
      fc.property(
        fc.array(pace),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        at,
        at,
        (cards, a, b, isDataSaved, c, d) => {
          const input = {
            cards,
            isWatched: a,
            hasOpenOrder: b,
            isDataSaved,
            expiresAt: c,
            nextUpdateAt: d,
            now: start,
          };
          const { paceMs } = decidePace(input);
          return paceMs >= shortestPaceMs && paceMs <= (isDataSaved ? 2 : 1) * longestPaceMs;
        },
      ),
    );
  });
});

describe('the interval of checks', () => {
  const asNeeded = { pollIntervalMinutes: null };

  test('is what was chosen, else what was decided last, else a quarter of an hour', () => {
    expect(checkIntervalMs({ pollIntervalMinutes: 30 }, { pace: far })).toBe(30 * minuteMs);
    expect(checkIntervalMs(asNeeded, { pace: far })).toBe(longestPaceMs);
    expect([checkIntervalMs(asNeeded, { pace: null }), checkIntervalMs(asNeeded, null)]).toEqual([
      15 * minuteMs,
      15 * minuteMs,
    ]);
  });

  test('after a failure counts from a quarter of an hour at most, or from what was chosen', () => {
    expect(retryIntervalMs(asNeeded, { pace: far })).toBe(15 * minuteMs);
    expect(retryIntervalMs(asNeeded, { pace: { ...near, paceMs: 10 * minuteMs } })).toBe(10 * minuteMs);
    expect(retryIntervalMs({ pollIntervalMinutes: 60 }, { pace: null })).toBe(hourMs);
  });
});
