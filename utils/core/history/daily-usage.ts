import { hourMs, nextDay, startOfDay } from '../values/time.ts';
import type { UsageInterval } from './usage-samples.ts';

/** A stretch of one day of the calendar may be an hour longer where clocks are changed, and reach a little over it. */
const longestExactMs = 30 * hourMs;

/** One day of the calendar. `isEstimated`: part of it was measured only over much more than a day. */
export type DailyUsage = {
  startsAt: number;
  endsAt: number;
  usedBytes: number;
  observedMs: number;
  isEstimated: boolean;
};

/**
 * How much was used on each day from `since` to the end of the last stretch, days without use included. What was used
 * over midnight is shared out by time; the shares of a stretch add up to it to the byte.
 */
export function dailyUsage(since: number, intervals: readonly UsageInterval[], zone?: string): DailyUsage[] {
  const end = intervals.at(-1)?.[0] ?? since;
  const days: DailyUsage[] = [];
  for (let at = startOfDay(since, zone); at < end; at = nextDay(at, zone)) {
    days.push({ startsAt: at, endsAt: nextDay(at, zone), usedBytes: 0, observedMs: 0, isEstimated: false });
  }
  let from = since;
  let first = 0;
  for (const [to, usedBytes] of intervals) {
    let rest = usedBytes;
    while (first < days.length - 1 && (days[first]?.endsAt ?? 0) <= from) first += 1;
    for (let i = first; i < days.length; i += 1) {
      const day = days[i];
      if (!day || day.startsAt >= to) break;
      const shared = Math.min(to, day.endsAt) - Math.max(from, day.startsAt);
      const share = to <= day.endsAt ? rest : Math.min(rest, Math.floor(usedBytes * (shared / (to - from))));
      day.usedBytes += share;
      day.observedMs += shared;
      day.isEstimated ||= usedBytes > 0 && to - from > longestExactMs;
      rest -= share;
    }
    from = to;
  }
  return days;
}
