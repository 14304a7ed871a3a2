import type { Card } from '../usage/card.ts';
import { cardBalance } from '../usage/card-balance.ts';
import type { CardId } from '../usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../usage/usage-snapshot.ts';
import { takeBaseline } from './credit-evidence.ts';
import type { Order } from './order.ts';

/** What is ordered, as far as it is known before. */
type Ordered = Pick<Order, 'planId' | 'quotaBytes' | 'cost'> & { name: string };

/** `now`: our clock. */
export function newOrder(
  id: string,
  cardId: CardId,
  ordered: Ordered,
  snapshot: UsageSnapshot,
  card: Card,
  now: number,
): Order {
  const sellerNow = toSellerTime(snapshot, now);
  return {
    id,
    card: cardId,
    planId: ordered.planId,
    planName: ordered.name,
    quotaBytes: ordered.quotaBytes,
    cost: ordered.cost,
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
