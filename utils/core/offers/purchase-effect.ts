import { upcomingCharges } from '../usage/auto-renew.ts';
import type { Card, Plan } from '../usage/card.ts';
import { type ActiveModule, activeModules, type CardBalance, cardBalance } from '../usage/card-balance.ts';
import type { Money } from '../values/money.ts';
import { hourMs } from '../values/time.ts';
import type { Offer, PurchaseEffect } from './offer.ts';

/** Why buying a plan needs a second click: what is left would be lost, or what is paid for may never begin. */
export type PurchaseWarning = 'loses-data' | 'cannot-start';

/**
 * What is worth a sentence before the click. All instants by the seller's clock.
 * leftover-lost: what is left goes · queue-taken: another plan already waits · nothing-until: all is used up, and this
 * plan starts only then · renews-itself: it is paid anew anyway, at `at` · shorter: it all ends earlier than today.
 */
export type PurchaseHint =
  | { kind: 'leftover-lost'; left: CardBalance }
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
export type PurchasePreview = {
  kind: PurchaseEffect | 'fresh';
  left: CardBalance;
  leftover: 'stays' | 'lost' | 'unknown' | 'none';
  addedBytes: number | null;
  startsAt: number | null;
  endsAt: number | null;
  endsNowAt: number | null;
  change: 'later' | 'same' | 'earlier' | 'unknown';
  blockedBy: 'suspended' | 'endless-plan' | null;
  warnings: PurchaseWarning[];
  hints: PurchaseHint[];
};

const nearMs = 48 * hourMs;
const nothing: CardBalance = { kind: 'known', leftBytes: 0, totalBytes: null };

/** `now`: the seller's clock. */
export function previewPurchase(card: Card, offer: Offer, now: number): PurchasePreview {
  const counting = card.state === 'active' ? activeModules(card, now) : [];
  const kind = counting.length === 0 ? 'fresh' : offer.effect;
  const left = kind === 'fresh' ? nothing : cardBalance(card, now);
  const waiting = queuedPlans(card, now);
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
    warnings: [...(isLost ? (['loses-data'] as const) : []), ...(blockedBy ? (['cannot-start'] as const) : [])],
    hints: [
      ...(isLost ? [{ kind: 'leftover-lost', left } as const] : []),
      ...purchaseHints(effect, card, waiting, now),
    ],
  };
}

/** Plans that are paid and start later. */
export function queuedPlans(card: Card, now: number): Plan[] {
  return card.plans.filter(({ state, startsAt, expiresAt }) => {
    const isLater = state === 'queued' || (state === 'active' && startsAt !== null && startsAt > now);
    return isLater && (expiresAt === null || expiresAt > now);
  });
}

function purchaseHints(
  {
    kind,
    left,
    startsAt,
    endsAt,
    endsNowAt,
  }: Pick<PurchasePreview, 'kind' | 'left' | 'startsAt' | 'endsAt' | 'endsNowAt'>,
  card: Card,
  waiting: Plan[],
  now: number,
): PurchaseHint[] {
  const hints: PurchaseHint[] = [];
  const isQueued = kind === 'queue' && startsAt !== null && startsAt > now;
  if (isQueued && waiting.length > 0) hints.push({ kind: 'queue-taken', behind: lastToEnd(waiting).name, startsAt });
  if (isQueued && !hasSome(left) && left.kind !== 'unknown') hints.push({ kind: 'nothing-until', startsAt });
  const isReset = kind === 'reset-validity' || kind === 'replace';
  if (isReset && changeOf(endsNowAt, endsAt) === 'earlier' && endsAt !== null && endsNowAt !== null) {
    hints.push({ kind: 'shorter', endsAt, endsNowAt });
  }
  const charge = nearCharge(card, now);
  if (charge) hints.push({ kind: 'renews-itself', ...charge });
  return hints;
}

/** The next automatic charge, if it is near; its cost is null where it is not told or is for several plans. */
function nearCharge(card: Card, now: number): { at: number; cost: Money | null } | null {
  const [charge] = upcomingCharges(card, now);
  if (!charge || charge.at - now > nearMs) return null;
  return { at: charge.at, cost: charge.costs.length === 1 ? (charge.costs[0] ?? null) : null };
}

function leftoverFor(kind: PurchasePreview['kind'], left: CardBalance): PurchasePreview['leftover'] {
  if (!hasSome(left) && left.kind !== 'unknown') return 'none';
  if (kind === 'replace') return 'lost';
  return kind === 'unknown' ? 'unknown' : 'stays';
}

function hasSome(left: CardBalance): boolean {
  if (left.kind === 'known') return left.leftBytes > 0;
  return left.kind === 'unlimited' || (left.kind === 'coarse' && left.level !== 'out');
}

/** A queued plan starts when the last of the present and the waiting plans ends. */
function startFor(
  kind: PurchasePreview['kind'],
  counting: ActiveModule[],
  waiting: Plan[],
  now: number,
): number | null {
  if (kind === 'unknown') return null;
  if (kind !== 'queue') return now;
  const end = latest([...plansOf(counting), ...waiting].map((plan) => endOf(plan, counting)));
  return end === null ? null : Math.max(now, end);
}

function endFor(kind: PurchasePreview['kind'], startsAt: number | null, endsNowAt: number | null, durationMs: number) {
  if (startsAt === null) return null;
  const end = startsAt + durationMs;
  if (kind !== 'add') return end;
  return endsNowAt === null ? null : Math.max(endsNowAt, end);
}

function changeOf(before: number | null, after: number | null): PurchasePreview['change'] {
  if (before === null || after === null) return 'unknown';
  return after > before ? 'later' : after < before ? 'earlier' : 'same';
}

function plansOf(counting: ActiveModule[]): Plan[] {
  return [...new Set(counting.map(({ plan }) => plan))];
}

/** A period that begins anew by itself does not end its plan. */
function endOf(plan: Plan, counting: ActiveModule[]): number | null {
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
