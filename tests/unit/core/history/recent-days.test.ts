import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  observedUsage,
  recentDays,
  totalObservedMs,
  unchangedUntil,
} from '../../../../utils/core/history/recent-days.ts';
import type { UsageArchive, UsageInterval, UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { makeCard, makeModule } from '../../support/builders.ts';

const zone = 'Europe/Stockholm';
const midnight = Date.UTC(2026, 10, 22, 23);
/** 14:05 on 23 November in Stockholm. */
const now = midnight + 14 * hourMs + 5 * 60_000;

function samplesOf(since: number, intervals: UsageInterval[]): UsageSamples {
  return { since, intervals, modules: [] };
}

/** Every hour up to `now`, 1000 bytes each. */
function hourly(since: number): UsageSamples {
  const intervals: UsageInterval[] = [];
  for (let to = since + hourMs; to <= now; to += hourMs) intervals.push([to, 1000, 1_000_000]);
  return samplesOf(since, intervals);
}

const recent = (
  samples: UsageSamples | null,
  measuredAt: number | null,
  count: number,
  archive: UsageArchive | null = null,
) => recentDays(observedUsage(samples, archive, measuredAt, 0), count, now, zone);

describe('the past days', () => {
  test('end with today, so far', () => {
    const { days } = recent(hourly(midnight - 3 * dayMs), now, 3);
    expect(days.map(({ usedBytes, isToday }) => [usedBytes, isToday])).toEqual([
      [24_000, false],
      [24_000, false],
      [14_000, true],
    ]);
    expect(days.at(-1)?.startsAt).toBe(midnight);
  });

  test('that were not watched are not days without use', () => {
    const { days } = recent(hourly(midnight - dayMs), now, 4);
    expect(days.map(({ usedBytes }) => usedBytes)).toEqual([null, null, 24_000, 14_000]);
  });

  test('of unchanged figures are days without use', () => {
    const { days } = recent(samplesOf(midnight - 3 * dayMs, [[midnight - 2 * dayMs, 500, 9000]]), now, 4);
    expect(days.map(({ usedBytes, leftBytes }) => [usedBytes, leftBytes])).toEqual([
      [500, 9000],
      [0, 9000],
      [0, 9000],
      [0, 9000],
    ]);
  });

  test('since the last measuring were not watched', () => {
    const { days } = recent(samplesOf(midnight - 4 * dayMs, [[midnight - 2 * dayMs, 500, 9000]]), midnight - dayMs, 4);
    expect(days.map(({ usedBytes }) => usedBytes)).toEqual([250, 0, null, null]);
  });

  test('measured together are estimated, and what was left between is not known', () => {
    const { days } = recent(samplesOf(midnight - 2 * dayMs, [[midnight + hourMs, 4900, 100]]), midnight + hourMs, 3);
    expect(days.map(({ usedBytes, isEstimated, leftBytes }) => [usedBytes, isEstimated, leftBytes])).toEqual([
      [2400, true, null],
      [2400, true, null],
      [100, true, 100],
    ]);
  });

  test('are days of the calendar where the clocks change', () => {
    const atChange = Date.UTC(2026, 9, 25, 12);
    const observed = observedUsage(samplesOf(atChange - 5 * dayMs, [[atChange, 5000, 0]]), null, null, 0);
    const { days } = recentDays(observed, 3, atChange + dayMs, zone);
    expect(days.map(({ startsAt, endsAt }) => (endsAt - startsAt) / hourMs)).toEqual([24, 25, 24]);
  });

  test('of a card never seen are all unknown', () => {
    const result = recent(null, null, 14);
    expect(result.days).toHaveLength(14);
    expect(result).toMatchObject({ totalBytes: 0, perDayBytes: null, highest: null });
    expect(result.days.every(({ usedBytes, leftBytes }) => usedBytes === null && leftBytes === null)).toBe(true);
  });

  test('have an average of the time that was watched alone, and none before a whole day was', () => {
    expect(recent(hourly(midnight - dayMs), now, 14).perDayBytes).toBeLessThanOrEqual(24_000);
    expect(recent(hourly(midnight - dayMs), now, 14).perDayBytes).toBeGreaterThan(23_900);
    expect(recent(hourly(midnight), now, 14).perDayBytes).toBeNull();
  });

  test('join the archive and the last weeks, with no byte counted twice', () => {
    const border = midnight - 2 * dayMs;
    const older: UsageArchive = {
      since: border - 2 * dayMs,
      intervals: [
        [border, 480, 50],
        [border + hourMs, 1000, 40],
      ],
      changes: [],
    };
    expect(recent(hourly(border), now, 5, older).days.map(({ usedBytes }) => usedBytes)).toEqual([
      240, 240, 24_000, 24_000, 14_000,
    ]);
  });

  test('leave the gap between the archive and the last weeks unknown', () => {
    const older: UsageArchive = {
      since: midnight - 6 * dayMs,
      intervals: [[midnight - 5 * dayMs, 10, 5]],
      changes: [],
    };
    const { days } = recent(hourly(midnight - dayMs), now, 7, older);
    expect(days.map(({ usedBytes }) => usedBytes)).toEqual([10, null, null, null, null, 24_000, 14_000]);
  });

  test('are those of our clock, not the seller’s', () => {
    const skewMs = 2 * hourMs;
    const samples = samplesOf(midnight + skewMs, [[midnight + skewMs + hourMs, 7, 1]]);
    const { days } = recentDays(observedUsage(samples, null, null, skewMs), 1, now, zone);
    expect(days[0]?.usedBytes).toBe(7);
  });

  test('lose no byte, whatever was measured when', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 * dayMs }), fc.integer({ min: 0, max: 1e9 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(some, (parts) => {
        const total = parts.reduce((sum, [length]) => sum + length, 0);
        let at = now - total;
        const intervals = parts.map(([length, used]): UsageInterval => {
          at += length;
          return [at, used, 0];
        });
        const result = recentDays(observedUsage(samplesOf(now - total, intervals), null, now, 0), 130, now, zone);
        expect(result.totalBytes).toBe(parts.reduce((sum, [, used]) => sum + used, 0));
      }),
      { numRuns: 30 },
    );
  });
});

test('a figure that is no amount does not say that nothing was used', () => {
  const card = makeCard();
  expect(unchangedUntil(card)).toBe(card.measuredAt);
  expect(unchangedUntil(makeCard([makeModule({ balance: { kind: 'unlimited' } })]))).toBeNull();
});

test('how long a card was watched counts no gap', () => {
  const older: UsageArchive = { since: 0, intervals: [[hourMs, 1, 1]], changes: [] };
  expect(totalObservedMs(observedUsage(samplesOf(dayMs, [[dayMs + hourMs, 1, 1]]), older, null, 0))).toBe(2 * hourMs);
});
