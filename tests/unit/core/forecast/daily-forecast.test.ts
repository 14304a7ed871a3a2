import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisMaximum } from '../../../../components/chart/axis-maximum.ts';
import { dailyForecast } from '../../../../utils/core/forecast/daily-forecast.ts';
import type { Forecast } from '../../../../utils/core/forecast/forecast.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';

const zone = 'Europe/Stockholm';
const midnight = Date.UTC(2026, 10, 22, 23);
/** 14:05 on 23 November in Stockholm. */
const now = midnight + 14 * hourMs + 5 * 60_000;

describe('the days to come', () => {
  const zero = { low: 0, likely: 0, high: 0 };
  const ready: Forecast & { kind: 'ready' } = {
    kind: 'ready',
    perDayBytes: 1000,
    runOut: { early: null, likely: null, late: null },
    endsAt: null,
    endsFirst: 'validity',
    spareBytes: zero,
    shortBytes: zero,
  };
  const forecastDays = (forecast: Forecast, maxDays = 3) => dailyForecast(forecast, 0, maxDays, now, zone);

  test.each([[{ kind: 'none' }], [{ kind: 'insufficient-data' }], [{ ...ready, kind: 'first-estimate' }]] satisfies [
    Forecast,
  ][])('are none without a forecast by what was watched: %o', (forecast) => {
    expect(forecastDays(forecast)).toEqual([]);
  });

  test('begin tomorrow, at the present pace where there is no range', () => {
    const days = forecastDays(ready);
    expect(days[0]).toEqual({
      startsAt: midnight + dayMs,
      endsAt: midnight + 2 * dayMs,
      low: 1000,
      likely: 1000,
      high: 1000,
    });
    expect(days).toHaveLength(3);
  });

  test('end with the validity, whose own day counts in part', () => {
    const days = forecastDays({ ...ready, endsAt: midnight + 2.5 * dayMs }, 14);
    expect(days.map(({ likely }) => likely)).toEqual([1000, 500]);
  });

  test('end with the late run-out; after the likely one nothing is likely', () => {
    const at = (days: number) => now + days * dayMs;
    const days = forecastDays({ ...ready, runOut: { early: at(1), likely: at(2), late: at(4) } }, 14);
    expect(days.map(({ likely }) => likely !== null)).toEqual([true, true, false, false]);
    expect(days[0]).toMatchObject({ low: 500, likely: 1000, high: 2000 });
  });

  test('range as what will be left does', () => {
    const endsAt = now + 10 * dayMs;
    const spareBytes = { low: 1000, likely: 3000, high: 6000 };
    expect(forecastDays({ ...ready, endsAt, spareBytes })[0]).toMatchObject({ low: 700, likely: 1000, high: 1200 });
  });

  test('are in order, and never wide enough to hide the days that were', () => {
    const instant = fc.option(fc.integer({ min: 0, max: 40 }).map((days) => now + days * dayMs));
    const amounts = fc.tuple(fc.nat(1e9), fc.nat(1e9), fc.nat(1e9)).map((three) => {
      const [low = 0, likely = 0, high = 0] = three.sort((a, b) => a - b);
      return { low, likely, high };
    });
    fc.assert(
      fc.property(instant, instant, instant, instant, amounts, amounts, (...parts) => {
        const [early, likely, late, endsAt, spareBytes, shortBytes] = parts;
        for (const day of forecastDays(
          { ...ready, runOut: { early, likely, late }, endsAt, spareBytes, shortBytes },
          14,
        )) {
          expect(day.low).toBeGreaterThanOrEqual(0);
          expect(day.low).toBeLessThanOrEqual(day.likely ?? day.high);
          expect(day.high).toBeGreaterThanOrEqual(day.likely ?? day.low);
          expect(day.high).toBeLessThanOrEqual(3000);
        }
      }),
    );
  });
});

test.each([
  [211e6, 1000, 300e6],
  [100e6, 1000, 100e6],
  [1.2e9, 1000, 1.5e9],
  [900 * 2 ** 20, 1024, 1000 * 2 ** 20],
  [0, 1000, 1],
] as const)('a scale up to %d bytes in units of %d ends at %d', (bytes, byteUnit, top) => {
  expect(axisMaximum(bytes, byteUnit)).toBe(top);
});
