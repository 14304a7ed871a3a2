import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  forecastFrom,
  outlookOf,
  type PredictionInterval,
  type RunOut,
} from '../../../../utils/core/forecast/forecast.ts';
import type { UsageInterval } from '../../../../utils/core/history/usage-samples.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';

/* Properties for any history: gaps of years, intervals of no length, enormous usage, unusual zones and days. */

/** Each run projects months ahead, day by day in a time zone. */
const longTimeout = { timeout: 30_000 };

type Input = Parameters<typeof forecastFrom>[0];

const length = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 5 * minuteMs, max: 30 * hourMs }) },
  { weight: 2, arbitrary: fc.integer({ min: dayMs, max: 20 * dayMs }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 3 * 365 * dayMs) },
);
const bytes = fc.oneof(fc.constant(0), fc.integer({ min: 10_000, max: 5e9 }), fc.constantFrom(10_000, 1e10, 1e13));
const pool = fc.record({
  leftBytes: fc.oneof(fc.integer({ min: 1, max: 50e9 }), fc.constantFrom(1, 1e13)),
  endsInMs: fc.option(fc.integer({ min: 1, max: 500 * dayMs })),
});
/** Ordinary days, the days before European clock changes, a leap day, and the day that Samoa skipped. */
const since = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }),
  fc.constantFrom(...['2026-03-20', '2026-10-20', '2028-02-20', '2011-12-20T10:00'].map((day) => Date.parse(day))),
);

const input: fc.Arbitrary<Input> = fc
  .record({
    since,
    usage: fc.array(fc.tuple(length, bytes), { minLength: 0, maxLength: 40 }),
    pools: fc.array(pool, { minLength: 1, maxLength: 4 }),
    idleMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 * dayMs })),
    agoMs: fc.integer({ min: 0, max: hourMs }),
    zone: fc.constantFrom('UTC', 'Europe/Stockholm', 'Asia/Kathmandu', 'Pacific/Apia', 'America/New_York'),
  })
  .map(({ since, usage, pools, idleMs, agoMs, zone }) => {
    let to = since;
    const intervals = usage.map(([lengthMs, usedBytes]): UsageInterval => {
      to += lengthMs;
      return [to, usedBytes, 0];
    });
    const measuredAt = to + idleMs;
    const ends = (inMs: number | null) => (inMs === null ? null : measuredAt + inMs);
    return {
      since,
      intervals,
      measuredAt,
      now: measuredAt + agoMs,
      pools: pools.map(({ leftBytes, endsInMs }) => ({ leftBytes, endsAt: ends(endsInMs) })),
      zone,
    };
  });

const planUse = fc
  .record({
    beganMs: fc.oneof(fc.integer({ min: -dayMs, max: 60 * dayMs }), fc.constantFrom(0, 400 * dayMs)),
    quotaBytes: fc.integer({ min: 1, max: 50e9 }),
    usedShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ beganMs, quotaBytes, usedShare }) => ({
    beganMs,
    quotaBytes,
    usedBytes: Math.floor(quotaBytes * usedShare),
  }));

/** The first three days of any history, with what the plan tells; it may have begun in the midst of them, or after. */
const early = fc.tuple(input, planUse).map(([given, { beganMs, ...plan }]): Input => {
  const measuredAt = Math.min(given.measuredAt, given.since + 3 * dayMs - 1);
  const intervals = given.intervals.filter(([to]) => to <= measuredAt);
  const pools = given.pools.map((pool) => ({ ...pool, leftBytes: Math.min(pool.leftBytes, plan.quotaBytes) }));
  return { ...given, intervals, pools, measuredAt, planUse: { ...plan, startsAt: measuredAt - beganMs } };
});

const points = ({ early, likely, late }: RunOut) => [early, likely, late].map((at) => at ?? Number.POSITIVE_INFINITY);
const values = ({ low, likely, high }: PredictionInterval) => [low, likely, high];
const isRising = (numbers: number[]) => numbers.every((value, i) => i === 0 || value >= (numbers[i - 1] ?? 0));

/** Both forecasts, where both say something. */
function both(one: Input, other: Input) {
  const [before, after] = [outlookOf(forecastFrom(one)), outlookOf(forecastFrom(other))];
  return before && after ? { before, after } : null;
}

describe('every forecast', () => {
  test('tells whole bytes that are not negative, and instants after the measurement, in order', longTimeout, () => {
    fc.assert(
      fc.property(fc.oneof(input, early), (given) => {
        const outlook = outlookOf(forecastFrom(given));
        if (!outlook) return;
        const { perDayBytes, runOut, spareBytes, shortBytes, endsAt } = outlook;
        for (const value of [perDayBytes, ...values(spareBytes), ...values(shortBytes)]) {
          expect(Number.isInteger(value) && value >= 0, String(value)).toBe(true);
        }
        for (const at of [runOut.early, runOut.likely, runOut.late]) {
          if (at === null) continue;
          expect(Number.isInteger(at)).toBe(true);
          expect(at).toBeGreaterThanOrEqual(given.measuredAt);
          expect(at).toBeLessThan(endsAt ?? Number.POSITIVE_INFINITY);
        }
        expect(isRising(points(runOut)), JSON.stringify(runOut)).toBe(true);
        expect(isRising(values(spareBytes))).toBe(true);
        expect(isRising(values(shortBytes))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('is thin before three days, and never after', longTimeout, () => {
    fc.assert(
      fc.property(input, (given) => {
        const { kind } = forecastFrom(given);
        const observedMs = given.measuredAt - given.since;
        if (kind !== 'none') expect(kind).toBe(observedMs < 3 * dayMs ? 'insufficient-data' : 'ready');
      }),
    );
  });

  test('before three days is an estimate six hours into the plan, with 2 % of it used, else none', longTimeout, () => {
    const told = { yes: 0, no: 0 };
    fc.assert(
      fc.property(early, (given) => {
        const { kind } = forecastFrom(given);
        const { startsAt = 0, quotaBytes = 0, usedBytes = 0 } = given.planUse ?? {};
        const isEnough = given.measuredAt - startsAt >= 6 * hourMs && usedBytes >= quotaBytes / 50;
        if (kind !== 'none') expect(kind).toBe(isEnough ? 'first-estimate' : 'insufficient-data');
        told[isEnough ? 'yes' : 'no'] += 1;
      }),
    );
    expect(Math.min(told.yes, told.no)).toBeGreaterThan(0);
  });

  test('has no run-out later, and nothing more to spare, where all was used faster', longTimeout, () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 2, max: 20 }), (given, factor) => {
        const intervals = given.intervals.map(([to, used, left]): UsageInterval => [to, used * factor, left]);
        const pair = both(given, { ...given, intervals });
        if (!pair) return;
        const { before, after } = pair;
        points(after.runOut).forEach((at, i) => {
          expect(at).toBeLessThanOrEqual(points(before.runOut)[i] ?? 0);
        });
        values(after.spareBytes).forEach((spare, i) => {
          expect(spare).toBeLessThanOrEqual(values(before.spareBytes)[i] ?? 0);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('has no run-out earlier, and nothing less to spare, where more is left', longTimeout, () => {
    fc.assert(
      fc.property(input, fc.nat(3), fc.integer({ min: 1, max: 20e9 }), (given, which, moreBytes) => {
        const pools = given.pools.map((pool, i) => {
          return i === which % given.pools.length ? { ...pool, leftBytes: pool.leftBytes + moreBytes } : pool;
        });
        const pair = both(given, { ...given, pools });
        if (!pair) return;
        const { before, after } = pair;
        points(after.runOut).forEach((at, i) => {
          expect(at).toBeGreaterThanOrEqual(points(before.runOut)[i] ?? 0);
        });
        values(after.spareBytes).forEach((spare, i) => {
          expect(spare).toBeGreaterThanOrEqual(values(before.spareBytes)[i] ?? 0);
        });
      }),
      { numRuns: 300 },
    );
  });
});
