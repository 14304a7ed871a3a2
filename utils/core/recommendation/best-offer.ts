import type { UsageProjection } from '../forecast/usage-projection.ts';
import { isOnSale, type Offer } from '../offers/offer.ts';
import { previewPurchase } from '../offers/purchase-effect.ts';
import type { Card } from '../usage/card.ts';
import { toNanos } from '../values/money.ts';
import { type NeedInput, p90Projection } from './data-need.ts';
import { coversUntil, shortfallBytes, suppliesAfterPurchase } from './data-supply.ts';
import { currentPlan } from './need-until.ts';

/**
 * The cheapest plan on sale that alone covers, in nine cases of ten, what will be used until `until`, and lasts till
 * then; null where none does, or the need is not known. Prices compare within one currency only: that of the present
 * plan if any such covers, else the most frequent. Ties: the seller's order.
 */
export function bestOffer({ offers, ...input }: NeedInput & { offers: readonly Offer[] }): Offer | null {
  const { card, until, now } = input;
  const projection = p90Projection(input);
  if (!projection) return null;
  const fitting = offers.filter((offer) => covers(card, offer, projection, until, now));
  const currency = currencyFor(card, offers, fitting, now);
  return fitting
    .filter(({ cost }) => cost.currency === currency)
    .reduce<Offer | null>((best, offer) => (best && toNanos(best.cost) <= toNanos(offer.cost) ? best : offer), null);
}

/** Whether buying `offer` is all that is needed for the use along `curve` until `until` (seller's clock). */
export function covers(card: Card, offer: Offer, projection: UsageProjection, until: number, now: number): boolean {
  if (!isOnSale(offer) || !offer.categories.includes('generic')) return false;
  const preview = previewPurchase(card, offer, now);
  if (preview.warnings.length > 0) return false;
  const supplies = suppliesAfterPurchase(card, offer, preview, until, now);
  return coversUntil(supplies, until) && shortfallBytes(supplies, projection, until, now) < 1;
}

function currencyFor(card: Card, offers: readonly Offer[], fitting: readonly Offer[], now: number): string | null {
  const present = currentPlan(card, now)?.id;
  const own = offers.find(({ planId }) => planId === present)?.cost.currency;
  const count = (currency: string) => fitting.filter(({ cost }) => cost.currency === currency).length;
  if (own !== undefined && count(own) > 0) return own;
  return fitting.reduce<string | null>(
    (most, { cost: { currency } }) => (most !== null && count(most) >= count(currency) ? most : currency),
    null,
  );
}
