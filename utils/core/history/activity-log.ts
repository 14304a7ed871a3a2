import { startOfDay } from '../values/time.ts';
import { type ObservedUsage, observedDays } from './recent-days.ts';
import type { BalanceChange } from './usage-samples.ts';

/** One day of the log. `usedBytes` 0: nothing was used, or the day was not observed. Changes are newest first. */
export type ActivityDay = { startsAt: number; usedBytes: number; isEstimated: boolean; changes: BalanceChange[] };

/** The days on which something happened, newest first. All instants by one clock. */
export function activityLog(observed: ObservedUsage, changes: readonly BalanceChange[], zone?: string): ActivityDay[] {
  const days = new Map<number, ActivityDay>();
  for (const { startsAt, usedBytes, isEstimated } of observedDays(observed, zone)) {
    if (usedBytes > 0) days.set(startsAt, { startsAt, usedBytes, isEstimated, changes: [] });
  }
  for (const change of [...changes].sort((a, b) => b.at - a.at)) {
    const startsAt = startOfDay(change.at, zone);
    const day = days.get(startsAt) ?? { startsAt, usedBytes: 0, isEstimated: false, changes: [] };
    day.changes.push(change);
    days.set(startsAt, day);
  }
  return [...days.values()].sort((a, b) => b.startsAt - a.startsAt);
}

/** The first `maxEntries` entries, a day's usage counting as one, and whether that is all of the log. */
export function truncateLog(log: readonly ActivityDay[], maxEntries: number): { days: ActivityDay[]; isAll: boolean } {
  const days: ActivityDay[] = [];
  let remaining = maxEntries;
  for (const day of log) {
    const usageEntries = day.usedBytes > 0 ? 1 : 0;
    if (remaining <= 0) return { days, isAll: false };
    const changes = day.changes.slice(0, remaining - usageEntries);
    days.push({ ...day, changes });
    if (changes.length < day.changes.length) return { days, isAll: false };
    remaining -= usageEntries + changes.length;
  }
  return { days, isAll: true };
}
