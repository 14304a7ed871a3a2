import type { QuietHours } from '../settings.ts';
import { dayMs, instantOf, minuteMs, startOfWallDay, wallClock } from '../values/time.ts';

/** When the quiet hours in effect at `now` end (both our clock), in local time of `zone`; null outside of them. */
export function quietHoursEndAt(now: number, quiet: QuietHours | null, zone?: string): number | null {
  if (!quiet) return null;
  const { fromMinute, toMinute } = quiet;
  const wall = wallClock(now, zone);
  const day = startOfWallDay(wall);
  const minute = Math.floor((wall - day) / minuteMs);
  const isOverMidnight = fromMinute > toMinute;
  const isQuiet = isOverMidnight
    ? minute >= fromMinute || minute < toMinute
    : minute >= fromMinute && minute < toMinute;
  if (!isQuiet) return null;
  const endsTomorrow = isOverMidnight && minute >= fromMinute;
  return instantOf(day + (endsTomorrow ? dayMs : 0) + toMinute * minuteMs, zone);
}
