import { describe, expect, test } from 'vitest';
import { learnedGaps, nextUpdateAt } from '../../../../utils/core/polling/seller-rhythm.ts';
import type { UsageSnapshot } from '../../../../utils/core/usage/usage-snapshot.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeSnapshot, start } from '../../support/builders.ts';

const skewMs = 7 * minuteMs;

/** The answer of a seller that measures at these times (minutes), requested at `atMinute`. Its clock is ahead of ours. */
function answer(atMinute: number, updates: readonly number[]): UsageSnapshot {
  const measured = updates.findLast((minute) => minute <= atMinute) ?? 0;
  const checkedAt = start + atMinute * minuteMs;
  return makeSnapshot({ checkedAt, measuredAt: start + measured * minuteMs + skewMs, skewMs });
}

/** What is learned by requests at these minutes. */
function learned(checks: readonly number[], updates: readonly number[]): number[] {
  let before: UsageSnapshot | null = null;
  let gapsMs: readonly number[] = [];
  for (const minute of checks) {
    const after = answer(minute, updates);
    gapsMs = learnedGaps(gapsMs, before, after);
    before = after;
  }
  return gapsMs.map((gapMs) => gapMs / minuteMs);
}

const every = (minutes: number, until: number) => Array.from({ length: until / minutes }, (_, i) => i * minutes);
const hourly = every(60, 1200);

describe('of a seller’s updates', () => {
  test('the time between two is learned where it was checked shortly before the second', () => {
    expect(
      learned(
        every(20, 260).map((minute) => minute + 10),
        hourly,
      ),
    ).toEqual([60, 60, 60, 60]);
  });

  test('nothing is learned where another one may have been missed', () => {
    expect(learned([10, 130, 250, 370], hourly)).toEqual([]);
  });

  test('nothing is learned of a seller that measures as it is asked, however rarely figures change', () => {
    const checks = every(20, 400);
    expect(learned(checks, checks)).toEqual([]);
    expect(learned(checks, [0, 200, 380])).toEqual([]);
  });

  test('what was learned is forgotten once the seller measures as it is asked', () => {
    expect(learned([10, 50, 70, 110, 130, 170, 190], [...hourly.slice(0, 3), 170, 190])).toEqual([]);
  });

  test('the next is not due before the shortest of the last ones has passed, and is given two minutes', () => {
    const snapshot = answer(70, hourly);
    expect(nextUpdateAt(snapshot, [hourMs, 2 * hourMs])).toBe(start + 122 * minuteMs);
    expect([nextUpdateAt(snapshot, [hourMs]), nextUpdateAt(snapshot, [])]).toEqual([0, 0]);
  });
});
