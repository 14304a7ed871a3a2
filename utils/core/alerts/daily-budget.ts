import type { Forecast } from '../forecast/forecast.ts';
import { hasOneEnd } from '../forecast/validity.ts';
import { dailyUsage } from '../history/daily-usage.ts';
import type { UsageSamples } from '../history/usage-samples.ts';
import type { Card } from '../usage/card.ts';
import { balanceEndsAt, cardBalance } from '../usage/card-balance.ts';
import { dayMs, nextDay, startOfDay } from '../values/time.ts';

/** What may be used on a day so that the data lasts until it expires, and what was. */
export type DailyBudget = { budgetBytes: number; usedBytes: number; dayEndsAt: number };

/** `isOutdated`: the figures are too old to say anything of today. `now`: seller's clock. */
type BudgetInput = {
  card: Card;
  samples: UsageSamples | null;
  forecast: Forecast;
  isOutdated: boolean;
  now: number;
  zone?: string;
};

/**
 * Of the day of `now`, by what was left when it began. Null: the card was not watched since then or not for long enough
 * before, its figures are in doubt, or it has no end that is common to all its data and more than a day off.
 */
export function dailyBudget({ card, samples, forecast, isOutdated, now, zone }: BudgetInput): DailyBudget | null {
  const balance = cardBalance(card, now);
  const endsAt = balanceEndsAt(card, now);
  if (isOutdated || forecast.kind !== 'ready' || balance.kind !== 'known') return null;
  if (endsAt === null || !hasOneEnd(card, now)) return null;
  const dayStart = startOfDay(now, zone);
  const usedBytes = samples && usedSince(samples, dayStart, zone);
  if (usedBytes === null || endsAt - dayStart <= dayMs) return null;
  // Data that was added today counts as if it had been there.
  const budgetBytes = Math.floor(((balance.leftBytes + usedBytes) * dayMs) / (endsAt - dayStart));
  return { budgetBytes, usedBytes, dayEndsAt: nextDay(now, zone) };
}

/** Null: it was not watched by then, or an interval is so long that nobody knows how much of it was today. */
function usedSince({ since, intervals }: UsageSamples, dayStart: number, zone?: string): number | null {
  if (since > dayStart) return null;
  const first = intervals.findIndex(([to]) => to > dayStart);
  if (first < 0) return 0;
  const days = dailyUsage(intervals[first - 1]?.[0] ?? since, intervals.slice(first), zone);
  const today = days.find(({ startsAt }) => startsAt === dayStart);
  return today && !today.isEstimated ? today.usedBytes : null;
}
