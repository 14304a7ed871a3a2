import type { Money } from '../values/money.ts';
import { dayMs, hourMs } from '../values/time.ts';
import type { AutoRenew, Card, Plan } from './card.ts';

/* What the seller renews by itself. `now` and all other times: seller's clock. */

/** A plan that runs or will, and whose seller tells whether it renews by itself. */
export type RenewingPlan = { plan: Plan; autoRenew: AutoRenew };

/** What will be charged at one time; `costs`: of each plan, null where it is not told. */
export type UpcomingCharge = { at: number; costs: (Money | null)[] };

/** How long before a charge it is spoken of: time enough to end the renewal. */
export const chargeLeadMs = dayMs;
/** Charges no further apart are one, and a charge that is told anew a little off is the same. */
export const sameChargeMs = hourMs;

export function renewingPlans(card: Card, now: number): RenewingPlan[] {
  return card.plans.flatMap((plan) => {
    const { autoRenew, state, expiresAt } = plan;
    if (!autoRenew || state === 'expired') return [];
    const hasEnded = expiresAt !== null && expiresAt <= now && upcomingChargeAt(autoRenew, now) === null;
    return hasEnded ? [] : [{ plan, autoRenew }];
  });
}

/** The next charge of a plan; null where none is to come, or its time is not told. */
export function upcomingChargeAt({ isEnabled, nextChargeAt }: AutoRenew, now: number): number | null {
  return isEnabled && nextChargeAt !== null && nextChargeAt > now ? nextChargeAt : null;
}

/** All charges to come whose time is told, the next first. */
export function upcomingCharges(card: Card, now: number): UpcomingCharge[] {
  const single = renewingPlans(card, now).flatMap(({ autoRenew }) => {
    const at = upcomingChargeAt(autoRenew, now);
    return at === null ? [] : [{ at, cost: autoRenew.cost }];
  });
  const charges: UpcomingCharge[] = [];
  for (const { at, cost } of single.sort((a, b) => a.at - b.at)) {
    const last = charges.at(-1);
    if (last && at - last.at <= sameChargeMs) last.costs.push(cost);
    else charges.push({ at, costs: [cost] });
  }
  return charges;
}
