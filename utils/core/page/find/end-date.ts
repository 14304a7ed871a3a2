import { dayMs } from '../../values/time.ts';
import {
  type DateOrder,
  findDates,
  findRelativeTimes,
  type RelativeTime,
  relativeEnd,
  type TextDate,
  toEndInstant,
} from '../text/dates.ts';
import type { PageText } from './page-text.ts';
import type { Spot } from './same-place.ts';
import { maxLineLength } from './shapes.ts';

/** A date of a page, or a time from now on. */
export type DateSpot = Spot & { text: string; date: TextDate | null; relative: RelativeTime | null };

/** In document order; only those of the runs `isSought` takes. */
export function dateSpots({ runs }: PageText, isSought: (runIndex: number) => boolean = () => true): DateSpot[] {
  return runs.flatMap(({ text }, runIndex) =>
    text.length > maxLineLength || !isSought(runIndex) ? [] : datesIn(text, runIndex),
  );
}

function datesIn(text: string, runIndex: number): DateSpot[] {
  const dates = findDates(text).map((date) => ({ ...span(date), date, relative: null }));
  const times = findRelativeTimes(text).map((relative) => ({ ...span(relative), date: null, relative }));
  const all = [...dates, ...times].sort((a, b) => a.start - b.start);
  return all.map(({ start, end, date, relative }, position) => {
    return { runIndex, position, text: text.slice(start, end), date, relative };
  });
}

function span({ start, end }: { start: number; end: number }) {
  return { start, end };
}

const longestWithoutYearMs = 183 * dayMs;

/** Null: its day can be read in two ways, or lies too far off. */
export function endAt(
  { date, relative }: Pick<DateSpot, 'date' | 'relative'>,
  order: DateOrder | null,
  now: number,
  zone: string,
): number | null {
  if (relative) return relativeEnd(relative, now);
  if (!date) return null;
  const isClear = date.readings.length === 1;
  const reading = date.readings[isClear || order === null ? 0 : date.orders.indexOf(order)];
  if (!reading || (!isClear && order === null)) return null;
  const end = toEndInstant(reading, date.time, now, zone);
  // Without a year the next such day may be that of a card that has ended.
  return reading.year === null && end !== null && end - now > longestWithoutYearMs ? null : end;
}

/** In which order the numeric dates of a page stand, where one of them proves it; null: none does. */
export function provenOrder({ runs }: PageText): DateOrder | 'both' | null {
  const proven = new Set(
    runs.flatMap(({ text }) =>
      text.length > maxLineLength ? [] : findDates(text).flatMap((date) => provenBy(date, text)),
    ),
  );
  const [only = null] = proven;
  return proven.size > 1 ? 'both' : only;
}

/** A day above 12 among digits alone. */
function provenBy({ start, end, orders, readings: [reading, ...others] }: TextDate, text: string): DateOrder[] {
  const isProof = others.length === 0 && reading && reading.day > 12 && !/\p{L}/u.test(text.slice(start, end));
  return isProof ? [...orders] : [];
}
