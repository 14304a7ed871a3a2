import type { Card, OverUsage, TrafficCategory } from '../usage/card.ts';
import { nextToExpire } from '../usage/card-balance.ts';
import type { Money } from '../values/money.ts';
import { dayMs } from '../values/time.ts';

export type Availability = 'available' | 'sold-out' | 'disabled' | 'not-eligible';
export type PurchaseEffect = 'add' | 'queue' | 'reset-validity' | 'replace' | 'unknown';

/**
 * `quotaBytes` null: unlimited. `maxRateKbps`: the speed after the quota where `overUsage` is throttled; null: not
 * known.
 */
export type Offer = {
  planId: string;
  name: string;
  description: string;
  cost: Money;
  durationMs: number;
  quotaBytes: number | null;
  categories: TrafficCategory[];
  regions: string[];
  overUsage: OverUsage;
  maxRateKbps: number | null;
  effect: PurchaseEffect;
  availability: Availability;
  reason: string;
  promo: string;
  /**
   * The page where it is sold; `isNewCard`: as a new eSIM, not for the current card. Null or absent: sold by a
   * checkout.
   */
  page?: { url: string; isNewCard: boolean } | null;
};

/**
 * `expiresAt`: seller's clock; null: the seller did not say. `checkedAt`: our clock. `unreadable`: how many offers were
 * skipped as invalid. `omitted`: how many more were listed than are taken in; absent: none.
 */
export type OfferList = {
  offers: Offer[];
  expiresAt: number | null;
  checkedAt: number;
  unreadable: number;
  omitted?: number;
};

export function isOnSale({ availability }: Offer): boolean {
  return availability === 'available';
}

export const offerTabs = ['daily', 'weekly', 'monthly', 'all'] as const;
export type OfferTab = (typeof offerTabs)[number];

/** Daily up to 1 day, weekly up to 7, monthly up to 31; longer offers are under "all" only. */
export function offerTab(offer: Offer): OfferTab {
  if (offer.durationMs <= dayMs) return 'daily';
  if (offer.durationMs <= 7 * dayMs) return 'weekly';
  return offer.durationMs <= 31 * dayMs ? 'monthly' : 'all';
}

export function offersIn(tab: OfferTab, offers: Offer[]): Offer[] {
  return tab === 'all' ? offers : offers.filter((offer) => offerTab(offer) === tab);
}

/** Offers that work in the same regions, together, in the seller's order. */
export function offersByRegions(offers: readonly Offer[]): { regions: string[]; offers: Offer[] }[] {
  const groups = Map.groupBy(offers, ({ regions }) => [...regions].sort().join());
  return [...groups.values()].map((group) => ({ regions: group[0]?.regions ?? [], offers: group }));
}

/**
 * The offer on the primary button: the plan last bought here if it is on sale; else the current plan (whose module ends
 * first) if it is on sale; else the first on sale of the nearest duration; else null: "Choose a plan". `now`: seller's
 * clock.
 */
export function defaultOffer(card: Card, offers: Offer[], lastBoughtPlanId: string | null, now: number): Offer | null {
  const onSale = offers.filter(isOnSale);
  const current = nextToExpire(card, now)?.plan ?? card.plans[0] ?? null;
  const onSaleOf = (planId: string | null | undefined) => onSale.find((offer) => offer.planId === planId);
  const samePlan = onSaleOf(lastBoughtPlanId) ?? onSaleOf(current?.id);
  if (samePlan) return samePlan;
  const durationMs = durationOf(lastBoughtPlanId, current, offers);
  if (durationMs === null) return null;
  const distance = (offer: Offer) => Math.abs(offer.durationMs - durationMs);
  return onSale.reduce<Offer | null>((best, offer) => (best && distance(best) <= distance(offer) ? best : offer), null);
}

function durationOf(
  lastBoughtPlanId: string | null,
  current: Card['plans'][number] | null,
  offers: Offer[],
): number | null {
  const listed = (planId: string | null | undefined) => offers.find((offer) => offer.planId === planId)?.durationMs;
  const known = listed(lastBoughtPlanId) ?? listed(current?.id);
  if (known !== undefined) return known;
  if (!current || current.startsAt === null || current.expiresAt === null) return null;
  return current.expiresAt - current.startsAt;
}
