import { describe, expect, test } from 'vitest';
import type { CheckState } from '../../../../utils/core/polling/check-schedule.ts';
import { shownSince } from '../../../../utils/core/toolbar/first-screen.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeScreen, start } from '../../support/builders.ts';

const check: CheckState = {
  ...{ failure: null, failingSince: null, failures: 0, triedAt: start, nextCheckAt: start + 15 * minuteMs },
  ...{ reason: 'poll-interval', manualRefreshAt: null, isNotified: false, pace: null, updateGapsMs: [] },
};
const now = start + minuteMs;
const screen = makeScreen({ pollIntervalMinutes: 15, validUntil: start + 5 * hourMs });

describe('what was made of the popup in advance', () => {
  test('is shown with the age of its figures, by our clock', () => {
    expect(shownSince(screen, check, now)).toBe(start);
    const ahead = { ...screen, times: { ...screen.times, skewMs: minuteMs } };
    expect(shownSince(ahead, check, now)).toBe(start - minuteMs);
  });

  test('is not shown once two checks are missing, as figures are old then', () => {
    expect(shownSince(screen, check, start + 30 * minuteMs - 1)).toBe(start);
    expect(shownSince(screen, check, start + 30 * minuteMs)).toBeNull();
  });

  test('is as recent as the last answer that showed the same', () => {
    const at = start + 20 * minuteMs;
    const { cardAt: _, cardMeasuredAt: __, ...times } = screen.times;
    const unchanged = { ...times, measuredAt: at, checkedAt: at, etag: null, cardTimes: [] };
    expect(shownSince(screen, { ...check, unchanged }, start + 40 * minuteMs)).toBe(at);
    const ofCards = { ...unchanged, cardTimes: [at - minuteMs] };
    expect(shownSince(screen, { ...check, unchanged: ofCards }, start + 40 * minuteMs)).toBe(at - minuteMs);
    const before = { ...unchanged, checkedAt: start - hourMs };
    expect(shownSince(screen, { ...check, unchanged: before }, now)).toBe(start);
  });

  test.each([
    ['a failure is to be told', screen, { ...check, failure: { kind: 'offline' as const } }, now],
    ['the schedule cannot be read', screen, null, now],
    ['there is more to show', { ...screen, html: '' }, check, now],
    ['its words are of another time', screen, check, screen.validUntil],
    ['our clock was set back', screen, check, screen.madeAt - 1],
  ])('is not shown where %s', (_why, made, state, at) => {
    expect(shownSince(made, state, at)).toBeNull();
  });
});
