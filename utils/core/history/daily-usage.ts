import { hourMs, nextDay, startOfDay } from '../values/time.ts';
import type { UsageInterval } from './usage-samples.ts';

/**
 * More than 24 hours: a calendar day is an hour longer where clocks are set back, and an interval may exceed it a
 * little.
 */
const longestExactMs = 30 * hourMs;

/** One calendar day. `isEstimated`: part of its usage is known only from an interval of much more than a day. */
export type DailyUsage = {
  startsAt: number;
  endsAt: number;
  usedBytes: number;
  observedMs: number;
  isEstimated: boolean;
};

/**
 * The usage of each day from `since` to the end of the last interval, days without usage included. Usage of an interval
 * over midnight is divided in proportion to time, and the shares add up to it exactly. All instants by one clock.
 */
export function dailyUsage(since: number, intervals: readonly UsageInterval[], zone?: string): DailyUsage[] {
  const end = intervals.at(-1)?.[0] ?? since;
  const days: DailyUsage[] = [];
  for (let at = startOfDay(since, zone); at < end; at = nextDay(at, zone)) {
    days.push({ startsAt: at, endsAt: nextDay(at, zone), usedBytes: 0, observedMs: 0, isEstimated: false });
  }
  let from = since;
  let firstDay = 0;
  for (const [to, usedBytes] of intervals) {
    let remainingBytes = usedBytes;
    while (firstDay < days.length - 1 && (days[firstDay]?.endsAt ?? 0) <= from) firstDay += 1;
    for (let i = firstDay; i < days.length; i += 1) {
      const day = days[i];
      if (!day || day.startsAt >= to) break;
      const overlapMs = Math.min(to, day.endsAt) - Math.max(from, day.startsAt);
      const share =
        to <= day.endsAt ? remainingBytes : Math.min(remainingBytes, Math.floor(usedBytes * (overlapMs / (to - from))));
      day.usedBytes += share;
      day.observedMs += overlapMs;
      day.isEstimated ||= usedBytes > 0 && to - from > longestExactMs;
      remainingBytes -= share;
    }
    from = to;
  }
  return days;
}
