import { dayMs, nextDay, startOfDay, weekdayOf } from '../values/time.ts';
import type { UsageRate } from './usage-rate.ts';

/**
 * The projected usage from an instant on: bytes used by `at`, and its inverse, when `bytes` will have been used
 * (Infinity: never). Both only rise. Seller's clock.
 */
export type UsageProjection = { usedBy(at: number): number; reachedAt(bytes: number): number };

/** No usage at all. */
const noUsage: UsageProjection = { usedBy: () => 0, reachedAt: () => Number.POSITIVE_INFINITY };

/** Weekday factors are applied for nine weeks; beyond that every day counts as average. */
const calendarMs = 63 * dayMs;

/**
 * The median projection, and those which usage falls below (`low`) or exceeds (`high`) one time in ten each. `rate`
 * null: no usage. `from`: seller's clock.
 */
export function projectUsage(
  rate: UsageRate | null,
  from: number,
  zone?: string,
): Record<'low' | 'likely' | 'high', UsageProjection> {
  if (!rate) return { low: noUsage, likely: noUsage, high: noUsage };
  const ahead = calendarFrom(rate.weekday, from, zone);
  const projection = (deviations: number): UsageProjection => ({
    reachedAt: (bytes) => ahead.instantAfter(daysUntil(bytes / rate.perDayBytes, rate, deviations)),
    usedBy: (at) => rate.perDayBytes * usedWithin(ahead.daysUntil(at), rate, deviations),
  });
  // Low usage means that the data takes longer to be used, hence the opposite sign.
  return { low: projection(oneInTen), likely: projection(0), high: projection(-oneInTen) };
}

/** The 90 % quantile of the standard normal distribution. */
const oneInTen = 1.2816;

/**
 * How much longer than by the rate alone the data lasts, as a multiple of `noiseDays`: the heavy use that takes the
 * last of it would have used more than was left. In theory 0.5 where heavy use comes at random; tuned on tests/bench,
 * seed 777.
 */
const overshoot = 0.2;

/**
 * The days after which the usage of `used` average days is reached, at `deviations` standard deviations from the
 * median, by the Wilson–Hilferty approximation of a gamma distribution. A small amount lasts until the next heavy use
 * (close to an exponential distribution), a large one close to its expected time (close to a normal distribution). It
 * rises with `used` for each of the three deviations.
 */
function daysUntil(used: number, { noiseDays, relativeVariance }: UsageRate, deviations: number): number {
  if (used <= 0) return 0;
  const mean = used + overshoot * noiseDays;
  const variance = noiseDays / (used + noiseDays || 1) + relativeVariance;
  return mean * (1 - variance / 9 + (deviations * Math.sqrt(variance)) / 3) ** 3;
}

/** The inverse of `daysUntil`, by bisection. */
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

/** Converts instants to average days of usage after `from`, by the weekday factors, and back. */
function calendarFrom(weekday: readonly number[], from: number, zone: string | undefined) {
  const days: { endsAt: number; total: number; share: number }[] = [];
  let endsAt = from;
  let startsAt = startOfDay(from, zone);
  let total = 0;
  /** The first day that `fits`, or the end of the nine weeks; the list is extended only as far as it is needed. */
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
