import type { Offer } from '../offers/offer.ts';
import type { Card } from '../usage/card.ts';
import { cardBalance } from '../usage/card-balance.ts';
import type { CardId } from '../usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../usage/usage-snapshot.ts';
import { takeBaseline } from './credit-evidence.ts';
import type { Order } from './order.ts';

/** `now`: our clock. */
export function newOrder(
  id: string,
  cardId: CardId,
  offer: Offer,
  snapshot: UsageSnapshot,
  card: Card,
  now: number,
): Order {
  const sellerNow = toSellerTime(snapshot, now);
  return {
    id,
    card: cardId,
    planId: offer.planId,
    planName: offer.name,
    quotaBytes: offer.quotaBytes,
    cost: offer.cost,
    newCost: null,
    sellerTerms: null,
    isSecond: false,
    balanceBefore: cardBalance(card, sellerNow),
    // By a balance that may be a mistake nothing could be proven: the seller's word alone counts.
    baseline: card.unconfirmed ? null : takeBaseline(card, sellerNow),
    createdAt: now,
    state: 'created',
    changedAt: now,
    polledAt: null,
    pollCount: 0,
    checkoutOpenCount: 0,
    lastActivityAt: now,
    paidAt: null,
    startsAt: null,
    checkoutUrl: null,
    heldCheckoutUrl: null,
    expiresAt: null,
    confirmationCode: null,
    receiptUrl: null,
    failureText: null,
    sellerStatus: null,
    balanceConfirmedAt: null,
    problem: null,
    notified: [],
    dismissed: false,
  };
}
