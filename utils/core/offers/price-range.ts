import { type Money, toNanos } from '../values/money.ts';
import { isOnSale, type Offer } from './offer.ts';

/** How many plans are on sale and the lowest price; null: none is, or prices in different currencies do not compare. */
export function priceRange(offers: readonly Offer[]): { count: number; cheapest: Money } | null {
  const costs = offers.filter(isOnSale).map(({ cost }) => cost);
  const [first, ...others] = costs;
  if (!first || others.some(({ currency }) => currency !== first.currency)) return null;
  return {
    count: costs.length,
    cheapest: others.reduce((least, cost) => (toNanos(cost) < toNanos(least) ? cost : least), first),
  };
}
