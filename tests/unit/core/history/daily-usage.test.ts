import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyUsage } from '../../../../utils/core/history/daily-usage.ts';
import type { UsageInterval } from '../../../../utils/core/history/usage-samples.ts';
import {
  dayMs,
  hourMs,
  instantOf,
  nextDay,
  startOfDay,
  tomorrowMorning,
  wallClock,
  weekdayOf,
} from '../../../../utils/core/values/time.ts';

const zones = ['UTC', 'Europe/Stockholm', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns', 'Africa/Cairo'];

describe('a day', () => {
  test.each([
    ['Europe/Stockholm', '2026-03-29T10:00:00Z', '2026-03-28T23:00:00Z', 23],
    ['Europe/Stockholm', '2026-10-25T10:00:00Z', '2026-10-24T22:00:00Z', 25],
    ['Asia/Kathmandu', '2026-11-23T00:00:00Z', '2026-11-22T18:15:00Z', 24],
    ['UTC', '2028-02-29T23:59:59Z', '2028-02-29T00:00:00Z', 24],
  ])('of %s at %s began at %s and lasts %i hours', (zone, at, began, hours) => {
    const startsAt = startOfDay(Date.parse(at), zone);
    expect(new Date(startsAt).toISOString()).toBe(new Date(began).toISOString());
    expect(nextDay(startsAt, zone) - startsAt).toBe(hours * hourMs);
  });

  test('that the date line took away is passed over', () => {
    // Samoa skipped 30 December 2011.
    const last = startOfDay(Date.parse('2011-12-29T20:00:00-10:00'), 'Pacific/Apia');
    expect(new Date(nextDay(last, 'Pacific/Apia')).toISOString()).toBe('2011-12-30T10:00:00.000Z');
    expect(weekdayOf(nextDay(last, 'Pacific/Apia'), 'Pacific/Apia')).toBe(6);
  });

  test('begins at its own midnight, and the next one later, anywhere and anytime', () => {
    const times = fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2036, 0) });
    fc.assert(
      fc.property(times, fc.constantFrom(...zones), (at, zone) => {
        const startsAt = startOfDay(at, zone);
        const next = nextDay(startsAt, zone);
        expect(startsAt).toBeLessThanOrEqual(at);
        expect(at).toBeLessThan(next);
        expect(startOfDay(next, zone)).toBe(next);
        expect(Math.floor(wallClock(next - 1, zone) / dayMs)).toBeLessThan(Math.floor(wallClock(next, zone) / dayMs));
      }),
      { numRuns: 1000 },
    );
  });

  test('has an instant for every time its clocks show', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }),
        fc.constantFrom(...zones),
        (at, zone) => {
          const second = Math.floor(at / 1000) * 1000;
          const found = instantOf(wallClock(second, zone), zone);
          expect(wallClock(found, zone)).toBe(wallClock(second, zone));
          expect(found).toBeLessThanOrEqual(second);
        },
      ),
    );
  });

  test('is followed by a morning', () => {
    expect(new Date(tomorrowMorning(Date.parse('2026-10-24T23:30:00+02:00'), 'Europe/Stockholm')).toISOString()).toBe(
      '2026-10-25T07:00:00.000Z',
    );
  });
});

describe('use by days', () => {
  test('is shared out by time over midnight, and marked where it was measured over more than a day', () => {
    const since = Date.parse('2026-11-20T18:00:00Z');
    const list: UsageInterval[] = [
      [since + 12 * hourMs, 1200, 0],
      [since + 60 * hourMs, 4800, 0],
    ];
    expect(
      dailyUsage(since, list, 'UTC').map(({ usedBytes, observedMs, isEstimated }) => [
        usedBytes,
        observedMs / hourMs,
        isEstimated,
      ]),
    ).toEqual([
      [600, 6, false],
      [2400, 24, true],
      [2400, 24, true],
      [600, 6, true],
    ]);
  });

  test('adds up to what was used, to the byte, in every zone', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 * dayMs }), fc.integer({ min: 0, max: 1e12 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, fc.constantFrom(...zones), (list, zone) => {
        const since = Date.UTC(2026, 2, 20);
        let at = since;
        const made = list.map(([length, used]): UsageInterval => {
          at += length;
          return [at, used, 0];
        });
        const days = dailyUsage(since, made, zone);
        expect(days.reduce((sum, { usedBytes }) => sum + usedBytes, 0)).toBe(
          list.reduce((sum, [, used]) => sum + used, 0),
        );
        expect(days.reduce((sum, { observedMs }) => sum + observedMs, 0)).toBe(at - since);
      }),
    );
  });
});
