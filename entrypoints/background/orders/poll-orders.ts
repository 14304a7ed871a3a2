import { autoOpenWindowMs, isAwaitingCheckout, isOpen, needsBalanceProof } from '../../../utils/core/orders/order.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { listCardIds } from '../accounts/account-store.ts';
import { readIndex } from '../state/state-store.ts';
import { withCardLock } from './card-lock.ts';
import { fetchOrderStatus } from './fetch-order-status.ts';
import { applyOrderEvents } from './order-store.ts';
import { requestCheckout } from './request-checkout.ts';
import { findOrder, readOrders, readOrdersOf } from './stored-orders.ts';

const minPollGapMs = 5_000;

/** Polls the orders with these ids, whichever card they are for. */
export async function pollOrders(ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const { card, orders } of await readOrdersOf(listCardIds(await readIndex()))) {
    for (const { id } of orders) {
      // One that fails holds up no other.
      if (ids.includes(id)) await pollOrder(card, id).catch(() => undefined);
    }
  }
}

/** Polls a card's open orders, unless that was done within the last seconds, and starts again with short intervals. */
export async function pollOpenOrders(card: CardId): Promise<void> {
  const now = Date.now();
  for (const order of await readOrders(card)) {
    if (!isOpen(order, now) && !needsBalanceProof(order)) continue;
    await applyOrderEvents(card, order.id, { kind: 'activity' });
    if (now - (order.polledAt ?? order.createdAt) >= minPollGapMs) await pollOrder(card, order.id);
  }
}

/**
 * An order that never reached the seller, because the worker died on the way, is sent again under the same id within
 * two minutes of the click. Later its page would come as a surprise, and only its status is requested.
 */
export function pollOrder(card: CardId, orderId: string): Promise<void> {
  return withCardLock(card, async () => {
    const order = await findOrder(card, orderId);
    if (!order || !isAwaitingCheckout(order)) return fetchOrderStatus(card, orderId);
    if (Date.now() - order.createdAt >= autoOpenWindowMs) {
      return order.state === 'asked'
        ? fetchOrderStatus(card, orderId)
        : applyOrderEvents(card, orderId, { kind: 'unknown-to-seller' });
    }
    await applyOrderEvents(card, orderId, { kind: 'polled' });
    await requestCheckout(card, orderId);
  });
}
