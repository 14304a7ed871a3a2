import { upcomingCharges } from '../usage/auto-renew.ts';
import type { Card, Plan } from '../usage/card.ts';
import { type ActiveModule, activeModules, type CardBalance, cardBalance } from '../usage/card-balance.ts';
import { waitingPlans } from '../usage/waiting-plans.ts';
import type { Money } from '../values/money.ts';
import { hourMs, latestOf } from '../values/time.ts';
import type { Offer, PurchaseEffect } from './offer.ts';

/** Why a purchase needs confirmation: remaining data would be lost, days would be, or the plan cannot start. */
export type PurchaseWarning = 'loses-data' | 'ends-earlier' | 'cannot-start';

/**
 * What to say before the purchase. All instants by the seller's clock. leftover-lost: the remaining data is lost,
 * `left` unknown if its amount is, or it is for other traffic · queue-taken: another plan is queued already ·
 * nothing-until: all data is used up, and this plan starts only at `startsAt` · renews-itself: the seller renews the
 * current plan at `at` anyway · shorter: the validity ends earlier than it does today.
 */
export type PurchaseHint =
  | { kind: 'leftover-lost'; left: CardBalance }
  | { kind: 'queue-taken'; behind: string; startsAt: number }
  | { kind: 'nothing-until'; startsAt: number }
  | { kind: 'renews-itself'; at: number; cost: Money | null }
  | { kind: 'shorter'; endsAt: number; endsNowAt: number };

/**
 * What buying a plan does to a card today. All instants by the seller's clock.
 * `kind` fresh: the card has no active module, so the plan starts at once and nothing can be lost. `leftover`: what
 * becomes of the remaining data `left`; none: there is none. `addedBytes` null: unlimited. `startsAt` null: unknown, or
 * never. `endsNowAt`, `endsAt`: the end of the validity without and with the purchase, null: unknown; `change` compares
 * the two. `blockedBy`: why the plan cannot start.
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
const unknown: CardBalance = { kind: 'unknown' };

/** `now`: the seller's clock. */
export function previewPurchase(card: Card, offer: Offer, now: number): PurchasePreview {
  const active = card.state === 'active' ? activeModules(card, now) : [];
  // A balance that is not confirmed may be a mistake: even where nothing is left, something may be lost.
  const mayLose = card.unconfirmed !== undefined && offer.effect === 'replace';
  const kind = active.length === 0 && !mayLose ? 'fresh' : offer.effect;
  const left = kind === 'fresh' ? nothing : card.unconfirmed ? unknown : cardBalance(card, now);
  const waiting = waitingPlans(card, now).map(({ plan }) => plan);
  const queued = waiting.filter(({ state }) => state !== 'not-started');
  const endsNowAt = latestIfAllKnown(plansOf(active).map((plan) => endOf(plan, active)));
  const startsAt = card.state === 'suspended' ? null : startFor(kind, active, queued, now);
  const endsAt = endFor(kind, startsAt, endsNowAt, offer.durationMs);
  const blockedBy =
    card.state === 'suspended' ? 'suspended' : kind === 'queue' && startsAt === null ? 'endless-plan' : null;
  const leftover = leftoverFor(kind, left);
  const preview = {
    kind,
    left,
    leftover,
    addedBytes: offer.quotaBytes,
    startsAt,
    endsAt,
    endsNowAt,
    blockedBy,
  } as const;
  const hints: PurchaseHint[] = [
    ...lossHints(preview, offer, card, now),
    ...shorterHints(preview, offer, card, now),
    ...purchaseHints(preview, card, queued, now),
  ];
  const isHinted = (hint: PurchaseHint['kind']) => hints.some((one) => one.kind === hint);
  return {
    ...preview,
    change: changeOf(endsNowAt, endsAt),
    warnings: [
      ...(isHinted('leftover-lost') ? (['loses-data'] as const) : []),
      ...(isHinted('shorter') ? (['ends-earlier'] as const) : []),
      ...(blockedBy ? (['cannot-start'] as const) : []),
    ],
    hints,
  };
}

/**
 * In no balance, but taken too by a plan that replaces the present one: data for other traffic, of a plan that waits,
 * and of a card that has to be topped up first.
 */
function lossHints(
  { left, leftover }: Pick<PurchasePreview, 'left' | 'leftover'>,
  { effect }: Offer,
  card: Card,
  now: number,
): PurchaseHint[] {
  if (leftover === 'lost') return [{ kind: 'leftover-lost', left }];
  if (effect !== 'replace' || !mayBeUsedAgain(card)) return [];
  if (card.state === 'grace' && activeModules(card, now).length > 0) {
    const held = cardBalance({ ...card, state: 'active' }, now);
    if (hasSome(held) || held.kind === 'unknown') return [{ kind: 'leftover-lost', left: held }];
  }
  const isLost = hasOtherData(card, now) || waitingPlans(card, now).length > 0;
  return isLost ? [{ kind: 'leftover-lost', left: { kind: 'unknown' } }] : [];
}

/** Counted anew, the validity may end before that of a plan whose end is known, whatever is known of the others. */
function shorterHints(
  { endsAt }: Pick<PurchasePreview, 'endsAt'>,
  { effect }: Offer,
  card: Card,
  now: number,
): PurchaseHint[] {
  if ((effect !== 'reset-validity' && effect !== 'replace') || !mayBeUsedAgain(card) || endsAt === null) return [];
  const active = activeModules(card, now);
  const endsNowAt = latestOf(plansOf(active).map((plan) => endOf(plan, active)));
  return endsNowAt !== null && endsAt < endsNowAt ? [{ kind: 'shorter', endsAt, endsNowAt }] : [];
}

/** What a card in its grace period holds comes back with a payment; that of an expired one does not. */
function mayBeUsedAgain({ state }: Card): boolean {
  return state === 'active' || state === 'grace';
}

function hasOtherData(card: Card, now: number): boolean {
  const generic: Card = {
    ...card,
    plans: card.plans.map((plan) => ({
      ...plan,
      modules: plan.modules
        .filter(({ categories }) => !categories.includes('generic'))
        .map((module) => ({ ...module, categories: ['generic'] })),
    })),
  };
  return activeModules(generic, now).some(({ module: { balance } }) =>
    balance.kind === 'known' ? balance.remainingBytes > 0 : balance.kind === 'unknown' || hasSome(balance),
  );
}

function purchaseHints(
  { kind, left, startsAt }: Pick<PurchasePreview, 'kind' | 'left' | 'startsAt'>,
  card: Card,
  queued: Plan[],
  now: number,
): PurchaseHint[] {
  const hints: PurchaseHint[] = [];
  const isQueued = kind === 'queue' && startsAt !== null && startsAt > now;
  if (isQueued && queued.length > 0) hints.push({ kind: 'queue-taken', behind: lastToEnd(queued).name, startsAt });
  if (isQueued && !hasSome(left) && left.kind !== 'unknown') hints.push({ kind: 'nothing-until', startsAt });
  const charge = nearCharge(card, now);
  if (charge) hints.push({ kind: 'renews-itself', ...charge });
  return hints;
}

/**
 * The next automatic charge, if it is within two days; its cost is null where it is unknown or is for several plans.
 */
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

/** A queued plan starts when the last of the active and the queued plans ends. */
function startFor(kind: PurchasePreview['kind'], active: ActiveModule[], queued: Plan[], now: number): number | null {
  if (kind === 'unknown') return null;
  if (kind !== 'queue') return now;
  const end = latestIfAllKnown([...plansOf(active), ...queued].map((plan) => endOf(plan, active)));
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

function plansOf(active: ActiveModule[]): Plan[] {
  return [...new Set(active.map(({ plan }) => plan))];
}

/** The end of a refresh period does not end the plan. */
function endOf(plan: Plan, active: ActiveModule[]): number | null {
  if (plan.expiresAt !== null) return plan.expiresAt;
  const ofPlan = active.filter((entry) => entry.plan === plan).map(({ module }) => module);
  const modules = ofPlan.length > 0 ? ofPlan : plan.modules;
  return latestIfAllKnown(modules.map(({ refreshPeriod, expiresAt }) => (refreshPeriod === 'none' ? expiresAt : null)));
}

/** Null where one of the instants is unknown, or there is none. */
function latestIfAllKnown(instants: (number | null)[]): number | null {
  return instants.includes(null) ? null : latestOf(instants);
}

function lastToEnd(plans: Plan[]): Plan {
  return plans.reduce((last, plan) => ((plan.expiresAt ?? 0) > (last.expiresAt ?? 0) ? plan : last));
}
