import { expect, test } from 'vitest';
import { isStale } from '../../../../utils/core/usage/staleness.ts';
import { snapshotAfterClockSetBack } from '../../../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { makeCard, makeModule, makeSnapshot, start } from '../../support/builders.ts';

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

test('8.6 a clock that is set back moves the seller’s clock along, and what is measured by ours not', () => {
  const card = makeCard([makeModule({ expiresAt: start + 10 * dayMs })], { measuredAt: start + 8 * dayMs });
  const ahead = makeSnapshot({
    cards: [card],
    checkedAt: start + 8 * dayMs,
    measuredAt: card.measuredAt,
    skewMs: -8 * dayMs,
  });
  expect(snapshotAfterClockSetBack(ahead, false, start)).toMatchObject({ checkedAt: start, skewMs: 0 });
  const ours = snapshotAfterClockSetBack({ ...ahead, skewMs: 0 }, true, start);
  expect(ours).toMatchObject({ checkedAt: start, measuredAt: start, skewMs: 0, cards: [{ measuredAt: start }] });
  expect(ours.cards[0]?.plans).toEqual(card.plans);
  expect(snapshotAfterClockSetBack(ours, true, start)).toBe(ours);
});
