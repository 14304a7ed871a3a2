import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { quietHoursEndAt } from '../../../../utils/core/alerts/quiet-hours.ts';
import { activityLog } from '../../../../utils/core/history/activity-log.ts';
import { dailyUsage } from '../../../../utils/core/history/daily-usage.ts';
import { csvFileName } from '../../../../utils/core/history/history-csv.ts';
import { countDays, planPeriodStart } from '../../../../utils/core/history/plan-period.ts';
import { type ObservedUsage, recentDays } from '../../../../utils/core/history/recent-days.ts';
import { spentByMonth } from '../../../../utils/core/history/spent-by-month.ts';
import type { UsageInterval } from '../../../../utils/core/history/usage-samples.ts';
import { parseEndOfDay, toDateValue } from '../../../../utils/core/recommendation/need-until.ts';
import { formatDateTime, formatShortTime } from '../../../../utils/core/values/format-time.ts';
import {
  billingMonth,
  currentZone,
  dayMs,
  hourMs,
  instantOf,
  nextDay,
  startOfDay,
  tomorrowMorning,
  wallClock,
  weekdayOf,
} from '../../../../utils/core/values/time.ts';
import { makeCard, makeModule, makeOrder, makePlan } from '../../support/builders.ts';

/* A page or a worker that is kept while the computer's zone is changed, as on a journey. */

/** With clock changes, with a half hour, without changes, at the date line; the first again at the end. */
const zones = [
  'Europe/Stockholm',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Pacific/Apia',
  'America/St_Johns',
  'Europe/Stockholm',
];

/** Half past eleven in the evening in Stockholm, the next morning in Tokyo. */
const at = Date.UTC(2026, 10, 23, 22, 30);
const intervals: UsageInterval[] = [
  [at - dayMs, 900, 0],
  [at, 300, 0],
];
const observed: ObservedUsage = [{ since: at - 3 * dayMs, intervals }];
const month = makeModule({ refreshPeriod: 'monthly', expiresAt: at + 7 * dayMs });
const monthly = makeCard([], { plans: [makePlan([month], { startsAt: null, expiresAt: null })], measuredAt: at });
const quiet = { fromMinute: 23 * 60, toMinute: 8 * 60, exceptEmpty: false };

/** Everything that goes by days or by the clock on the wall. Without a zone it is this computer's. */
const rules: [string, (zone?: string) => unknown][] = [
  ['the time on the wall', (zone) => wallClock(at, zone)],
  ['the instant of a time on the wall', (zone) => instantOf(Date.UTC(2026, 2, 29, 2, 30), zone)],
  ['the start of a day', (zone) => startOfDay(at, zone)],
  ['the next day', (zone) => nextDay(at, zone)],
  ['the day of the week', (zone) => weekdayOf(at, zone)],
  ['tomorrow morning', (zone) => tomorrowMorning(at, zone)],
  ['the billing month', (zone) => billingMonth(24, at, zone)],
  ['the end of quiet hours', (zone) => quietHoursEndAt(at, quiet, zone)],
  ['the usage of each day', (zone) => dailyUsage(at - 3 * dayMs, intervals, zone)],
  ['the recent days', (zone) => recentDays(observed, 5, at + hourMs, zone)],
  ['the log', (zone) => activityLog([{ at, cause: 'lapsed', bytes: 1, name: 'x' }], zone)],
  ['what was spent', (zone) => spentByMonth([makeOrder({ state: 'credited', createdAt: at })], zone)],
  ['the present plan', (zone) => [planPeriodStart(monthly, at, zone), countDays(at - 9 * dayMs, at, 99, zone)]],
  ['the name of a download', (zone) => csvFileName('Axis', at, zone)],
  ['a date field', (zone) => [toDateValue(at, zone), parseEndOfDay('2026-11-24', zone)]],
  ['a date', (zone) => formatDateTime(at, at, 'en-GB', zone)],
  ['a time', (zone) => [formatShortTime(at, at, 'en-GB', zone), formatShortTime(at - hourMs, at, 'en-GB', zone)]],
];

afterEach(() => vi.unstubAllEnvs());

describe('8.5 while the zone of the computer changes', () => {
  test.each(rules)('%s goes by the zone of now', (_, rule) => {
    for (const zone of zones) {
      vi.stubEnv('TZ', zone);
      expect(rule(), zone).toEqual(rule(zone));
    }
  });

  test('its name is that of now', () => {
    for (const zone of ['Europe/Stockholm', 'Asia/Tokyo', 'Europe/Stockholm']) {
      vi.stubEnv('TZ', zone);
      expect(currentZone()).toBe(zone);
    }
  });

  test('both ways to a time on the wall agree, anywhere and anytime', () => {
    const times = fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2036, 0) });
    for (const zone of zones) {
      vi.stubEnv('TZ', zone);
      fc.assert(fc.property(times, (time) => wallClock(time) === wallClock(time, zone)));
    }
  });

  test('both ways to the beginning of a day agree, where there is no midnight and where there are two, too', () => {
    const times = fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2036, 0) });
    for (const zone of [...zones, 'America/Sao_Paulo', 'America/Havana', 'Asia/Beirut', 'Africa/Cairo']) {
      vi.stubEnv('TZ', zone);
      fc.assert(fc.property(times, (time) => startOfDay(time) === startOfDay(time, zone)));
      for (let day = Date.UTC(2017, 0); day < Date.UTC(2018, 0); day += hourMs * 6) {
        expect(startOfDay(day), `${zone} ${day}`).toBe(startOfDay(day, zone));
      }
    }
  });
});
