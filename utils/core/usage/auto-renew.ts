import type { Money } from '../values/money.ts';
import { dayMs, hourMs } from '../values/time.ts';
import type { AutoRenew, Card, Plan } from './card.ts';

/* Automatic renewals by the seller. `now` and all other times: seller's clock. */

/** A current or coming plan whose seller reports whether it renews automatically. */
export type RenewingPlan = { plan: Plan; autoRenew: AutoRenew };

/** What is charged at one time; `costs`: of each plan, null where it is unknown. */
export type UpcomingCharge = { at: number; costs: (Money | null)[] };

/** How long before a charge the user is warned: time enough to cancel the renewal. */
export const chargeLeadMs = dayMs;
/** Charges within this time of each other count as one, as does a charge whose reported time moves by less. */
export const sameChargeMs = hourMs;

export function renewingPlans(card: Card, now: number): RenewingPlan[] {
  return card.plans.flatMap((plan) => {
    const { autoRenew, state, expiresAt } = plan;
    if (!autoRenew || state === 'expired') return [];
    const hasEnded = expiresAt !== null && expiresAt <= now && upcomingChargeAt(autoRenew, now) === null;
    return hasEnded ? [] : [{ plan, autoRenew }];
  });
}

/** The next charge of a plan; null where there is none, or its time is unknown. */
export function upcomingChargeAt({ isEnabled, nextChargeAt }: AutoRenew, now: number): number | null {
  return isEnabled && nextChargeAt !== null && nextChargeAt > now ? nextChargeAt : null;
}

/** All upcoming charges with a known time, the next first. */
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
