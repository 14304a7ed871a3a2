import { describe, expect, test } from 'vitest';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { judge, resultsFor } from '../../../bench/fleet/fleet.ts';
import { fixedKind } from '../../../bench/fleet/paces.ts';

/*
 * A guard against regressions: the bench with so few clients that chance alone makes peaks of 1.25 of the mean. Always the
 * same, for the seed is.
 */

const seed = 777;
const longTimeout = { timeout: 60_000 };
const ignore = () => undefined;

describe('8.E F21 a crowd of clients', () => {
  test(
    'never raises the load on a seller that fails, returns spread, and asks no more than at a fixed interval',
    longTimeout,
    () => {
      const judged = judge(resultsFor(seed, { groups: 1, clientsInGroup: 20_000 }, ignore));
      expect(judged.onset).toBeLessThanOrEqual(1.3);
      expect(judged.recovery).toBeLessThanOrEqual(1.35);
      expect(judged.dated).toBeLessThanOrEqual(1.35);
      expect(judged.later).toBeLessThanOrEqual(1.3);
      expect(judged.people).toBeLessThanOrEqual(3.5);
      expect(judged.excess).toBeLessThanOrEqual(0);
      expect(judged.cost).toBeLessThanOrEqual(1.05);
    },
  );

  test('would not pass with clients that ask every five minutes', longTimeout, () => {
    const hasty = { ...fixedKind, paceOf: () => 5 * minuteMs };
    const judged = judge(resultsFor(seed, { groups: 1, clientsInGroup: 2_000 }, ignore, hasty));
    expect(judged.onset).toBeGreaterThan(3);
    expect(judged.excess).toBeGreaterThan(1);
  });
});
