import { sumBytes } from '../values/bytes.ts';
import { type Card, hasBegun, type Plan } from './card.ts';

/* Plans that are bought and have not begun: no data that could be used. All times: seller's clock. */

/** How much data a plan is for; unknown: the seller gives no amount of it. */
export type PlanSize = { kind: 'known'; bytes: number } | { kind: 'unlimited' } | { kind: 'unknown' };

/** How a plan begins: at a time · later: no time is told · at first use, and it lapses `by` then (null: not told). */
export type PlanStart = { kind: 'at'; at: number } | { kind: 'later' } | { kind: 'first-use'; by: number | null };

/** Its times by our clock; `skewMs`: how far the seller's is ahead of it. */
export function planStartByOurClock(start: PlanStart, skewMs: number): PlanStart {
  if (start.kind === 'at') return { kind: 'at', at: start.at - skewMs };
  return start.kind === 'later' || start.by === null ? start : { kind: 'first-use', by: start.by - skewMs };
}

/** A plan that waits. */
export type WaitingPlan = { plan: Plan; size: PlanSize; start: PlanStart };

/** The plans of a card that have not begun by `now` and have neither ended nor lapsed, the next to begin first. */
export function waitingPlans(card: Card, now: number): WaitingPlan[] {
  return card.plans
    .filter((plan) => plan.state !== 'expired' && !hasBegun(plan, card.measuredAt, now))
    .filter((plan) => [plan.expiresAt, lapsesAt(plan)].every((at) => at === null || at > now))
    .map((plan) => ({ plan, size: sizeOf(plan), start: startOf(plan, now) }))
    .sort((a, b) => orderOf(a.start) - orderOf(b.start));
}

/** When a plan that begins at first use is lost, if it has not begun; null: it is none, or not told. */
export function lapsesAt({ state, startBefore = null, expiresAt }: Plan): number | null {
  return state === 'not-started' ? (startBefore ?? expiresAt) : null;
}

/** A time that was past when the plan was reported as waiting is not when it starts. */
function startOf(plan: Plan, now: number): PlanStart {
  if (plan.state === 'not-started') return { kind: 'first-use', by: lapsesAt(plan) };
  return plan.startsAt !== null && plan.startsAt > now ? { kind: 'at', at: plan.startsAt } : { kind: 'later' };
}

/** Of the parts for any traffic. */
function sizeOf({ modules }: Plan): PlanSize {
  const balances = modules.filter(({ categories }) => categories.includes('generic')).map(({ balance }) => balance);
  if (balances.some(({ kind }) => kind === 'unlimited')) return { kind: 'unlimited' };
  const bytes = sumBytes(
    balances.map((balance) => (balance.kind === 'known' ? Math.max(balance.quotaBytes, balance.remainingBytes) : 0)),
  );
  return bytes > 0 ? { kind: 'known', bytes } : { kind: 'unknown' };
}

/** What has no date follows the present plan, so it is next; what has to be used first comes last. */
function orderOf(start: PlanStart): number {
  if (start.kind === 'at') return start.at;
  return start.kind === 'later' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
