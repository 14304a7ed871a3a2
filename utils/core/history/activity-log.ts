import { startOfDay } from '../values/time.ts';
import type { BalanceChange } from './usage-samples.ts';

/** One day of the log. Changes are newest first. */
export type ActivityDay = { startsAt: number; changes: BalanceChange[] };

/** The days on which something other than usage changed the balance, newest first. All instants by one clock. */
export function activityLog(changes: readonly BalanceChange[], zone?: string): ActivityDay[] {
  const newestFirst = [...changes].sort((a, b) => b.at - a.at);
  const days = Map.groupBy(newestFirst, ({ at }) => startOfDay(at, zone));
  return [...days].map(([startsAt, ofDay]) => ({ startsAt, changes: ofDay }));
}

/** The first `maxEntries` changes, and whether that is all of the log. */
export function truncateLog(log: readonly ActivityDay[], maxEntries: number): { days: ActivityDay[]; isAll: boolean } {
  const days: ActivityDay[] = [];
  let remaining = maxEntries;
  for (const day of log) {
    if (remaining <= 0) return { days, isAll: false };
    const changes = day.changes.slice(0, remaining);
    days.push({ ...day, changes });
    if (changes.length < day.changes.length) return { days, isAll: false };
    remaining -= changes.length;
  }
  return { days, isAll: true };
}
