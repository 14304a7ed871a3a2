import { dayMs, wallClock } from '../../values/time.ts';
import { type DayReading, findDates, toEndInstant } from '../text/dates.ts';
import { meaningsOf } from '../text/meaning.ts';
import { monthNamed } from '../text/month-names.ts';
import type { PageText } from './page-text.ts';
import { monthsIn } from './shapes.ts';

/**
 * Whether a text speaks of a period that is not the present one: another month, or from one day to another that is past.
 * A single past day may be that of a purchase.
 */
export function isOfAnotherPeriod(text: string, now: number, zone: string): boolean {
  // When it ends, or was bought, is no period that is shown.
  if (!/\p{Nd}/u.test(text) || meaningsOf(text).has('until')) return false;
  const days = findDates(text);
  const months = monthsIn(text).filter(({ start, end }) => days.every((day) => day.end <= start || day.start >= end));
  const wall = new Date(wallClock(now, zone));
  const isPresent = months.some(
    ({ year, month }) => year === wall.getUTCFullYear() && month === wall.getUTCMonth() + 1,
  );
  if (months.length > 0 && !isPresent) return true;
  const [from, to] = days;
  if (!from || !to || days.length > 2 || !joinsDays.test(text.slice(from.end, to.start))) return false;
  const year = wall.getUTCFullYear();
  const firsts = from.readings.map((reading) => toEndInstant({ year, ...given(reading) }, null, now, zone) ?? 0);
  return to.readings.every((reading, index) => {
    const end = toEndInstant({ year, ...given(reading) }, to.time, now, zone) ?? 0;
    // Without a year it may end in the next one.
    const isThisYear = reading.year !== null || end >= (firsts[index] ?? 0);
    return isThisYear && end < now - dayMs;
  });
}

function given({ year, ...day }: DayReading): Omit<DayReading, 'year'> & Partial<Pick<DayReading, 'year'>> {
  return year === null ? day : { year, ...day };
}

const nearRuns = 12;

/** The period that a pager above a run shows, if it is not the present one: "‹ November ›", "1 – 30 Nov". */
export function isInAnotherPeriod({ runs }: PageText, runIndex: number, now: number, zone: string): boolean {
  for (const { text } of runs.slice(Math.max(0, runIndex - nearRuns), runIndex).reverse()) {
    const words = text.trim();
    if (words.length > 40) continue;
    const month = /\s/.test(words) ? null : monthNamed(words.toLowerCase());
    if (month) return month.month !== new Date(wallClock(now, zone)).getUTCMonth() + 1;
    const [named] = monthsIn(words);
    const isMonth = named !== undefined && words.length === named.end - named.start;
    const [from, to] = findDates(words);
    const isRange = from !== undefined && to !== undefined && from.start === 0 && to.end === words.length;
    if (from && !to && from.end === words.length && daysBefore.test(words.slice(0, from.start))) {
      return from.readings.every((reading) => (toEndInstant(reading, from.time, now, zone) ?? 0) < now - dayMs);
    }
    if (isMonth || isRange) return isOfAnotherPeriod(words, now, zone);
  }
  return false;
}

/** "01.11. –": the first day of a range, whose last one has the year. */
const daysBefore = /^[\d./\s]+[-–—]\s*$/;

const joinsDays = /^\s*(?:[-–—~〜至到]|to|until|bis|au|al|a|até|hasta|s\/d|sampai|hingga|по|до|ถึง)\s*$/iu;
