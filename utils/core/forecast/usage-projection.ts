import { dayMs, nextDay, startOfDay, weekdayOf } from '../values/time.ts';
import type { UsageRate } from './usage-rate.ts';

/** How much will have been used when, and the other way round; it only rises. Infinity: never. */
export type UsageProjection = { usedBy(at: number): number; reachedAt(bytes: number): number };

/** What nobody uses: nothing, ever. */
const flat: UsageProjection = { usedBy: () => 0, reachedAt: () => Number.POSITIVE_INFINITY };

/** Weekdays are looked up for nine weeks; so far off, a day is a day. */
const calendarMs = 63 * dayMs;

/** Use is as likely as not below the middle one; one time in ten it is below the low one, or above the high one. */
export function projectUsage(
  rate: UsageRate | null,
  from: number,
  zone?: string,
): Record<'low' | 'likely' | 'high', UsageProjection> {
  if (!rate) return { low: flat, likely: flat, high: flat };
  const ahead = calendarFrom(rate.weekday, from, zone);
  const projection = (deviations: number): UsageProjection => ({
    reachedAt: (bytes) => ahead.instantAfter(daysUntil(bytes / rate.perDayBytes, rate, deviations)),
    usedBy: (at) => rate.perDayBytes * usedWithin(ahead.daysUntil(at), rate, deviations),
  });
  // Little use is a long time, and the other way round.
  return { low: projection(oneInTen), likely: projection(0), high: projection(-oneInTen) };
}

/** Standard deviations of a normal distribution beyond which one in ten lies. */
const oneInTen = 1.2816;

/**
 * How much longer than by the pace what is left lasts, in days of noise, since what uses the last of it would use more.
 * A half where heavy use comes by chance alone; tuned on tests/bench, seed 777.
 */
const overshoot = 0.2;

/**
 * The days after which `used` average days' worth is used, by Wilson and Hilferty's approximation of a gamma
 * distribution: next to nothing left is gone with the next heavy use (as by chance alone, an exponential distribution),
 * much is gone in its own time and a bit (near a normal one). It rises with `used`, for each of the three deviations.
 */
function daysUntil(used: number, { noiseDays, relativeVariance }: UsageRate, deviations: number): number {
  if (used <= 0) return 0;
  const mean = used + overshoot * noiseDays;
  const variance = noiseDays / (used + noiseDays || 1) + relativeVariance;
  return mean * (1 - variance / 9 + (deviations * Math.sqrt(variance)) / 3) ** 3;
}

/** `daysUntil` the other way round, by bisection. */
function usedWithin(days: number, rate: UsageRate, deviations: number): number {
  let low = 0;
  let high = 1;
  while (daysUntil(high, rate, deviations) < days) high *= 2;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (daysUntil(middle, rate, deviations) <= days) low = middle;
    else high = middle;
  }
  return low;
}

/** The days from `from` on, each as long as it is heavy: average days to instants and back. */
function calendarFrom(weekday: readonly number[], from: number, zone: string | undefined) {
  const days: { endsAt: number; total: number; share: number }[] = [];
  let endsAt = from;
  let startsAt = startOfDay(from, zone);
  let total = 0;
  /** The first day of the nine weeks that is far enough; the list grows as it is asked for. */
  const find = (isFar: () => boolean, fits: (day: { endsAt: number; total: number }) => boolean) => {
    while (!isFar() && endsAt < from + calendarMs) {
      const share = weekday[weekdayOf(startsAt, zone)] ?? 1;
      startsAt = nextDay(startsAt, zone);
      total += (share * (startsAt - endsAt)) / dayMs;
      endsAt = startsAt;
      days.push({ endsAt, total, share });
    }
    return days.find(fits) ?? { endsAt, total, share: 1 };
  };
  return {
    daysUntil: (at: number) => {
      if (at <= from) return 0;
      const day = find(
        () => endsAt >= at,
        (day) => day.endsAt >= at,
      );
      return Math.max(0, day.total + (day.share * (at - day.endsAt)) / dayMs);
    },
    instantAfter: (used: number) => {
      const day = find(
        () => total >= used,
        (day) => day.total >= used,
      );
      return Math.max(from, day.endsAt + ((used - day.total) / day.share) * dayMs);
    },
  };
}
