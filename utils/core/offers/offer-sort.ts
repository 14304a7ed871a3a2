import { isOnSale, type Offer } from './offer.ts';
import { compareUnitPrices, unitPrices } from './unit-price.ts';

export const offerSorts = ['seller', 'price', 'per-gb', 'per-day'] as const;
export type OfferSort = (typeof offerSorts)[number];

/**
 * Plans on sale first, then the others. Where prices are compared, those of one currency stand together, in the order
 * of the seller's list; what has no such price (per GB: unlimited) comes after all that has. Ties: the seller's order.
 */
export function sortOffers(offers: readonly Offer[], sort: OfferSort): Offer[] {
  const onSale = offers.filter(isOnSale);
  const others = offers.filter((offer) => !isOnSale(offer));
  return sort === 'seller' ? [...onSale, ...others] : [...sortBy(onSale, sort), ...sortBy(others, sort)];
}

function sortBy(offers: readonly Offer[], sort: Exclude<OfferSort, 'seller'>): Offer[] {
  const currencies = [...new Set(offers.map(({ cost }) => cost.currency))];
  const place = ({ cost }: Offer) => currencies.indexOf(cost.currency);
  return offers
    .map((offer) => ({ offer, rate: unitPrices[sort](offer) }))
    .sort((a, b) => {
      if (a.rate === null || b.rate === null) {
        return Number(a.rate === null) - Number(b.rate === null) || place(a.offer) - place(b.offer);
      }
      return place(a.offer) - place(b.offer) || compareUnitPrices(a.rate, b.rate);
    })
    .map(({ offer }) => offer);
}
