import { dailyUsage } from '../history/daily-usage.ts';
import type { UsageInterval } from '../history/usage-samples.ts';
import { dayMs, weekdayOf } from '../values/time.ts';

/**
 * How somebody uses data at present. `weekday`: how much of an average day each weekday is, Sunday first; 1 on average.
 * `noiseDays`: how unevenly it is used; the variance of n days' use is that of n × noiseDays², in average days.
 * `doubt`: the variance of the pace itself, as a share of its square.
 */
export type UsageRate = {
  perDayBytes: number;
  weekday: readonly number[];
  noiseDays: number;
  relativeVariance: number;
};

// Tuned on tests/bench (seed 777); all are flat there, the double or half of each is hardly worse.
/** Older days say little about the coming ones. */
const lookbackMs = 56 * dayMs;
/** After this a day counts half: shorter follows the noise, longer misses a change of habits. */
const halfLifeDays = 10;
/** A day counts at most as this many average ones: a single download is no habit. */
const outlierCapDays = 7;
/** How many days, times the noise, must speak for a weekday of its own before it is believed by half. */
const weekdayPriorDays = 3;
/** What is taken for known before anything was seen, as one day's worth. */
const priorNoise = 0.1;
/** A heavy day is followed by another more often than by chance, so that many days are less even than they seem. */
const clusteringFactor = 2.2;
/** Paces change, however even the past was: by a tenth or so. */
const minRelativeVariance = 0.01;
/** With a doubt as large as the pace itself nothing is known; more would only be worse arithmetic. */
const maxRelativeVariance = 1;

/** What sharing out over days rounds to is one such part of an average day: next to nothing. */
const parts = 2 ** 40;

/** A day's use in average days a day, how much of the day was watched, and how much it weighs by its age. */
type Row = { rate: number; share: number; weight: number; weekday: number; isEstimated: boolean };

/**
 * The pace at the end of the stretches; null where nothing was used in the last eight weeks. Days are those of `zone`.
 */
export function estimateUsageRate(since: number, intervals: readonly UsageInterval[], zone?: string): UsageRate | null {
  const end = intervals.at(-1)?.[0] ?? since;
  const from = Math.max(since, end - lookbackMs);
  const recent = intervalsAfter(from, since, intervals);
  const usedBytes = recent.reduce((total, [, used]) => total + used, 0);
  if (usedBytes <= 0 || end <= from) return null;
  const meanBytes = usedBytes / ((end - from) / dayMs);

  const rows = toRows(from, end, recent, meanBytes, zone);
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const observed = sum(({ share }) => share);
  for (let pass = 0; pass < 2; pass += 1) {
    const most = (outlierCapDays * sum(({ share, rate }) => share * rate)) / observed;
    for (const row of rows) row.rate = Math.min(row.rate, most);
  }
  const weekday = weekdayFactors(rows);
  // What was measured over days has no weekday.
  const expected = (row: Row) => (row.isEstimated ? 1 : (weekday[row.weekday] ?? 1));
  const weight = sum((row) => row.weight);
  const present = sum((row) => row.weight * row.rate) / sum((row) => row.weight * expected(row));

  let squares = priorNoise;
  let evidence = 1;
  rows.forEach((row, i) => {
    squares += row.share * (row.rate / present - expected(row)) ** 2;
    // Days that were measured together have one deviation between them.
    if (!row.isEstimated || !rows[i - 1]?.isEstimated) evidence += row.share;
  });
  const noiseDays = (clusteringFactor * squares) / evidence;
  const days = weight ** 2 / sum((row) => row.weight ** 2 / row.share);
  const relativeVariance = Math.min(minRelativeVariance + noiseDays / days, maxRelativeVariance);
  return { perDayBytes: present * meanBytes, weekday, noiseDays, relativeVariance };
}

function toRows(
  from: number,
  end: number,
  recent: UsageInterval[],
  meanBytes: number,
  zone: string | undefined,
): Row[] {
  const inParts = recent.map(([to, used, left]): UsageInterval => [to, (used / meanBytes) * parts, left]);
  return dailyUsage(from, inParts, zone)
    .filter(({ observedMs }) => observedMs > 0)
    .map(({ startsAt, endsAt, usedBytes, observedMs, isEstimated }) => {
      const share = observedMs / dayMs;
      const ageDays = Math.max(0, end - (startsAt + endsAt) / 2) / dayMs;
      // Of a day in part its evening or its morning is missing: it counts less than its part.
      const weight = share ** 2 * 0.5 ** (ageDays / halfLifeDays);
      // Rounded to seven digits, so that twice the use makes the very same rows.
      const rate = Math.fround(usedBytes / parts / share);
      return { rate, share, weight, weekday: weekdayOf(startsAt, zone), isEstimated };
    });
}

/** What is after `from`; of a stretch over it, the share after it. */
function intervalsAfter(from: number, since: number, intervals: readonly UsageInterval[]): UsageInterval[] {
  const kept = intervals.findIndex(([to]) => to > from);
  const [first, ...rest] = kept < 0 ? [] : intervals.slice(kept);
  if (!first) return [];
  const [to, usedBytes, leftBytes] = first;
  const began = intervals[kept - 1]?.[0] ?? since;
  return [[to, usedBytes * ((to - from) / (to - began)), leftBytes], ...rest];
}

/**
 * Each weekday's share of an average day. It is drawn towards 1, the more so the less alike the days of one weekday
 * are; a first week, where each has no like, says nothing.
 */
function weekdayFactors(rows: readonly Row[]): number[] {
  const days = sumsByWeekday(rows, ({ share }) => share);
  const used = sumsByWeekday(rows, ({ share, rate }) => share * rate);
  const squares = sumsByWeekday(rows, ({ share, rate }) => share * rate ** 2);
  const total = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0);
  const mean = total(used) / total(days);
  if (!(mean > 0)) return days.map(() => 1);
  const unevenness = Math.max(0, total(squares) / total(days) - mean ** 2);
  const within = total(squares.map((square, i) => Math.max(0, square - (used[i] ?? 0) ** 2 / (days[i] || 1))));
  const doubtDays = (weekdayPriorDays * (within + 7 * unevenness)) / mean ** 2 / total(days);
  const raw = days.map((seen, i) => {
    const share = seen + doubtDays > 0 ? ((used[i] ?? 0) / mean + doubtDays) / (seen + doubtDays) : 1;
    return Math.max(share, 0.05);
  });
  return raw.map((share) => (share * 7) / total(raw));
}

function sumsByWeekday(rows: readonly Row[], of: (row: Row) => number): number[] {
  const sums = [0, 0, 0, 0, 0, 0, 0];
  for (const row of rows) if (!row.isEstimated) sums[row.weekday] = (sums[row.weekday] ?? 0) + of(row);
  return sums;
}
