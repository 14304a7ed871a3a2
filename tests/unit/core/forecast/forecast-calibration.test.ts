import { describe, expect, test } from 'vitest';
import { forecastFrom } from '../../../../utils/core/forecast/forecast.ts';
import { isGood, scoresFor } from '../../../bench/forecast.ts';

/**
 * A guard against regressions: the bench with fewer users, and with the seed used for tuning. Only the bench itself,
 * with another seed, measures the quality.
 */

const seed = 777;
const longTimeout = { timeout: 30_000 };

describe('the forecast', () => {
  test('holds what happens in eight cases of ten, and errs less than use so far ÷ time so far', longTimeout, () => {
    const { overall, kinds } = scoresFor(seed, 120);
    expect(overall.coverage).toBeGreaterThanOrEqual(0.75);
    expect(overall.coverage).toBeLessThanOrEqual(0.85);
    expect(overall.errorRatio).toBeLessThanOrEqual(0.75);
    for (const [kind, { coverage }] of kinds) expect(coverage, kind).toBeGreaterThan(0.6);
  });

  test('would not pass with half the use, nor with intervals that hold everything', longTimeout, () => {
    const half: typeof forecastFrom = (input) =>
      forecastFrom({ ...input, intervals: input.intervals.map(([to, used, left]) => [to, used / 2, left]) });
    const always: typeof forecastFrom = (input) => {
      const forecast = forecastFrom(input);
      if (forecast.kind !== 'ready') return forecast;
      return { ...forecast, runOut: { ...forecast.runOut, early: input.now, late: null } };
    };
    expect(isGood(scoresFor(seed, 20, half).overall)).toBe(false);
    expect(isGood(scoresFor(seed, 20, always).overall)).toBe(false);
  });
});
