import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Forecast, forecastFor } from '../../../../utils/core/forecast/forecast.ts';
import { usageStatus } from '../../../../utils/core/forecast/usage-status.ts';
import { timeLeftShare } from '../../../../utils/core/forecast/validity.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';

const GB = 1e9;

/** Of 3 GB for 30 days. */
const cardOf = (leftBytes: number, beganMs: number) =>
  makeCard([], {
    plans: [
      makePlan([makeModule(known(leftBytes))], { startsAt: start - beganMs, expiresAt: start - beganMs + 30 * dayMs }),
    ],
  });

const judged = (leftBytes: number, beganMs: number) => {
  const card = cardOf(leftBytes, beganMs);
  return usageStatus(card, forecastFor(card, null, start, 'UTC'), start);
};

describe('a card that was just connected', () => {
  test('is judged by the average of its plan', () => {
    expect(judged(1.24 * GB, 14 * dayMs)).toEqual({ status: 'critical', reason: 'runs-out' });
    expect(judged(1.55 * GB, 14 * dayMs)).toMatchObject({ reason: 'close' });
    expect(judged(2.4 * GB, 14 * dayMs)).toEqual({ status: 'ok', reason: 'lasts' });
  });

  test('is not judged in the first six hours of its plan, nor before 2 % of it were used', () => {
    expect(judged(2.8 * GB, 6 * hourMs - 1)).toEqual({ status: 'ok', reason: 'too-early' });
    expect(judged(2.8 * GB, 6 * hourMs)).toMatchObject({ reason: 'runs-out' });
    expect(judged(2.95 * GB, dayMs)).toEqual({ status: 'ok', reason: 'too-early' });
    expect(judged(2.94 * GB, dayMs)).toEqual({ status: 'ok', reason: 'lasts' });
  });

  test('is used too fast where the bar is short of its mark by more than ten points, whatever is not known', () => {
    expect(judged(2.5 * GB, hourMs)).toEqual({ status: 'warning', reason: 'used-fast' });
    expect(judged(0.5 * GB, hourMs)).toEqual({ status: 'warning', reason: 'running-low' });
    expect(judged(0.3 * GB, hourMs)).toEqual({ status: 'critical', reason: 'almost-used-up' });
    const unforecast = usageStatus(cardOf(1.24 * GB, 14 * dayMs), { kind: 'none' }, start);
    expect(unforecast).toEqual({ status: 'warning', reason: 'used-fast' });
  });
});

test('no card has plenty left, nor is well by its level, where its bar is more than ten points short of its mark', () => {
  const zero = { low: 0, likely: 0, high: 0 };
  const forecast: fc.Arbitrary<Forecast> = fc.oneof(
    fc.constantFrom<Forecast>({ kind: 'none' }, { kind: 'insufficient-data' }),
    fc
      .record({
        kind: fc.constantFrom('ready' as const, 'first-estimate' as const),
        likely: fc.option(fc.integer({ min: start, max: start + 30 * dayMs })),
        hasEnd: fc.boolean(),
      })
      .map(({ kind, likely, hasEnd }) => ({
        ...{ kind, perDayBytes: 1, spareBytes: zero, shortBytes: zero },
        runOut: { early: likely, likely, late: likely },
        endsAt: hasEnd ? start + 30 * dayMs : null,
        endsFirst: 'either' as const,
      })),
  );
  const times = fc.record({
    beganMs: fc.integer({ min: 1, max: 40 * dayMs }),
    toEndMs: fc.integer({ min: 1, max: 40 * dayMs }),
  });
  const period = fc.constantFrom('none', 'daily', 'weekly', 'monthly' as const);
  let behindCount = 0;
  fc.assert(
    fc.property(times, period, fc.integer({ min: 1, max: 1000 }), forecast, (time, refreshPeriod, permille, given) => {
      const expiresAt = start + time.toEndMs;
      const module = makeModule({ ...known(permille * 3e6), refreshPeriod, expiresAt });
      const card = makeCard([], { plans: [makePlan([module], { startsAt: start - time.beganMs, expiresAt })] });
      const mark = timeLeftShare(card, start);
      // Just beyond, as the moment at which it ends is a whole millisecond.
      if (mark === null || permille / 1000 >= mark - 0.100001) return;
      behindCount += 1;
      const { status, reason } = usageStatus(card, given, start);
      expect(reason).not.toBe('plenty');
      if (status === 'ok') expect(reason).toBe('lasts');
    }),
  );
  expect(behindCount).toBeGreaterThan(0);
});
