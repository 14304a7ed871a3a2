import type { Seller, UsualPurchase } from '../../utils/core/accounts/account.ts';
import { allowedCheckoutHref } from '../../utils/core/accounts/origins.ts';
import { defaultOffer, type Offer, type OfferList } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { lastBoughtPlanId } from '../../utils/core/orders/order-list.ts';
import type { Card, CardLink } from '../../utils/core/usage/card.ts';

/**
 * How the card is renewed. choose: no plan is the obvious one · page: where the user renews a card of a website · link:
 * the seller's page about the card.
 */
export type RenewWay =
  | { kind: 'offer'; offer: Offer }
  | { kind: 'choose' }
  | { kind: 'page'; url: string; usual: UsualPurchase | null }
  | { kind: 'link'; href: string; link: CardLink };

/** `wanted`: the plan of an order that came to nothing. */
type Input = {
  card: Card;
  seller: Seller;
  offers: OfferList | null;
  orders: Order[];
  wanted: string | null;
  sellerNow: number;
};

/** Null: Gigabar knows of none. */
export function renewWayOf({ card, seller, offers, orders, wanted, sellerNow }: Input): RenewWay | null {
  if (offers && offers.offers.length > 0) {
    const offer = defaultOffer(card, offers.offers, wanted ?? lastBoughtPlanId(orders), sellerNow);
    return offer ? { kind: 'offer', offer } : { kind: 'choose' };
  }
  const { topUpUrl = null, usualPurchase: usual = null } = seller.page ?? {};
  if (topUpUrl !== null) return { kind: 'page', url: topUpUrl, usual };
  const { link = null } = card;
  const href = link && allowedCheckoutHref(link.url, seller.checkoutOrigins);
  return link && href ? { kind: 'link', href, link } : null;
}
