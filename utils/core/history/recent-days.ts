import type { Card } from '../usage/card.ts';
import { cardBalance } from '../usage/card-balance.ts';
import { dayMs, nextDay, startOfDay } from '../values/time.ts';
import { type DailyUsage, dailyUsage } from './daily-usage.ts';
import type { UsageArchive, UsageInterval, UsageSamples } from './usage-samples.ts';

/** All that was watched of one card, by our clock, oldest first; each piece is without a gap. */
export type ObservedUsage = { since: number; intervals: UsageInterval[] }[];

/** `usedBytes` null: not watched at all. `leftBytes`: at its end, or now; null where it was not measured. */
export type RecentDay = {
  startsAt: number;
  endsAt: number;
  usedBytes: number | null;
  leftBytes: number | null;
  isEstimated: boolean;
  isToday: boolean;
};

type UsedDay = RecentDay & { usedBytes: number };

/** `perDayBytes` null: less than a day was watched. `highest`: the day of most use, if any was used. */
export type RecentDays = {
  days: RecentDay[];
  totalBytes: number;
  perDayBytes: number | null;
  highest: UsedDay | null;
};

/**
 * Joins what is kept of a card. `measuredAt` (seller's clock; null: not measured any more): unchanged checks keep
 * nothing, so up to then nothing more was used. `skewMs`: seller's clock minus ours.
 */
export function observedUsage(
  samples: UsageSamples | null,
  archive: UsageArchive | null,
  measuredAt: number | null,
  skewMs: number,
): ObservedUsage {
  const older = archive?.intervals.filter(([to]) => samples === null || to <= samples.since) ?? [];
  const recent = samples ? withRest(samples, measuredAt) : [];
  const joins = archive !== null && samples !== null && older.at(-1)?.[0] === samples.since;
  const pieces: ObservedUsage = [];
  if (archive && older.length > 0)
    pieces.push({ since: archive.since, intervals: joins ? [...older, ...recent] : older });
  if (samples && !joins) pieces.push({ since: samples.since, intervals: recent });
  return pieces.map(({ since, intervals }) => ({
    since: since - skewMs,
    intervals: intervals.map(([to, usedBytes, leftBytes]) => [to - skewMs, usedBytes, leftBytes]),
  }));
}

function withRest({ since, intervals, modules }: UsageSamples, measuredAt: number | null): UsageInterval[] {
  const [end, , left] = intervals.at(-1) ?? [since, 0, modules.reduce((sum, module) => sum + module.remainingBytes, 0)];
  return measuredAt !== null && measuredAt > end ? [...intervals, [measuredAt, 0, left]] : intervals;
}

/** Until when (seller's clock) an unchanged figure says that nothing was used; null where the figure is no amount. */
export function unchangedUntil(card: Card): number | null {
  return cardBalance(card, card.measuredAt).kind === 'known' ? card.measuredAt : null;
}

/** For how long the card was watched in all. */
export function totalObservedMs(observed: ObservedUsage): number {
  return observed.reduce((sum, { since, intervals }) => sum + (intervals.at(-1)?.[0] ?? since) - since, 0);
}

/** Every day watched, oldest first. */
export function observedDays(observed: ObservedUsage, zone?: string): DailyUsage[] {
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

/** The last `count` days of the calendar up to today, watched or not. */
export function recentDays(observed: ObservedUsage, count: number, now: number, zone?: string): RecentDays {
  const starts = [startOfDay(now, zone)];
  while (starts.length < count) starts.unshift(startOfDay((starts[0] ?? now) - 1, zone));
  const lately = observedSince(observed, starts[0] ?? now);
  const known = new Map(observedDays(lately, zone).map((day) => [day.startsAt, day]));
  const intervals = lately.flatMap((piece) => piece.intervals);
  const uses = starts.map((startsAt) => known.get(startsAt));
  const days = starts.map((startsAt, index): RecentDay => {
    const use = uses[index];
    return {
      startsAt,
      endsAt: starts[index + 1] ?? nextDay(startsAt, zone),
      usedBytes: use?.usedBytes ?? null,
      leftBytes: use ? leftAtEndOf(use, intervals) : null,
      isEstimated: use?.isEstimated ?? false,
      isToday: index === starts.length - 1,
    };
  });
  const observedMs = uses.reduce((sum, use) => sum + (use?.observedMs ?? 0), 0);
  const totalBytes = uses.reduce((sum, use) => sum + (use?.usedBytes ?? 0), 0);
  const used = days.filter((day): day is UsedDay => (day.usedBytes ?? 0) > 0);
  const highest = used.reduce<UsedDay | null>(
    (most, day) => (day.usedBytes > (most?.usedBytes ?? 0) ? day : most),
    null,
  );
  const perDayBytes = observedMs < dayMs ? null : Math.floor(totalBytes / (observedMs / dayMs));
  return { days, totalBytes, perDayBytes, highest };
}

/** Without the stretches that ended before: sharing out all of them by days would keep the popup waiting. */
function observedSince(observed: ObservedUsage, at: number): ObservedUsage {
  return observed.flatMap(({ since, intervals }) => {
    const first = intervals.findIndex(([to]) => to > at);
    if (first < 0) return [];
    return [{ since: intervals[first - 1]?.[0] ?? since, intervals: intervals.slice(first) }];
  });
}

/** What the last measuring of the day found; of an earlier day only where nothing was used since. */
function leftAtEndOf({ startsAt, endsAt }: DailyUsage, intervals: readonly UsageInterval[]): number | null {
  const at = intervals.findLastIndex(([to]) => to <= endsAt);
  const [to, , leftBytes] = intervals[at] ?? [0, 0, null];
  return to < startsAt && (intervals[at + 1]?.[1] ?? 0) > 0 ? null : leftBytes;
}
