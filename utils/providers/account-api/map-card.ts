import * as v from 'valibot';
import type { Offer, OfferList } from '../../core/offers/offer.ts';
import type { Purchase } from '../../core/orders/seller-order.ts';
import {
  type AutoRenew,
  type Balance,
  type Card,
  type Module,
  type Plan,
  plainModule,
  type TrafficCategory,
} from '../../core/usage/card.ts';
import * as wire from './wire-schemas.ts';

/** Words of the wire in our spelling: `NEWLY_ACTIVE` → `newly-active`. */
type Kebab<T extends string> = T extends `${infer A}_${infer B}` ? `${Lowercase<A>}-${Kebab<B>}` : Lowercase<T>;

function ours<T extends string>(word: T): Kebab<T> {
  return word.toLowerCase().replaceAll('_', '-') as Kebab<T>;
}

/** An entry without its required members is kept as one whose data is unknown. */
export function toCard(entry: unknown, position: number, measuredAt: number): Card {
  const read = v.safeParse(wire.card, entry);
  if (!read.success) {
    const plans = [unknownPlan(0)];
    return { key: idOf(entry, 'userKey', position), title: '', subscriberId: null, state: 'active', measuredAt, plans };
  }
  const { userKey, title, subscriberId, cardState, updateTime, plans } = read.output;
  return {
    key: userKey,
    title: title || (subscriberId ?? ''),
    subscriberId: subscriberId ?? null,
    state: ours(cardState),
    measuredAt: updateTime ?? measuredAt,
    plans: plans.map(toPlan),
  };
}

function toPlan(entry: unknown, position: number): Plan {
  const read = v.safeParse(wire.plan, entry);
  if (!read.success) return unknownPlan(position);
  const { planId, planName, planState, startTime, expirationTime, regions, autoRenew, planModules } = read.output;
  return {
    id: planId,
    name: planName ?? '',
    state: ours(planState),
    startsAt: startTime ?? null,
    expiresAt: expirationTime ?? null,
    regions: textsOf(regions),
    autoRenew: toAutoRenew(autoRenew),
    modules: planModules.map(toModule),
  };
}

function toAutoRenew(told: v.InferOutput<typeof wire.plan>['autoRenew']): AutoRenew | null {
  if (!told) return null;
  return { isEnabled: told.enabled, nextChargeAt: told.nextChargeTime ?? null, cost: told.cost ?? null };
}

function unknownPlan(position: number): Plan {
  const modules = [unknownModule(0)];
  return { id: `?${position}`, name: '', state: 'active', startsAt: null, expiresAt: null, regions: [], modules };
}

function toModule(entry: unknown, position: number): Module {
  const read = v.safeParse(wire.module, entry);
  if (!read.success) return unknownModule(position);
  const module = read.output;
  return {
    id: module.moduleId,
    name: module.moduleName ?? '',
    categories: categoriesOf(module.trafficCategories),
    balance: toBalance(module),
    state: ours(module.planModuleState),
    expiresAt: module.expirationTime ?? null,
    overUsage: ours(module.overUsagePolicy),
    maxRateKbps: rateOf(module.maxRateKbps),
    refreshPeriod: ours(module.refreshPeriod),
  };
}

function unknownModule(position: number): Module {
  return plainModule(`?${position}`, { kind: 'unknown' });
}

type WireModule = v.InferOutput<typeof wire.module>;

/** A `byteBalance` that is there but makes no sense is unknown: it must not turn into "unlimited" by being left out. */
function toBalance({ byteBalance, coarseBalanceLevel, coarseUpperBytes }: WireModule): Balance {
  if (byteBalance !== undefined && byteBalance !== null) {
    const quota = v.safeParse(wire.quotaOnly, byteBalance);
    if (quota.success && quota.output.quotaBytes === Number.POSITIVE_INFINITY) return { kind: 'unlimited' };
    const read = v.safeParse(wire.byteBalance, byteBalance);
    if (!read.success || !Number.isFinite(read.output.remainingBytes)) return { kind: 'unknown' };
    const { quotaBytes, remainingBytes, reservedBytes } = read.output;
    return { kind: 'known', quotaBytes, remainingBytes, reservedBytes: finite(reservedBytes) ?? 0 };
  }
  const upperBytes = finite(coarseUpperBytes);
  if (!coarseBalanceLevel) return { kind: 'unknown' };
  if (upperBytes === null) return coarseBalanceLevel === 'HIGH_QUOTA' ? { kind: 'unlimited' } : { kind: 'unknown' };
  return {
    kind: 'coarse',
    level: ({ OUT_OF_DATA: 'out', LOW_QUOTA: 'low', HIGH_QUOTA: 'high' } as const)[coarseBalanceLevel],
    upperBytes,
  };
}

/** The whole list fails only without its `offers`; single entries that make no sense are counted, not shown. */
export function toOfferList(body: unknown, checkedAt: number): OfferList {
  const { expireTime, offers } = v.parse(wire.planOffer, body);
  const read = offers.map(toOffer).filter((offer) => offer !== null);
  return { offers: read, expiresAt: expireTime ?? null, checkedAt, unreadable: offers.length - read.length };
}

function toOffer(entry: unknown): Offer | null {
  const read = v.safeParse(wire.offer, entry);
  if (!read.success) return null;
  const offer = read.output;
  const quota = v.safeParse(wire.int64, offer.quotaBytes);
  if (offer.quotaBytes !== undefined && offer.quotaBytes !== null && !quota.success) return null;
  return {
    planId: offer.planId,
    name: offer.planName,
    description: offer.planDescription ?? '',
    cost: offer.cost,
    durationMs: offer.duration,
    quotaBytes: quota.success ? finite(quota.output) : null,
    categories: categoriesOf(offer.trafficCategories),
    regions: textsOf(offer.regions),
    overUsage: ours(offer.overUsagePolicy),
    maxRateKbps: rateOf(offer.maxRateKbps),
    effect: offer.purchaseEffect ? ours(offer.purchaseEffect) : 'unknown',
    availability: ours(offer.availability),
    reason: offer.reason ?? '',
    promo: offer.promoMessage ?? '',
  };
}

const statuses = new Map<string, Purchase['status']>([
  ['PENDING_PAYMENT', 'awaiting-payment'],
  ['PAID', 'paid'],
  ['CREDITED', 'credited'],
  ['QUEUED', 'queued'],
  ['PAYMENT_FAILED', 'payment-failed'],
  ['CANCELLED', 'cancelled'],
  ['EXPIRED', 'expired'],
  ['REFUNDED', 'refunded'],
]);

/** A new purchase, which has a page while it waits for payment; without one it cannot be read. */
export function toCheckout(body: unknown): Purchase {
  v.parse(wire.checkout, body);
  return toPurchase(body);
}

export function toPurchase(body: unknown): Purchase {
  const read = v.parse(wire.transaction, body);
  return {
    id: read.transactionId,
    status: statuses.get(read.status) ?? 'unknown',
    checkoutUrl: read.checkoutUrl ?? null,
    expiresAt: read.expireTime ?? null,
    paidAt: read.payTime ?? null,
    startsAt: read.planActivationTime ?? null,
    confirmationCode: read.confirmationCode || null,
    receiptUrl: read.receiptUrl ?? null,
    failureText: read.failure?.errorMessage || null,
    planId: read.planId ?? null,
    planName: read.planName || null,
    cost: read.cost ?? null,
  };
}

const categoryWords = ['GENERIC', 'VIDEO', 'MUSIC', 'GAMING', 'SOCIAL', 'MESSAGING'] as const;

/** Absent: generic. Words we do not know stand for generic too, as the contract's default. */
function categoriesOf(list: unknown[] | null | undefined): TrafficCategory[] {
  if (!list || list.length === 0) return ['generic'];
  return [...new Set(list.map((word) => ours(categoryWords.find((known) => known === word) ?? 'GENERIC')))];
}

function textsOf(list: unknown[] | null | undefined): string[] {
  return (list ?? []).filter((entry) => typeof entry === 'string');
}

/** 0 stands for "no rate told". */
function rateOf(kbps: number | null | undefined): number | null {
  return finite(kbps) || null;
}

function finite(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
}

function idOf(entry: unknown, name: string, position: number): string {
  const id = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[name] : undefined;
  return v.is(wire.id, id) ? id : `?${position}`;
}
