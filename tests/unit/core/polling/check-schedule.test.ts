import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CheckState,
  countFailures,
  decideNextCheck,
  isRetryAfterActive,
  mayBeConditional,
  type NextCheckInput,
  refreshAllowedAt,
  shouldRefreshOnOpen,
} from '../../../../utils/core/polling/check-schedule.ts';
import type { Failure } from '../../../../utils/core/values/failure.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

const intervalMs = 15 * minuteMs;
const base = { failure: null, failures: 0, now: start, pollIntervalMs: intervalMs, floorMs: 0, random: 0.5 };
const random = fc.double({ min: 0, max: 1, noNaN: true });
const nextAfter = (some: Partial<NextCheckInput>) => decideNextCheck({ ...base, ...some });
/** How long after the check the next one is, for every random number. */
const delays = (some: Partial<NextCheckInput>) =>
  [0, 0.25, 0.5, 0.75, 1].map((drawn) => nextAfter({ ...some, random: drawn }).at - start);
const noAnswer = { kind: 'no-answer' } as const;
/** The schedule after a good check. */
const check: CheckState = {
  failure: null,
  failingSince: null,
  failures: 0,
  triedAt: start,
  nextCheckAt: start + hourMs,
  reason: 'poll-interval',
  manualRefreshAt: null,
  isNotified: false,
  pace: null,
  updateGapsMs: [],
};

describe('8.E F21 the next check', () => {
  test('keeps the pace, or the seller’s minimum where that is longer, with jitter and never under the minimum', () => {
    expect(nextAfter({})).toEqual({ at: start + intervalMs, reason: 'poll-interval' });
    expect(nextAfter({ floorMs: hourMs })).toMatchObject({ reason: 'seller-minimum' });
    fc.assert(
      fc.property(random, fc.integer({ min: 0, max: dayMs }), (drawn, floorMs) => {
        const delayMs = nextAfter({ floorMs, random: drawn }).at - start;
        const longestMs = Math.max(intervalMs, floorMs);
        expect(delayMs).toBeGreaterThanOrEqual(Math.max(floorMs, 0.9 * longestMs));
        expect(delayMs).toBeLessThanOrEqual(Math.ceil(1.2 * longestMs));
      }),
    );
  });

  test('of those that asked together is not asked together', () => {
    expect(new Set(delays({})).size).toBe(5);
    expect(new Set(delays({ floorMs: intervalMs })).size).toBe(5);
    for (const kind of ['forbidden', 'no-answer', 'offline', 'captive-portal'] as const) {
      for (const floorMs of [0, intervalMs, dayMs])
        expect(new Set(delays({ failure: { kind }, failures: 1, floorMs })).size).toBe(5);
    }
  });

  test('of what the user entered is at the very time at which it changes', () => {
    for (const drawn of [0, 0.5, 1])
      expect(nextAfter({ floorMs: 7 * minuteMs, isExact: true, random: drawn }).at).toBe(start + 7 * minuteMs);
  });

  test.each(['no-answer', 'unreadable'] as const)(
    'after %s comes at a later turn of its own: one, two, and then four intervals later',
    (kind) => {
      const failure = { kind };
      const inTurns = (failures: number) => delays({ failure, failures }).map((delayMs) => delayMs / intervalMs);
      for (const [failures, turns] of [
        [1, 1],
        [2, 2],
        [3, 4],
        [4, 4],
        [50, 4],
      ] as const) {
        const [first, , middle, , last] = inTurns(failures);
        expect([first, middle, last]).toEqual([turns - 0.05, turns, turns + 0.05]);
      }
    },
  );

  test('raises the load on a seller that fails in no case', () => {
    const kinds = fc.constantFrom(
      noAnswer,
      { kind: 'unreadable' } as const,
      {
        kind: 'seller-down',
        until: start + minuteMs,
        isDefault: true,
      } as const,
    );
    fc.assert(
      fc.property(
        kinds,
        random,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: dayMs }),
        (failure, drawn, failures, floorMs) => {
          const delayMs = nextAfter({ failure, failures, floorMs, random: drawn }).at - start;
          expect(delayMs).toBeGreaterThanOrEqual(Math.max(floorMs, 0.95 * Math.max(intervalMs, floorMs)));
        },
      ),
    );
  });

  test('keeps a Retry-After, and comes at its first turn after it', () => {
    for (const kind of ['seller-down', 'rate-limited'] as const) {
      fc.assert(
        fc.property(
          random,
          fc.integer({ min: 1, max: dayMs }),
          fc.integer({ min: 0, max: dayMs }),
          (drawn, heldMs, floorMs) => {
            const failure = { kind, until: start + heldMs };
            const { at, reason } = nextAfter({ failure, failures: 1, floorMs, random: drawn });
            const turnMs = Math.max(intervalMs, floorMs);
            expect(reason).toBe('retry-after');
            expect(at).toBeGreaterThanOrEqual(failure.until);
            expect(at).toBeLessThanOrEqual(start + Math.max(heldMs, turnMs) + 1.1 * turnMs + 1);
          },
        ),
      );
    }
  });

  test('of those that the seller has told one time to, after their checks at all times, is spread over the interval', () => {
    const until = start + 20 * minuteMs;
    const turns = Array.from({ length: 900 }, (_, second) => start + second * 1000);
    const back = turns.map((now) => nextAfter({ now, failure: { kind: 'seller-down', until }, failures: 1 }).at);
    const perMinute = Map.groupBy(back, (at) => Math.floor((at - until) / minuteMs));
    expect(Math.min(...perMinute.keys())).toBe(0);
    expect(Math.max(...perMinute.keys())).toBeLessThanOrEqual(15);
    for (const those of perMinute.values()) expect(those.length).toBeLessThanOrEqual(60);
  });

  test('after a refusal without a time is a whole interval away, more or less', () => {
    const failure = { kind: 'rate-limited', until: start + minuteMs, isDefault: true } as const;
    const all = delays({ failure, failures: 1 });
    expect([all[0], all[2], all[4]]).toEqual([0.95, 1, 1.05].map((share) => share * intervalMs));
  });

  test('of those that a pause has brought together, and the seller failed, is spread over an interval', () => {
    const shares = [0, 0.25, 0.5, 0.75, 1];
    expect(delays({ failure: noAnswer, failures: 1, endsPause: true })).toEqual(
      shares.map((share) => (1 + share) * intervalMs),
    );
    const failure = { kind: 'seller-down', until: start + hourMs } as const;
    expect(delays({ failure, failures: 1, endsPause: true })).toEqual(
      shares.map((share) => hourMs + share * intervalMs),
    );
  });

  test('is about a day away where only the person can help, and never sooner', () => {
    for (const kind of ['signed-out', 'forbidden', 'permission-missing', 'card-gone'] as const) {
      const { at, reason } = nextAfter({ failure: { kind }, failures: 1 });
      expect([reason, at - start >= dayMs, at - start <= 1.2 * dayMs]).toEqual(['daily', true, true]);
    }
  });

  test.each(['offline', 'captive-portal'] as const)('while %s, which costs the seller nothing, comes soon', (kind) => {
    const delay = (failures: number) => nextAfter({ failure: { kind }, failures }).at - start;
    expect([1, 2, 3, 4, 50].map(delay)).toEqual([1, 2, 4, 8, 60].map((minutes) => minutes * minuteMs));
  });

  test('after sleep, where the network may not be up yet, comes after a minute, for want of an answer alone', () => {
    expect(nextAfter({ failure: noAnswer, failures: 7, hasJustWoken: true })).toEqual({
      at: start + minuteMs,
      reason: 'after-sleep',
    });
    const failure = { kind: 'seller-down', until: start + hourMs } as const;
    expect(nextAfter({ failure, failures: 1, hasJustWoken: true }).at).toBeGreaterThanOrEqual(start + hourMs);
  });
});

describe('8.E F21 a seller that is down', () => {
  test('is not asked sooner by a Retry-After of a second than without one', () => {
    const failure = { kind: 'seller-down', until: start + 1000 } as const;
    for (const delayMs of delays({ failure, failures: 1 })) {
      expect(delayMs).toBeGreaterThanOrEqual(0.95 * intervalMs);
      expect(delayMs).toBeLessThanOrEqual(1.05 * intervalMs);
    }
  });

  test('has a row of failures of its own, which neither a lost network nor the attempt after sleep has begun', () => {
    const failing: CheckState = { ...check, failure: noAnswer, failingSince: start, failures: 3, reason: 'failure' };
    expect(countFailures(failing, noAnswer)).toBe(4);
    expect(countFailures({ ...failing, reason: 'after-sleep' }, noAnswer)).toBe(1);
    const offline: CheckState = { ...failing, failure: { kind: 'offline' } };
    expect([countFailures(offline, noAnswer), countFailures(offline, { kind: 'offline' })]).toEqual([1, 4]);
  });
});

test('8.E F21 those that were brought together by a pause drift apart by the next check', () => {
  const spread = delays({ endsPause: true });
  expect([spread[0], spread[2], spread[4]]).toEqual([0.5, 1, 1.5].map((share) => share * intervalMs));
  expect(Math.min(...delays({ endsPause: true, floorMs: intervalMs }))).toBe(intervalMs);
});

test('8.1 a sudden drop is asked about again after a minute, also before the seller’s minimum', () => {
  for (const floorMs of [0, hourMs, dayMs])
    expect(nextAfter({ needsConfirmation: true, floorMs })).toEqual({ at: start + minuteMs, reason: 'confirmation' });
});

describe('asking for what has changed alone', () => {
  const afterTwo = (failure: Failure) => mayBeConditional({ ...check, failure, failures: 2 });

  test.each(['offline', 'permission-missing', 'unsendable', 'not-vouched'] as const)(
    'goes on after two checks that never reached the seller: %s',
    (kind) => expect(afterTwo({ kind })).toBe(true),
  );

  test.each(['no-answer', 'unreadable', 'forbidden', 'captive-portal'] as const)(
    'ends after two requests in a row that came to nothing: %s',
    (kind) => {
      expect(afterTwo({ kind })).toBe(false);
      expect(mayBeConditional({ ...check, failure: { kind }, failures: 1 })).toBe(true);
    },
  );
});

describe('asking out of turn', () => {
  test('happens when the popup opens on a figure older than a minute', () => {
    expect(shouldRefreshOnOpen(check, start, start + minuteMs - 1)).toBe(false);
    expect(shouldRefreshOnOpen(check, start, start + minuteMs)).toBe(true);
    expect(shouldRefreshOnOpen({ ...check, reason: 'daily' }, start, start + hourMs)).toBe(false);
  });

  test('by hand has a cool-down of 20 seconds and waits for Retry-After', () => {
    expect(refreshAllowedAt({ ...check, manualRefreshAt: start })).toBe(start + 20_000);
    const held = { ...check, failure: { kind: 'rate-limited', until: start + hourMs } as const };
    expect(refreshAllowedAt(held)).toBe(start + hourMs);
    expect(isRetryAfterActive(held, start + hourMs - 1)).toBe(true);
    expect(isRetryAfterActive(held, start + hourMs)).toBe(false);
  });
});
