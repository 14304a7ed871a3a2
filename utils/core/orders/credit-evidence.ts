import type { Card, Module, Plan } from '../usage/card.ts';
import { cardBalance } from '../usage/card-balance.ts';
import { hourMs, latestOf } from '../values/time.ts';

/**
 * What a card had when something was ordered, so that a credit can be recognised from later snapshots. `heldBytes`:
 * left or reserved; null: the seller gives no amounts. `endsAt`: the latest end (seller's clock); null: no end is
 * known. `plans`: one identifying text for each.
 */
export type BalanceBaseline = {
  heldBytes: number | null;
  quotaBytes: number;
  endsAt: number | null;
  plans: string[];
  isUnlimited: boolean;
  isActive: boolean;
};

/** `now`: seller's clock. */
export function takeBaseline(card: Card, now: number): BalanceBaseline {
  const balance = cardBalance(card, now);
  const plans = card.plans.filter(({ state }) => state !== 'expired');
  const modules = plans.flatMap((plan) => plan.modules.filter(isLasting).map((module) => ({ plan, module })));
  const known = modules.flatMap(({ module }) => (module.balance.kind === 'known' ? [module.balance] : []));
  return {
    heldBytes: balance.kind === 'known' ? sum(known.map((one) => one.remainingBytes + one.reservedBytes)) : null,
    quotaBytes: sum(known.map(({ quotaBytes }) => quotaBytes)),
    endsAt: latestOf(modules.map(({ plan, module }) => module.expiresAt ?? plan.expiresAt)),
    plans: plans.map(planText),
    isUnlimited: modules.some(({ module }) => module.balance.kind === 'unlimited'),
    isActive: card.state === 'active',
  };
}

/** Not a recurring module: its balance grows each period without a purchase, so it is no evidence. */
function isLasting({ refreshPeriod, state }: Module): boolean {
  return refreshPeriod === 'none' && state !== 'expired';
}

/** A plan with recurring modules alone is the same plan in each of its periods. */
function planText({ id, startsAt, modules }: Plan): string {
  const isPeriodic = modules.length > 0 && modules.every(({ refreshPeriod }) => refreshPeriod !== 'none');
  return isPeriodic ? id : `${id}@${startsAt ?? ''}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Whether a card has more than before: another plan, a larger quota, at least 1 % of the quota more held, a later end,
 * or it became unlimited or active. Returned reserved data does not count: it was held before. `now`: seller's clock.
 */
export function hasIncreased(before: BalanceBaseline, card: Card, now: number): boolean {
  const after = takeBaseline(card, now);
  if (after.plans.some((plan) => timesIn(after.plans, plan) > timesIn(before.plans, plan))) return true;
  if (after.quotaBytes > before.quotaBytes) return true;
  if ((after.isUnlimited && !before.isUnlimited) || (after.isActive && !before.isActive)) return true;
  if (after.endsAt !== null && before.endsAt !== null && after.endsAt >= before.endsAt + hourMs) return true;
  if (after.heldBytes === null || before.heldBytes === null) return false;
  const more = after.heldBytes - before.heldBytes;
  return more > 0 && more * 100 >= after.quotaBytes;
}

function timesIn(plans: readonly string[], plan: string): number {
  return plans.filter((other) => other === plan).length;
}
