import { isOnSale, type Offer } from './offer.ts';
import { compareUnitPrices, unitPrices } from './unit-price.ts';

export const offerSorts = ['seller', 'price', 'per-gb', 'per-day'] as const;
export type OfferSort = (typeof offerSorts)[number];

/**
 * Offers on sale first, then the others. When sorted by price, they are grouped by currency, in the order of the
 * seller's list; those without such a price (per GB: unlimited) come after all others. Ties: the seller's order.
 */
export function sortOffers(offers: readonly Offer[], sort: OfferSort): Offer[] {
  const onSale = offers.filter(isOnSale);
  const others = offers.filter((offer) => !isOnSale(offer));
  return sort === 'seller' ? [...onSale, ...others] : [...sortBy(onSale, sort), ...sortBy(others, sort)];
}

function sortBy(offers: readonly Offer[], sort: Exclude<OfferSort, 'seller'>): Offer[] {
  const currencies = [...new Set(offers.map(({ cost }) => cost.currency))];
  const currencyRank = ({ cost }: Offer) => currencies.indexOf(cost.currency);
  return offers
    .map((offer) => ({ offer, price: unitPrices[sort](offer) }))
    .sort((a, b) => {
      if (a.price === null || b.price === null) {
        return Number(a.price === null) - Number(b.price === null) || currencyRank(a.offer) - currencyRank(b.offer);
      }
      return currencyRank(a.offer) - currencyRank(b.offer) || compareUnitPrices(a.price, b.price);
    })
    .map(({ offer }) => offer);
}
