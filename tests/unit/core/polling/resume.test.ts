import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckState } from '../../../../utils/core/polling/check-schedule.ts';
import {
  mayResume,
  onlineWithinMs,
  type PausedCheck,
  resumeLater,
  startWithinMs,
} from '../../../../utils/core/polling/resume.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

const intervalMs = 15 * minuteMs;
const random = fc.double({ min: 0, max: 1, noNaN: true });
const overdue: CheckState = {
  failure: null,
  failingSince: null,
  failures: 0,
  triedAt: start - dayMs,
  nextCheckAt: start - hourMs,
  reason: 'poll-interval',
  manualRefreshAt: null,
  isNotified: false,
  pace: null,
  updateGapsMs: [],
};
const paused = (some: Partial<CheckState> = {}, floorMs = 0): PausedCheck => ({
  check: { ...overdue, ...some },
  checkedAt: start - dayMs,
  pollIntervalMs: intervalMs,
  floorMs,
  needsConfirmation: false,
});

describe('8.E after a time without checks', () => {
  test('a check comes at a random moment, within 2 minutes of a start or a sleep, and a third of the pace of coming online', () => {
    expect([onlineWithinMs(intervalMs, 0), onlineWithinMs(intervalMs, hourMs)]).toEqual([5 * minuteMs, 20 * minuteMs]);
    for (const [after, shortestMs, longestMs] of [
      ['start', 0, startWithinMs],
      ['sleep', 15_000, startWithinMs],
      ['online', 0, 5 * minuteMs],
    ] as const) {
      fc.assert(
        fc.property(random, (drawn) => {
          const { nextCheckAt, reason } = resumeLater(paused(), after, start, drawn);
          expect(reason).toBe('resumed');
          expect(nextCheckAt - start).toBeGreaterThanOrEqual(shortestMs);
          expect(nextCheckAt - start).toBeLessThanOrEqual(longestMs);
        }),
      );
    }
  });

  test('one that is due sooner stays, and none comes before the seller’s minimum', () => {
    const soon = paused({ nextCheckAt: start + 1000 });
    expect(resumeLater(soon, 'start', start, 0.5)).toBe(soon.check);
    expect(resumeLater(paused({}, 25 * hourMs), 'start', start, 0.5).nextCheckAt).toBe(start + hourMs);
  });

  test('one that was put off and missed again has its check at once after the next sleep', () => {
    expect(mayResume(paused(), 'sleep', start)).toBe(true);
    expect(mayResume(paused({ reason: 'resumed' }), 'sleep', start)).toBe(false);
  });

  test.each(['sleep', 'online'] as const)('%s: one that was not missed stays as it was', (after) => {
    expect(mayResume(paused({ nextCheckAt: start + 1 }), after, start)).toBe(false);
    expect(mayResume(paused({ nextCheckAt: start + 1 }), 'start', start)).toBe(true);
  });

  test.each(['start', 'sleep', 'online'] as const)('%s: a Retry-After stays as it is', (after) => {
    const failure = { kind: 'seller-down', until: start + 1 } as const;
    expect(mayResume(paused({ failure, nextCheckAt: start }), after, start)).toBe(false);
  });
});
