import type { UsageProjection } from '../forecast/usage-projection.ts';
import { isOnSale, type Offer } from '../offers/offer.ts';
import { cheapestOf } from '../offers/price-range.ts';
import { previewPurchase } from '../offers/purchase-preview.ts';
import type { Card } from '../usage/card.ts';
import { type NeedInput, p90Projection } from './data-need.ts';
import { coversUntil, shortfallBytes, suppliesAfterPurchase } from './data-supply.ts';
import { currentPlan } from './need-until.ts';

/**
 * The cheapest offer on sale that alone covers the usage until `until` with 90 % probability, and lasts until then;
 * null: none does, or the need is not known. Prices are compared within one currency only: that of the current plan if
 * it has an offer that covers the need, else the most frequent. Ties: the seller's order. `until`, `now`: seller's
 * clock.
 */
export function bestOffer({ offers, ...input }: NeedInput & { offers: readonly Offer[] }): Offer | null {
  const { card, until, now } = input;
  const projection = p90Projection(input);
  if (!projection) return null;
  const covering = offers.filter((offer) => covers(card, offer, projection, until, now));
  const currency = currencyFor(card, offers, covering, now);
  return cheapestOf(covering.filter(({ cost }) => cost.currency === currency));
}

/** Whether buying `offer` covers the projected usage from `now` until `until` (seller's clock), at no loss. */
export function covers(card: Card, offer: Offer, projection: UsageProjection, until: number, now: number): boolean {
  if (!isOnSale(offer) || !offer.categories.includes('generic')) return false;
  const preview = previewPurchase(card, offer, now);
  if (preview.warnings.length > 0) return false;
  const supplies = suppliesAfterPurchase(card, offer, preview, until, now);
  return coversUntil(supplies, until) && shortfallBytes(supplies, projection, until, now) < 1;
}

function currencyFor(card: Card, offers: readonly Offer[], covering: readonly Offer[], now: number): string | null {
  const currentPlanId = currentPlan(card, now)?.id;
  const currentCurrency = offers.find(({ planId }) => planId === currentPlanId)?.cost.currency;
  const count = (currency: string) => covering.filter(({ cost }) => cost.currency === currency).length;
  if (currentCurrency !== undefined && count(currentCurrency) > 0) return currentCurrency;
  return covering.reduce<string | null>(
    (most, { cost: { currency } }) => (most !== null && count(most) >= count(currency) ? most : currency),
    null,
  );
}
