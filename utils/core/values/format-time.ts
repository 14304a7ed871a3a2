import { dayMs, hourMs, minuteMs, startOfWallDay, wallClock, zoned } from './time.ts';

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
];

/** "in 11 days", "3 min. ago"; rounded towards now, so that no duration is overstated. Under a minute: null. */
export function formatRelative(
  at: number,
  now: number,
  locale: string,
  style: 'long' | 'short' = 'long',
): string | null {
  const distance = at - now;
  const unit = units.find(([, size]) => Math.abs(distance) >= size);
  if (!unit) return null;
  const [name, size] = unit;
  return new Intl.RelativeTimeFormat(locale, { style, numeric: 'always' }).format(Math.trunc(distance / size), name);
}

/** "Thu, 10 Dec, 09:00 CET": weekday, date, time and zone. The year is added when it is not `now`'s. */
export function formatDateTime(at: number, now: number, locale: string, zone?: string): string {
  const isSameYear = yearOf(at, zone) === yearOf(now, zone);
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isSameYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...zoned(zone),
  }).format(at);
}

const plainYearMs = 300 * dayMs;

/** "1 Mar", with the year where the same day of another one could be meant. */
export function formatDay(at: number, now: number, locale: string, zone?: string): string {
  const year = Math.abs(at - now) < plainYearMs ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year, ...zoned(zone) }).format(at);
}

/**
 * Today only the time, "14:02"; with the weekday within six days, with the date beyond. Between two midnights it stays
 * the same.
 */
export function formatShortTime(at: number, now: number, locale: string, zone?: string): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', ...zoned(zone) };
  const daysApart = Math.abs(startOfWallDay(wallClock(at, zone)) - startOfWallDay(wallClock(now, zone))) / dayMs;
  if (daysApart === 0) return new Intl.DateTimeFormat(locale, time).format(at);
  const day: Intl.DateTimeFormatOptions = daysApart < 6 ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale, { ...day, ...time }).format(at);
}

/** "30 days", "12 hours": a length of time in its largest whole unit; cut to a larger one where that is a thousand. */
export function formatDuration(lengthMs: number, locale: string): string {
  const whole = units.find(([, size]) => lengthMs >= size && lengthMs % size === 0) ?? (['minute', minuteMs] as const);
  const isLong = lengthMs >= 1000 * whole[1];
  const [name, size] = (isLong && units.find(([, larger]) => lengthMs >= 2 * larger)) || whole;
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: name,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  });
  return format.format(Math.max(1, Math.trunc(lengthMs / size)));
}

/** "2 days", "5 hours": a length in whole days; below a day in whole hours, below an hour in minutes; cut. */
export function formatWholeDuration(lengthMs: number, locale: string, unitDisplay: 'long' | 'short'): string {
  const [unit, size] = units.find(([, least]) => lengthMs >= least) ?? (['minute', minuteMs] as const);
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
  return format.format(Math.max(1, Math.floor(lengthMs / size)));
}

function yearOf(at: number, zone: string | undefined): number {
  return new Date(wallClock(at, zone)).getUTCFullYear();
}
