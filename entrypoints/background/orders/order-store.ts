import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Order } from '../../../utils/core/orders/order.ts';
import { nextOrder, type OrderEvent } from '../../../utils/core/orders/order-transitions.ts';
import { type CardId, isSameCard } from '../../../utils/core/usage/card-id.ts';
import { listCardIds } from '../accounts/account-store.ts';
import { readIndex, update } from '../state/state-store.ts';
import { readOrdersOf } from './stored-orders.ts';

/** Whether another card of the account has an order of this id. */
export async function isOrderOfAnotherCard(card: CardId, orderId: string): Promise<boolean> {
  const isOther = (one: CardId) => one.accountId === card.accountId && !isSameCard(one, card);
  const others = listCardIds(await readIndex()).filter(isOther);
  return (await readOrdersOf(others)).some(({ orders }) => orders.some(({ id }) => id === orderId));
}

/** Applies events to one order and saves it, if that changes it. */
export async function applyOrderEvents(card: CardId, orderId: string, ...events: OrderEvent[]): Promise<void> {
  const now = Date.now();
  await updateOrders(card, (orders) => withOrderEvents(orders, orderId, events, now));
}

/** With events applied to one of them; the same list where that changes nothing. */
export function withOrderEvents(orders: Order[], orderId: string, events: readonly OrderEvent[], now: number): Order[] {
  const next = orders.map((order) =>
    order.id === orderId ? events.reduce((current, event) => nextOrder(current, event, now), order) : order,
  );
  return next.every((order, place) => order === orders[place]) ? orders : next;
}

export async function updateOrders(card: CardId, change: (orders: Order[]) => Order[]): Promise<void> {
  await update(keys.orders(card), (saved) => {
    const orders = saved ?? [];
    const next = change(orders);
    return next === orders ? saved : next;
  });
}
