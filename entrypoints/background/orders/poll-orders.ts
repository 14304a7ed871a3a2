import { clickIsFreshMs, isOpen, lacksProof } from '../../../utils/core/orders/order.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { cardsOf } from '../accounts/account-store.ts';
import { readIndex } from '../state/store.ts';
import { inLane } from './card-lock.ts';
import { askForCheckout } from './checkout.ts';
import { lookAtOrder } from './fetch-order-status.ts';
import { findOrder, noteEvent, ordersOf } from './order-store.ts';

const justLookedMs = 5_000;

/** Looks at the orders with these ids, wherever they are. */
export async function lookAtOrders(ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const card of cardsOf(await readIndex())) {
    for (const { id } of await ordersOf(card)) {
      if (ids.includes(id)) await look(card, id);
    }
  }
}

/** Looks at a card's open orders, unless that was done just now, and follows them closely again. */
export async function lookAtOpenOrders(card: CardId): Promise<void> {
  const now = Date.now();
  for (const order of await ordersOf(card)) {
    if (!isOpen(order, now) && !lacksProof(order)) continue;
    await noteEvent(card, order.id, { kind: 'stirred' });
    if (now - (order.lookedAt ?? order.createdAt) >= justLookedMs) await look(card, order.id);
  }
}

/** After a browser start: whatever was under way when it ended. */
export async function lookAtAllOpenOrders(): Promise<void> {
  for (const card of cardsOf(await readIndex())) await lookAtOpenOrders(card);
}

/**
 * An order that never reached the seller (the worker died on the way) is sent again under the same id while the click
 * is fresh; later its page would come as a surprise, and it is only asked whether the seller has it.
 */
export function look(card: CardId, orderId: string): Promise<void> {
  return inLane(card, async () => {
    const order = await findOrder(card, orderId);
    const isUnsent = order?.state === 'created' || order?.state === 'asked';
    if (!order || !isUnsent) return lookAtOrder(card, orderId);
    if (Date.now() - order.createdAt >= clickIsFreshMs) {
      return order.state === 'asked' ? lookAtOrder(card, orderId) : noteEvent(card, orderId, { kind: 'not-known' });
    }
    await noteEvent(card, orderId, { kind: 'looked' });
    await askForCheckout(card, orderId);
  });
}
