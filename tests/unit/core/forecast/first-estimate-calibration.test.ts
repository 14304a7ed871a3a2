import { describe, expect, test } from 'vitest';
import { forecastFrom } from '../../../../utils/core/forecast/forecast.ts';
import { firstScoresFor, isGoodFirst } from '../../../bench/first-estimate.ts';

/** As with the forecast: a guard against regressions, with fewer users and the seed used for tuning. */

const seed = 777;
const longTimeout = { timeout: 30_000 };

describe('the first estimate', () => {
  test('holds most of what happens, is narrow enough, and errs no more than quota ÷ time', longTimeout, () => {
    const { overall } = firstScoresFor(seed, 150);
    expect(overall.coverage).toBeGreaterThanOrEqual(0.7);
    expect(overall.coverage).toBeLessThanOrEqual(0.9);
    expect(overall.width).toBeLessThanOrEqual(0.6);
    expect(overall.errorRatio).toBeLessThanOrEqual(1);
    expect(overall.told).toBeGreaterThan(0.8);
  });

  test('would not pass with half the use, with intervals that hold everything, nor by silence', longTimeout, () => {
    const half: typeof forecastFrom = ({ planUse, ...input }) =>
      forecastFrom({ ...input, planUse: planUse ? { ...planUse, usedBytes: planUse.usedBytes / 2 } : null });
    const always: typeof forecastFrom = (input) => {
      const forecast = forecastFrom(input);
      if (forecast.kind !== 'first-estimate') return forecast;
      return { ...forecast, runOut: { ...forecast.runOut, early: input.now, late: null } };
    };
    const seldom: typeof forecastFrom = (input) =>
      input.measuredAt % 2 === 0 ? forecastFrom(input) : { kind: 'insufficient-data' };
    for (const bad of [half, always, seldom]) expect(isGoodFirst(firstScoresFor(seed, 30, bad).overall)).toBe(false);
  });
});
