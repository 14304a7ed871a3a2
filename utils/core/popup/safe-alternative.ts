import { isOnSale, type Offer } from '../offers/offer.ts';
import { cheapestOf } from '../offers/price-range.ts';
import { previewPurchase } from '../offers/purchase-preview.ts';
import type { Card } from '../usage/card.ts';

/**
 * The cheapest plan for this card that keeps what is left and takes no days, and can be used wherever and for whatever
 * the wanted one can; null: there is none, or prices in several currencies do not compare. `now`: seller's clock.
 */
export function safeAlternative(card: Card, offers: readonly Offer[], wanted: Offer, now: number): Offer | null {
  const safe = offers.filter((offer) => {
    const { warnings, leftover } = previewPurchase(card, offer, now);
    const isSafe = warnings.length === 0 && leftover === 'stays';
    return isOnSale(offer) && !offer.page && isSafe && coversUseOf(wanted, offer);
  });
  return cheapestOf(safe);
}

/** Without regions nobody knows where it can be used. */
function coversUseOf(wanted: Offer, { regions, categories }: Offer): boolean {
  const isForSame = categories.includes('generic') || wanted.categories.every((one) => categories.includes(one));
  return isForSame && wanted.regions.every((region) => regions.includes(region));
}
