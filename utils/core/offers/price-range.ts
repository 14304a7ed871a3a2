import { type Money, toNanos } from '../values/money.ts';
import { isOnSale, type Offer } from './offer.ts';

/** The first of the cheapest; null: there is none, or prices in different currencies do not compare. */
export function cheapestOf(offers: readonly Offer[]): Offer | null {
  const [first, ...others] = offers;
  if (!first || others.some(({ cost }) => cost.currency !== first.cost.currency)) return null;
  return others.reduce((least, offer) => (toNanos(offer.cost) < toNanos(least.cost) ? offer : least), first);
}

/** How many plans are on sale and the lowest price; null: none is, or prices in different currencies do not compare. */
export function priceRange(offers: readonly Offer[]): { count: number; cheapest: Money } | null {
  const onSale = offers.filter(isOnSale);
  const cheapest = cheapestOf(onSale);
  return cheapest && { count: onSale.length, cheapest: cheapest.cost };
}
