import type { Card } from '../usage/card.ts';
import { nextToExpire } from '../usage/card-balance.ts';
import { billingMonth, dayMs, nextDay, startOfDay, wallClock } from '../values/time.ts';

/**
 * When the plan that ends first began, or its present week or month where its data comes anew in each; null: not known,
 * or not yet. Seller's clock.
 */
export function planPeriodStart(card: Card, now: number, zone?: string): number | null {
  const ending = nextToExpire(card, now);
  if (!ending) return null;
  const { plan, module, endsAt } = ending;
  const startsAt = endsAt === null ? null : periodStart(module.refreshPeriod, endsAt, zone);
  const start = startsAt === null ? plan.startsAt : Math.max(startsAt, plan.startsAt ?? startsAt);
  return start !== null && start <= now ? start : null;
}

/** A day by itself would be one bar of a chart. */
function periodStart(period: 'none' | 'daily' | 'weekly' | 'monthly', endsAt: number, zone?: string): number | null {
  if (period === 'weekly') return endsAt - 7 * dayMs;
  if (period !== 'monthly') return null;
  const day = new Date(wallClock(endsAt, zone)).getUTCDate();
  return billingMonth(day, startOfDay(endsAt, zone) - 1, zone).startsAt;
}

/** How many calendar days there are from that of `from` to that of `to`, both included; at most `maxCount`. */
export function countDays(from: number, to: number, maxCount: number, zone?: string): number {
  let count = 1;
  for (let at = nextDay(startOfDay(from, zone), zone); at <= to && count < maxCount; at = nextDay(at, zone)) count += 1;
  return count;
}
