import type { Card } from '../usage/card.ts';
import { cardBalance } from '../usage/card-balance.ts';
import { dayMs, nextDay, startOfDay } from '../values/time.ts';
import { type DailyUsage, dailyUsage } from './daily-usage.ts';
import type { UsageArchive, UsageInterval, UsageSamples } from './usage-samples.ts';

/** The observed usage of one card (our clock), oldest first, in periods without a gap. */
export type ObservedUsage = { since: number; intervals: UsageInterval[] }[];

/**
 * One calendar day. `usedBytes` null: not observed. `leftBytes`: at its end, today's at the last check; null: not
 * measured.
 */
export type RecentDay = {
  startsAt: number;
  endsAt: number;
  usedBytes: number | null;
  leftBytes: number | null;
  isEstimated: boolean;
  isToday: boolean;
};

type UsedDay = RecentDay & { usedBytes: number };

/** `perDayBytes` null: less than a day was observed. `highest`: the day with the most usage; null: nothing was used. */
export type RecentDays = {
  days: RecentDay[];
  totalBytes: number;
  perDayBytes: number | null;
  highest: UsedDay | null;
};

/**
 * The observed usage of a card, joined from its samples and its archive. `measuredAt`: when the card was last measured
 * (seller's clock; null: it no longer is). A check that changes nothing is not stored, so from the last interval until
 * then nothing was used. `skewMs`: seller's clock minus ours.
 */
export function observedUsage(
  samples: UsageSamples | null,
  archive: UsageArchive | null,
  measuredAt: number | null,
  skewMs: number,
): ObservedUsage {
  const older = archive?.intervals.filter(([to]) => samples === null || to <= samples.since) ?? [];
  const recent = samples ? withUnchangedTime(samples, measuredAt) : [];
  const isContinuous = archive !== null && samples !== null && older.at(-1)?.[0] === samples.since;
  const periods: ObservedUsage = [];
  if (archive && older.length > 0)
    periods.push({ since: archive.since, intervals: isContinuous ? [...older, ...recent] : older });
  if (samples && !isContinuous) periods.push({ since: samples.since, intervals: recent });
  return periods.map(({ since, intervals }) => ({
    since: since - skewMs,
    intervals: intervals.map(([to, usedBytes, leftBytes]) => [to - skewMs, usedBytes, leftBytes]),
  }));
}

function withUnchangedTime({ since, intervals, modules }: UsageSamples, measuredAt: number | null): UsageInterval[] {
  const [end, , left] = intervals.at(-1) ?? [since, 0, modules.reduce((sum, module) => sum + module.remainingBytes, 0)];
  return measuredAt !== null && measuredAt > end ? [...intervals, [measuredAt, 0, left]] : intervals;
}

/**
 * Until when (seller's clock) an unchanged balance means that nothing was used; null: the balance is not known in
 * bytes.
 */
export function unchangedUntil(card: Card): number | null {
  return cardBalance(card, card.measuredAt).kind === 'known' ? card.measuredAt : null;
}

/** For how long the card was observed in all. */
export function totalObservedMs(observed: ObservedUsage): number {
  return observed.reduce((sum, { since, intervals }) => sum + (intervals.at(-1)?.[0] ?? since) - since, 0);
}

/** Every observed day, oldest first. */
function observedDays(observed: ObservedUsage, zone?: string): DailyUsage[] {
  const days = new Map<number, DailyUsage>();
  for (const { since, intervals } of observed) {
    for (const day of dailyUsage(since, intervals, zone)) {
      const same = days.get(day.startsAt);
      if (!same) days.set(day.startsAt, day);
      else {
        same.usedBytes += day.usedBytes;
        same.observedMs += day.observedMs;
        same.isEstimated ||= day.isEstimated;
      }
    }
  }
  return [...days.values()];
}

/** The last `count` calendar days including today, observed or not. `now`: our clock. */
export function recentDays(observed: ObservedUsage, count: number, now: number, zone?: string): RecentDays {
  const starts = [startOfDay(now, zone)];
  while (starts.length < count) starts.unshift(startOfDay((starts[0] ?? now) - 1, zone));
  const recent = observedSince(observed, starts[0] ?? now);
  const usageByDay = new Map(observedDays(recent, zone).map((day) => [day.startsAt, day]));
  const intervals = recent.flatMap((period) => period.intervals);
  const usages = starts.map((startsAt) => usageByDay.get(startsAt));
  const days = starts.map((startsAt, index): RecentDay => {
    const usage = usages[index];
    return {
      startsAt,
      endsAt: starts[index + 1] ?? nextDay(startsAt, zone),
      usedBytes: usage?.usedBytes ?? null,
      leftBytes: usage ? leftAtEndOf(usage, intervals) : null,
      isEstimated: usage?.isEstimated ?? false,
      isToday: index === starts.length - 1,
    };
  });
  const observedMs = usages.reduce((sum, usage) => sum + (usage?.observedMs ?? 0), 0);
  const totalBytes = usages.reduce((sum, usage) => sum + (usage?.usedBytes ?? 0), 0);
  const used = days.filter((day): day is UsedDay => (day.usedBytes ?? 0) > 0);
  const highest = used.reduce<UsedDay | null>(
    (most, day) => (day.usedBytes > (most?.usedBytes ?? 0) ? day : most),
    null,
  );
  const perDayBytes = observedMs < dayMs ? null : Math.floor(totalBytes / (observedMs / dayMs));
  return { days, totalBytes, perDayBytes, highest };
}

/** Without the intervals that ended before `at`: dividing all of them by days would slow the popup down. */
function observedSince(observed: ObservedUsage, at: number): ObservedUsage {
  return observed.flatMap(({ since, intervals }) => {
    const first = intervals.findIndex(([to]) => to > at);
    if (first < 0) return [];
    return [{ since: intervals[first - 1]?.[0] ?? since, intervals: intervals.slice(first) }];
  });
}

/**
 * What was left when last measured by the end of the day; a measurement of an earlier day counts only if nothing was
 * used after it.
 */
function leftAtEndOf({ startsAt, endsAt }: DailyUsage, intervals: readonly UsageInterval[]): number | null {
  const at = intervals.findLastIndex(([to]) => to <= endsAt);
  const [to, , leftBytes] = intervals[at] ?? [0, 0, null];
  return to < startsAt && (intervals[at + 1]?.[1] ?? 0) > 0 ? null : leftBytes;
}
