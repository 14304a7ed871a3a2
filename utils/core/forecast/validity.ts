import { planPeriodStart } from '../history/plan-period.ts';
import type { Card } from '../usage/card.ts';
import { activeModules, nextToExpire } from '../usage/card-balance.ts';
import { dayMs } from '../values/time.ts';

/** How long data is valid, from its beginning to its end. Seller's clock. */
export type Validity = { startsAt: number; endsAt: number };

/** The validity of what ends first, of recurring data its present period; null: beginning or end are not known. */
export function validityOf(card: Card, now: number, zone?: string): Validity | null {
  const ending = nextToExpire(card, now);
  const endsAt = ending?.endsAt ?? null;
  if (!ending || endsAt === null || endsAt <= now) return null;
  const isDaily = ending.module.refreshPeriod === 'daily';
  const startsAt = isDaily ? endsAt - dayMs : planPeriodStart(card, now, zone);
  return startsAt === null || startsAt >= endsAt ? null : { startsAt, endsAt };
}

/** The validity of all that counts towards the balance; null: there is no common one, or it is not known. */
export function commonValidity(card: Card, now: number, zone?: string): Validity | null {
  return hasOneEnd(card, now) ? validityOf(card, now, zone) : null;
}

/** The share of the common validity that is left, 0 … 1: the mark on the bar. */
export function timeLeftShare(card: Card, now: number): number | null {
  const validity = commonValidity(card, now);
  return validity && Math.min(1, (validity.endsAt - now) / (validity.endsAt - validity.startsAt));
}

/** Modules that end at different times have no common daily ration and no common time left. */
export function hasOneEnd(card: Card, now: number): boolean {
  return new Set(activeModules(card, now).map(({ endsAt }) => endsAt)).size === 1;
}
