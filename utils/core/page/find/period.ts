import { dayMs, wallClock } from '../../values/time.ts';
import { closest, type PageNode } from '../page-tree.ts';
import { type DayReading, findDates, type TextDate, toEndInstant } from '../text/dates.ts';
import { meaningsOf } from '../text/meaning.ts';
import { anyOf, lazily } from '../text/word-patterns.ts';
import type { PageText } from './page-text.ts';
import { type MonthOfYear, monthAlone, monthsIn, withoutArrows } from './shapes.ts';

/**
 * Whether a text speaks of a period that is not the present one: another month, or from one day to another that is past.
 * A single past day may be that of a purchase.
 */
export function isOfAnotherPeriod(text: string, now: number, zone: string): boolean {
  // When it ends, or was bought, is no period that is shown.
  if (!/\p{Nd}/u.test(text) || meaningsOf(text).has('until')) return false;
  const days = findDates(text);
  const months = monthsIn(text).filter(({ start, end }) => days.every((day) => day.end <= start || day.start >= end));
  if (months.length > 0 && !months.some((month) => isPresent(month, now, zone))) return true;
  return rangeIn(text, days)?.ends.every((end) => isPast(end, now, zone)) === true;
}

function isPresent({ year, month }: MonthOfYear, now: number, zone: string) {
  const wall = new Date(wallClock(now, zone));
  return (year ?? wall.getUTCFullYear()) === wall.getUTCFullYear() && month === wall.getUTCMonth() + 1;
}

/** `start`, `end`: of its days in the text. */
type Range = { start: number; end: number; ends: readonly DayReading[] };

const numberBefore = /\d{1,2}[\d./]*(\D*)$/;
const numberAfter = /^\s*[-–—]\s*(\d{1,2})(?![\d.]|\s?\p{L})/u;

/** From one day to another: "1 Nov – 30 Nov", "1 – 30 Nov", "Nov 1 – 30". */
function rangeIn(text: string, [from, to, ...others]: readonly TextDate[]): Range | null {
  if (!from || others.length > 0) return null;
  if (to) {
    const isJoined = joinsDays().test(text.slice(from.end, to.start));
    return isJoined ? { start: from.start, end: to.end, ends: to.readings } : null;
  }
  const [, lastDay] = numberAfter.exec(text.slice(from.end)) ?? [];
  if (lastDay)
    return { ...from, end: text.length, ends: from.readings.map((day) => ({ ...day, day: Number(lastDay) })) };
  const before = numberBefore.exec(text.slice(0, from.start));
  return before && joinsDays().test(before[1] ?? '')
    ? { start: before.index, end: from.end, ends: from.readings }
    : null;
}

/** Without a year the day is the nearest one that is called so. */
function isPast({ year, ...day }: DayReading, now: number, zone: string): boolean {
  const present = new Date(now).getUTCFullYear();
  const ends = (year === null ? [present - 1, present, present + 1] : [year]).flatMap(
    (each) => toEndInstant({ ...day, year: each }, null, now, zone) ?? [],
  );
  const [end = now] = ends.sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
  return end < now - dayMs;
}

const nearRuns = 12;
/** "du 1 au 31 octobre". */
const longestArticle = 3;

/** The period that a pager above a run shows, if it is not the present one: "‹ November ›", "1 – 30 Nov". */
export function isInAnotherPeriod({ runs }: PageText, runIndex: number, now: number, zone: string): boolean {
  for (const { text, block } of runs.slice(Math.max(0, runIndex - nearRuns), runIndex).reverse()) {
    const words = withoutArrows(text);
    if (words.length > 40 || isNotChosen(block)) continue;
    const alone = monthAlone(words);
    if (alone) return !isPresent(alone, now, zone);
    const [named] = monthsIn(words);
    const range = rangeIn(words, findDates(words));
    const isAlone = ({ start, end }: { start: number; end: number }) => words.length - (end - start) <= longestArticle;
    if ((named && isAlone(named)) || (range && isAlone(range))) return isOfAnotherPeriod(words, now, zone);
  }
  return false;
}

/** A tab or the like, beside the one that is chosen. */
function isNotChosen(block: PageNode): boolean {
  const isChosen = ({ attributes, children }: PageNode): boolean =>
    attributes.chosen !== undefined || (children.length === 1 && children.every(isChosen));
  const choice = closest(
    block,
    ({ tag, parent }) => parent?.children.some((other) => other.tag === tag && isChosen(other)) ?? false,
  );
  return choice !== null && !isChosen(choice);
}

const joinsDays = lazily(() => new RegExp(`^\\s*(?:[-–—~〜]|${anyOf('to')})\\s*$`, 'iu'));
