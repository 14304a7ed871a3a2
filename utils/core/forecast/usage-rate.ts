import { dailyUsage } from '../history/daily-usage.ts';
import type { UsageInterval } from '../history/usage-samples.ts';
import { dayMs, weekdayOf } from '../values/time.ts';

/**
 * The current usage rate. `weekday`: the factor of each weekday, Sunday first; 1 on average. `noiseDays`: how unevenly
 * data is used; the variance of the usage of n days is n × noiseDays, in average days squared. `relativeVariance`: the
 * variance of the rate estimate, as a share of the squared rate.
 */
export type UsageRate = {
  perDayBytes: number;
  weekday: readonly number[];
  noiseDays: number;
  relativeVariance: number;
};

// Tuned on tests/bench (seed 777). None is critical: twice or half of each is hardly worse there.
/** Older days are no evidence for the coming ones. */
const lookbackMs = 56 * dayMs;
/** The age at which a day has half the weight: shorter follows the noise, longer misses a change of habits. */
const halfLifeDays = 10;
/** A day counts as at most this many average ones: a single download is no habit. */
const outlierCapDays = 7;
/** Shrinkage of weekday factors: with this many days of evidence, times the noise, a factor counts by half. */
const weekdayPriorDays = 3;
/** The prior of `noiseDays`, with the weight of one observed day. */
const priorNoise = 0.1;
/** Heavy days come in clusters, so that the usage of many days varies more than that of independent days would. */
const clusteringFactor = 2.2;
/** Rates change however even the past was: a standard deviation of a tenth. */
const minRelativeVariance = 0.01;
/** With a standard deviation as large as the rate itself nothing is known; more would only impair the arithmetic. */
const maxRelativeVariance = 1;

/** `dailyUsage` rounds to integers: in units of this part of an average day the error is negligible. */
const partsPerDay = 2 ** 40;

/** One day: its usage rate in average days a day, the share of it that was observed, and its weight by age. */
type Row = { rate: number; share: number; weight: number; weekday: number; isEstimated: boolean };

/**
 * The usage rate at the end of the intervals; null: nothing was used in the last eight weeks. `since`: when the first
 * interval begins (seller's clock). Days are those of `zone`.
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
    const maxRate = (outlierCapDays * sum(({ share, rate }) => share * rate)) / observed;
    for (const row of rows) row.rate = Math.min(row.rate, maxRate);
  }
  const weekday = weekdayFactors(rows);
  // Usage measured over several days has no weekday.
  const expected = (row: Row) => (row.isEstimated ? 1 : (weekday[row.weekday] ?? 1));
  const weight = sum((row) => row.weight);
  const currentRate = sum((row) => row.weight * row.rate) / sum((row) => row.weight * expected(row));

  let squares = priorNoise;
  let evidence = 1;
  rows.forEach((row, i) => {
    squares += row.share * (row.rate / currentRate - expected(row)) ** 2;
    // Days that were measured together count as one observation.
    if (!row.isEstimated || !rows[i - 1]?.isEstimated) evidence += row.share;
  });
  const noiseDays = (clusteringFactor * squares) / evidence;
  const days = weight ** 2 / sum((row) => row.weight ** 2 / row.share);
  const relativeVariance = Math.min(minRelativeVariance + noiseDays / days, maxRelativeVariance);
  return { perDayBytes: currentRate * meanBytes, weekday, noiseDays, relativeVariance };
}

function toRows(
  from: number,
  end: number,
  recent: UsageInterval[],
  meanBytes: number,
  zone: string | undefined,
): Row[] {
  const inParts = recent.map(([to, used, left]): UsageInterval => [to, (used / meanBytes) * partsPerDay, left]);
  return dailyUsage(from, inParts, zone)
    .filter(({ observedMs }) => observedMs > 0)
    .map(({ startsAt, endsAt, usedBytes, observedMs, isEstimated }) => {
      const share = observedMs / dayMs;
      const ageDays = Math.max(0, end - (startsAt + endsAt) / 2) / dayMs;
      // A day observed in part lacks its evening or its morning, so it counts less than its share.
      const weight = share ** 2 * 0.5 ** (ageDays / halfLifeDays);
      // Rounded to seven digits, so that twice the use makes the very same rows.
      const rate = Math.fround(usedBytes / partsPerDay / share);
      return { rate, share, weight, weekday: weekdayOf(startsAt, zone), isEstimated };
    });
}

/** The intervals after `from`; of an interval that spans it, the proportional share after it. */
function intervalsAfter(from: number, since: number, intervals: readonly UsageInterval[]): UsageInterval[] {
  const firstIndex = intervals.findIndex(([to]) => to > from);
  const [first, ...rest] = firstIndex < 0 ? [] : intervals.slice(firstIndex);
  if (!first) return [];
  const [to, usedBytes, leftBytes] = first;
  const startsAt = intervals[firstIndex - 1]?.[0] ?? since;
  return [[to, usedBytes * ((to - from) / (to - startsAt)), leftBytes], ...rest];
}

/**
 * The factor of each weekday, 1 on average. It is shrunk towards 1, the more so the more the days of one weekday
 * differ; with one week alone, which has each weekday once, there is no evidence.
 */
function weekdayFactors(rows: readonly Row[]): number[] {
  const days = sumsByWeekday(rows, ({ share }) => share);
  const used = sumsByWeekday(rows, ({ share, rate }) => share * rate);
  const squares = sumsByWeekday(rows, ({ share, rate }) => share * rate ** 2);
  const total = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0);
  const mean = total(used) / total(days);
  if (!(mean > 0)) return days.map(() => 1);
  const variance = Math.max(0, total(squares) / total(days) - mean ** 2);
  const within = total(squares.map((square, i) => Math.max(0, square - (used[i] ?? 0) ** 2 / (days[i] || 1))));
  const priorDays = (weekdayPriorDays * (within + 7 * variance)) / mean ** 2 / total(days);
  const raw = days.map((observed, i) => {
    const share = observed + priorDays > 0 ? ((used[i] ?? 0) / mean + priorDays) / (observed + priorDays) : 1;
    return Math.max(share, 0.05);
  });
  return raw.map((share) => (share * 7) / total(raw));
}

function sumsByWeekday(rows: readonly Row[], of: (row: Row) => number): number[] {
  const sums = [0, 0, 0, 0, 0, 0, 0];
  for (const row of rows) if (!row.isEstimated) sums[row.weekday] = (sums[row.weekday] ?? 0) + of(row);
  return sums;
}
