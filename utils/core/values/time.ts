export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Of the instants that are known; null: none is. */
export function earliestOf(instants: readonly (number | null | undefined)[]): number | null {
  const [first, ...others] = known(instants);
  return first === undefined ? null : others.reduce((earliest, at) => Math.min(earliest, at), first);
}

/** Of the instants that are known; null: none is. */
export function latestOf(instants: readonly (number | null | undefined)[]): number | null {
  const [first, ...others] = known(instants);
  return first === undefined ? null : others.reduce((latest, at) => Math.max(latest, at), first);
}

function known(instants: readonly (number | null | undefined)[]): number[] {
  return instants.flatMap((at) => at ?? []);
}

export function zoned(zone: string | undefined): Intl.DateTimeFormatOptions {
  return zone === undefined ? {} : { timeZone: zone };
}

/**
 * The local time of `zone` (this computer's by default) at `at`, encoded as if it were UTC; to the second. The
 * computer's is asked of `Date`, which follows when its zone is changed: a formatter keeps the zone it was made in.
 */
export function wallClock(at: number, zone?: string): number {
  if (zone !== undefined) return wallClockOf(zone, at);
  const local = new Date(at);
  const time = [local.getHours(), local.getMinutes(), local.getSeconds()] as const;
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate(), ...time);
}

/** Kept by zone, as making one takes ten times as long as using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClockOf(zone: string, at: number): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
      timeZone: zone,
    });
    clocks.set(zone, clock);
  }
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** This computer's zone now, "Europe/Stockholm"; what was worked out in another one is out of date. */
export function currentZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * The instant whose local time in `zone` is `wall` (see `wallClock`). Of two such instants the first; for a time
 * skipped by a clock change, as if the clock had not been changed yet.
 */
export function instantOf(wall: number, zone?: string): number {
  const before = wall - (wallClock(wall - dayMs, zone) - (wall - dayMs));
  const after = wall - (wallClock(wall + dayMs, zone) - (wall + dayMs));
  const matches = [before, after].filter((at) => wallClock(at, zone) === wall);
  return matches.length > 0 ? Math.min(...matches) : Math.max(before, after);
}

/** The nearest whole hour of this computer's clock. */
export function wholeHour(at: number): number {
  return instantOf(Math.round(wallClock(at) / hourMs) * hourMs);
}

/** When the calendar day of `at` began in `zone`. Of this computer's zone in one call: forecasts ask for many days. */
export function startOfDay(at: number, zone?: string): number {
  if (zone === undefined) return Math.min(at, new Date(at).setHours(0, 0, 0, 0));
  return Math.min(at, instantOf(startOfWallDay(wallClock(at, zone)), zone));
}

/** When the day after the one that began at `startsAt` begins: 23 to 25 hours later where clocks are changed. */
export function nextDay(startsAt: number, zone?: string): number {
  const next = startOfDay(startsAt + 30 * hourMs, zone);
  return next > startsAt ? next : startsAt + dayMs;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(at: number, zone?: string): number {
  return zone === undefined ? new Date(at).getDay() : new Date(wallClock(at, zone)).getUTCDay();
}

/** Midnight of the same day; in and out are local times as of `wallClock`. */
export function startOfWallDay(wall: number): number {
  return Math.floor(wall / dayMs) * dayMs;
}

/** 08:00 of the next day, local time of `zone`. */
export function tomorrowMorning(now: number, zone?: string): number {
  return instantOf(startOfWallDay(wallClock(now, zone)) + dayMs + 8 * hourMs, zone);
}

/** The billing month `now` is in, where months begin on `day`; in a month too short for it, on its last day. */
export function billingMonth(day: number, now: number, zone?: string): { startsAt: number; endsAt: number } {
  const wall = new Date(wallClock(now, zone));
  const startOf = (offset: number) => {
    const [year, month] = [wall.getUTCFullYear(), wall.getUTCMonth() + offset];
    const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return instantOf(Date.UTC(year, month, Math.min(day, lastDay)), zone);
  };
  const hasBegun = startOf(0) <= now;
  return { startsAt: startOf(hasBegun ? 0 : -1), endsAt: startOf(hasBegun ? 1 : 0) };
}
