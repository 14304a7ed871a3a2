import type { Card, Plan } from '../usage/card.ts';
import { type Counting, countingModules, type Figure, figureFor } from '../usage/card-balance.ts';
import type { Money } from '../values/money.ts';
import { hourMs } from '../values/time.ts';
import type { Offer, PurchaseEffect } from './offer.ts';

/** Why buying a plan needs a second click: what is left would be lost, or what is paid for may never begin. */
export type PlanDoubt = 'loses-data' | 'cannot-start';

/**
 * What is worth a sentence before the click. All instants by the seller's clock.
 * leftover-lost: what is left goes · queue-taken: another plan already waits · nothing-until: all is used up, and this
 * plan starts only then · renews-itself: it is paid anew anyway, at `at` · shorter: it all ends earlier than today.
 */
export type Moment =
  | { kind: 'leftover-lost'; left: Figure }
  | { kind: 'queue-taken'; behind: string; startsAt: number }
  | { kind: 'nothing-until'; startsAt: number }
  | { kind: 'renews-itself'; at: number; cost: Money | null }
  | { kind: 'shorter'; endsAt: number; endsNowAt: number };

/**
 * What buying a plan does to one card today. All instants by the seller's clock.
 * `kind` fresh: nothing counts on the card any more, so it starts at once and nothing can be lost. `leftover`: what
 * becomes of `left`; none: nothing is left. `addedBytes` null: unlimited. `startsAt` null: nobody knows, or never.
 * `endsAt`, `endsNowAt`: when the last of it ends then, and ends today; null: not known. `change`: between the two.
 * `blockedBy`: why it cannot start.
 */
export type Effect = {
  kind: PurchaseEffect | 'fresh';
  left: Figure;
  leftover: 'stays' | 'lost' | 'unknown' | 'none';
  addedBytes: number | null;
  startsAt: number | null;
  endsAt: number | null;
  endsNowAt: number | null;
  change: 'later' | 'same' | 'earlier' | 'unknown';
  blockedBy: 'suspended' | 'endless-plan' | null;
  doubts: PlanDoubt[];
  moments: Moment[];
};

const soonMs = 48 * hourMs;
const nothing: Figure = { kind: 'known', leftBytes: 0, totalBytes: null };

/** `now`: the seller's clock. */
export function effectFor(card: Card, offer: Offer, now: number): Effect {
  const counting = card.state === 'active' ? countingModules(card, now) : [];
  const kind = counting.length === 0 ? 'fresh' : offer.effect;
  const left = kind === 'fresh' ? nothing : figureFor(card, now);
  const waiting = waitingPlans(card, now);
  const endsNowAt = latest(plansOf(counting).map((plan) => endOf(plan, counting)));
  const startsAt = card.state === 'suspended' ? null : startFor(kind, counting, waiting, now);
  const endsAt = endFor(kind, startsAt, endsNowAt, offer.durationMs);
  const blockedBy =
    card.state === 'suspended' ? 'suspended' : kind === 'queue' && startsAt === null ? 'endless-plan' : null;
  const leftover = leftoverFor(kind, left);
  const effect = {
    kind,
    left,
    leftover,
    addedBytes: offer.quotaBytes,
    startsAt,
    endsAt,
    endsNowAt,
    blockedBy,
  } as const;
  const isLost = leftover === 'lost' && left.kind !== 'unknown';
  return {
    ...effect,
    change: changeOf(endsNowAt, endsAt),
    doubts: [...(isLost ? (['loses-data'] as const) : []), ...(blockedBy ? (['cannot-start'] as const) : [])],
    moments: [...(isLost ? [{ kind: 'leftover-lost', left } as const] : []), ...momentsFor(effect, card, waiting, now)],
  };
}

/** Plans that are paid and start later. */
export function waitingPlans(card: Card, now: number): Plan[] {
  return card.plans.filter(({ state, startsAt, expiresAt }) => {
    const isLater = state === 'queued' || (state === 'active' && startsAt !== null && startsAt > now);
    return isLater && (expiresAt === null || expiresAt > now);
  });
}

function momentsFor(
  { kind, left, startsAt, endsAt, endsNowAt }: Pick<Effect, 'kind' | 'left' | 'startsAt' | 'endsAt' | 'endsNowAt'>,
  card: Card,
  waiting: Plan[],
  now: number,
): Moment[] {
  const moments: Moment[] = [];
  const isQueued = kind === 'queue' && startsAt !== null && startsAt > now;
  if (isQueued && waiting.length > 0) moments.push({ kind: 'queue-taken', behind: lastToEnd(waiting).name, startsAt });
  if (isQueued && !hasSome(left) && left.kind !== 'unknown') moments.push({ kind: 'nothing-until', startsAt });
  const isReset = kind === 'reset-validity' || kind === 'replace';
  if (isReset && changeOf(endsNowAt, endsAt) === 'earlier' && endsAt !== null && endsNowAt !== null) {
    moments.push({ kind: 'shorter', endsAt, endsNowAt });
  }
  const charge = nextChargeFor(card, now);
  if (charge) moments.push({ kind: 'renews-itself', ...charge });
  return moments;
}

/** The next time the seller charges by itself, if that is soon. */
function nextChargeFor(card: Card, now: number): { at: number; cost: Money | null } | null {
  const charges = card.plans.flatMap((plan) => {
    const { isEnabled = false, nextChargeAt: at = null, cost = null } = plan.autoRenew ?? {};
    return isEnabled && at !== null && at > now && at - now <= soonMs ? [{ at, cost }] : [];
  });
  return charges.sort((a, b) => a.at - b.at)[0] ?? null;
}

function leftoverFor(kind: Effect['kind'], left: Figure): Effect['leftover'] {
  if (!hasSome(left) && left.kind !== 'unknown') return 'none';
  if (kind === 'replace') return 'lost';
  return kind === 'unknown' ? 'unknown' : 'stays';
}

function hasSome(left: Figure): boolean {
  if (left.kind === 'known') return left.leftBytes > 0;
  return left.kind === 'unlimited' || (left.kind === 'coarse' && left.level !== 'out');
}

/** A queued plan starts when the last of the present and the waiting plans ends. */
function startFor(kind: Effect['kind'], counting: Counting[], waiting: Plan[], now: number): number | null {
  if (kind === 'unknown') return null;
  if (kind !== 'queue') return now;
  const end = latest([...plansOf(counting), ...waiting].map((plan) => endOf(plan, counting)));
  return end === null ? null : Math.max(now, end);
}

function endFor(kind: Effect['kind'], startsAt: number | null, endsNowAt: number | null, durationMs: number) {
  if (startsAt === null) return null;
  const end = startsAt + durationMs;
  if (kind !== 'add') return end;
  return endsNowAt === null ? null : Math.max(endsNowAt, end);
}

function changeOf(before: number | null, after: number | null): Effect['change'] {
  if (before === null || after === null) return 'unknown';
  return after > before ? 'later' : after < before ? 'earlier' : 'same';
}

function plansOf(counting: Counting[]): Plan[] {
  return [...new Set(counting.map(({ plan }) => plan))];
}

/** A period that begins anew by itself does not end its plan. */
function endOf(plan: Plan, counting: Counting[]): number | null {
  if (plan.expiresAt !== null) return plan.expiresAt;
  const own = counting.filter((entry) => entry.plan === plan).map(({ module }) => module);
  const modules = own.length > 0 ? own : plan.modules;
  return latest(modules.map(({ refreshPeriod, expiresAt }) => (refreshPeriod === 'none' ? expiresAt : null)));
}

/** Null where one of them is not known, or there is none. */
function latest(instants: (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 || known.length < instants.length ? null : Math.max(...known);
}

function lastToEnd(plans: Plan[]): Plan {
  return plans.reduce((last, plan) => ((plan.expiresAt ?? 0) > (last.expiresAt ?? 0) ? plan : last));
}
