import type { Seller } from '../../utils/core/accounts/account.ts';
import { defaultOffer, type Offer, type OfferList } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { activeOrder, lastBoughtPlanId } from '../../utils/core/orders/order-list.ts';
import { pendingStep } from '../../utils/core/orders/order-status.ts';
import type { Card } from '../../utils/core/usage/card.ts';

/** What the primary button does: the next step of an open order, else a purchase. */
export type PrimaryAction =
  | { kind: 'renew'; offer: Offer }
  | { kind: 'choose' }
  | { kind: 'pay' | 'pay-again' | 'check' | 'crediting'; order: Order };

type Input = { card: Card; seller: Seller; offers: OfferList | null; orders: Order[]; sellerNow: number; now: number };

/** Null if there is nothing to buy. */
export function primaryActionFor({ card, seller, offers, orders, sellerNow, now }: Input): PrimaryAction | null {
  const order = activeOrder(orders, seller, now);
  if (order) return { kind: orderAction(order, seller, now), order };
  if (!offers || offers.offers.length === 0) return null;
  const offer = defaultOffer(card, offers.offers, lastBoughtPlanId(orders), sellerNow);
  return offer ? { kind: 'renew', offer } : { kind: 'choose' };
}

function orderAction(order: Order, seller: Seller, now: number): 'pay' | 'pay-again' | 'check' | 'crediting' {
  switch (pendingStep(order, seller, now)) {
    case 'credit':
      return 'crediting';
    case 'response':
      return 'pay';
    case 'payment':
      return order.state === 'payment-failed' ? 'pay-again' : 'pay';
    default:
      return 'check';
  }
}
