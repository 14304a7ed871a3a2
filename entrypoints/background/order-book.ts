import { keys } from '../../utils/browser/state.ts';
import type { CardId } from '../../utils/core/account.ts';
import type { Order } from '../../utils/core/order.ts';
import { read, update } from './store.ts';

export async function findOrder(card: CardId, orderId: string): Promise<Order | null> {
  return ((await read(keys.orders(card))) ?? []).find(({ id }) => id === orderId) ?? null;
}

/** Changes one order; null takes it out. */
export async function changeOrder(
  card: CardId,
  orderId: string,
  change: (order: Order) => Order | null,
): Promise<void> {
  await update(keys.orders(card), (orders) =>
    (orders ?? []).flatMap((order) => (order.id === orderId ? (change(order) ?? []) : order)),
  );
}
