import type { Offer } from '../offers/offer.ts';
import type { Card } from '../usage/card.ts';
import { figureFor } from '../usage/card-balance.ts';
import type { CardId } from '../usage/card-id.ts';
import { type Reading, sellerTimeFor } from '../usage/usage-snapshot.ts';
import { snapshotOf } from './credit-evidence.ts';
import type { Order } from './order.ts';

export function newOrder(id: string, card: CardId, offer: Offer, reading: Reading, shown: Card, now: number): Order {
  const sellerNow = sellerTimeFor(reading, now);
  return {
    id,
    card,
    planId: offer.planId,
    planName: offer.name,
    quotaBytes: offer.quotaBytes,
    cost: offer.cost,
    newCost: null,
    isSecond: false,
    balanceBefore: figureFor(shown, sellerNow),
    before: snapshotOf(shown, sellerNow),
    createdAt: now,
    state: 'created',
    changedAt: now,
    lookedAt: null,
    looks: 0,
    opens: 0,
    stirredAt: now,
    paidAt: null,
    startsAt: null,
    checkoutUrl: null,
    expiresAt: null,
    confirmationCode: null,
    receiptUrl: null,
    failureText: null,
    word: null,
    provenAt: null,
    trouble: null,
    told: [],
    dismissed: false,
  };
}
