import { sumBytes } from '../values/bytes.ts';
import { startOfWallDay, wallClock } from '../values/time.ts';

/** What our requests took of one day's data. `day`: its midnight, as of `wallClock`. */
export type DayTraffic = { day: number; bytes: number };

export const noTraffic: DayTraffic = { day: 0, bytes: 0 };

/** Of the days of the wall: the clock and its zone may be changed. */
export function dayOf(now: number, zone?: string): number {
  return startOfWallDay(wallClock(now, zone));
}

/** What was counted of `day`, by several. */
export function trafficOf(day: number, counted: readonly (DayTraffic | null | undefined)[]): DayTraffic {
  return { day, bytes: sumBytes(counted.flatMap((one) => (one?.day === day ? one.bytes : []))) };
}

/** As a sentence with "about" has it: at most two digits that are not zero, never understated. */
export function roundedUp(bytes: number): number {
  const step = 10 ** Math.max(0, String(Math.ceil(bytes)).length - 2);
  return Math.ceil(bytes / step) * step;
}
