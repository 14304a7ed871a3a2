import { expect, test } from 'vitest';
import { isStale } from '../../../../utils/core/usage/staleness.ts';
import { makeSnapshot, start } from '../../support/builders.ts';

test('a figure is old by the seller’s clock, two missed checks, or a clock set back', () => {
  const snapshot = makeSnapshot({ expiresAt: start + 60_000 });
  expect(isStale(snapshot, 900_000, start + 59_999)).toBe(false);
  expect(isStale(snapshot, 900_000, start + 60_000)).toBe(true);
  expect(isStale(makeSnapshot({ skewMs: 3_600_000, expiresAt: start + 3_660_000 }), 900_000, start + 60_000)).toBe(
    true,
  );
  expect(isStale(makeSnapshot(), 900_000, start - 3_600_000)).toBe(true);
  const slow = makeSnapshot({ floorMs: 3_600_000, expiresAt: start + 1e9 });
  expect([isStale(slow, 900_000, start + 7_199_999), isStale(slow, 900_000, start + 7_200_000)]).toEqual([false, true]);
  expect(isStale(makeSnapshot({ measuredAt: start - 30 * 86_400_000 }), 900_000, start)).toBe(true);
});
