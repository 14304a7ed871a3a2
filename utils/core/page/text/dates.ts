import { dayMs, hourMs, instantOf, minuteMs, wallClock } from '../../values/time.ts';
import { type ClockTime, timeAfter, timeBefore } from './clock-times.ts';
import { type DateOrder, type DayReading, findDays, isPossible } from './days.ts';
import { meaningsOf } from './meaning.ts';
import { foldDigits, hasDigit } from './plain-text.ts';
import type { RelativeTime } from './relative-times.ts';

export type { DateOrder, DayReading } from './days.ts';
export { findRelativeTimes, type RelativeTime } from './relative-times.ts';

export type TextDate = {
  start: number;
  end: number;
  /** In each way the text allows, the same day twice for 12/12; never an impossible day. */
  readings: readonly DayReading[];
  /** Of each reading, in the same order. */
  orders: readonly DateOrder[];
  time: ClockTime | null;
};

/** Not those with a zone that is not known ("UTC", an offset, "CST"): which day that is here, a day and a time do not say. */
export function findDates(text: string): TextDate[] {
  if (!hasDigit(text)) return [];
  const folded = foldDigits(text);
  return findDays(folded).flatMap(({ start, end, readings, orders, isWeak }) => {
    if (isWeak && !meaningsOf(folded.slice(Math.max(0, start - 40), start)).has('until')) return [];
    const after = timeAfter(folded, end);
    if (after.time === 'other-zone') return [];
    const before = after.time ? null : timeBefore(folded, start);
    const time = after.time ?? before?.time ?? null;
    return [{ start: before?.end ?? start, end: after.end, readings, orders, time }];
  });
}

const weekMs = 7 * dayMs;
const longestMs = 3653 * dayMs;

/**
 * When the validity ends: a day without a time ends with it, at the next midnight of `zone`. A year that is missing is
 * that of the next such day at or after `now` less a week. Null: no such day, or more than ten years away.
 */
export function toEndInstant(reading: DayReading, time: TextDate['time'], now: number, zone: string): number | null {
  const thisYear = new Date(wallClock(now - weekMs, zone)).getUTCFullYear();
  // The 29th of February comes again after eight years at most.
  const years = reading.year === null ? Array.from({ length: 9 }, (_, index) => thisYear + index) : [reading.year];
  for (const year of years) {
    if (!isPossible({ ...reading, year })) continue;
    const end = endOf(year, reading, time, zone);
    if (reading.year === null && end < now - weekMs) continue;
    return Math.abs(end - now) <= longestMs ? end : null;
  }
  return null;
}

function endOf(year: number, { month, day }: DayReading, time: TextDate['time'], zone: string): number {
  const wall = time ? Date.UTC(year, month - 1, day, time.hour, time.minute) : Date.UTC(year, month - 1, day + 1);
  return time?.zoneHours === undefined ? instantOf(wall, zone) : wall - time.zoneHours * hourMs;
}

const lengths = { minute: minuteMs, hour: hourMs, day: dayMs, week: weekMs };

/** A month ends on the same day of the calendar, or on the last of a shorter month. */
export function relativeEnd({ count, unit }: RelativeTime, now: number): number {
  if (unit !== 'month') return now + count * lengths[unit];
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const dayStart = Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay));
  return dayStart + (now % dayMs);
}
