import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Order } from '../../../utils/core/orders/order.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { read, readAll } from '../state/state-store.ts';

export async function readOrders(card: CardId): Promise<Order[]> {
  return (await read(keys.orders(card))) ?? [];
}

/** Those of the cards that have any, read at once. */
export async function readOrdersOf(cards: readonly CardId[]): Promise<{ card: CardId; orders: Order[] }[]> {
  const values = await readAll(cards.map((card) => keys.orders(card)));
  return cards.flatMap((card) => {
    const orders = values(keys.orders(card)) ?? [];
    return orders.length > 0 ? [{ card, orders }] : [];
  });
}

export async function findOrder(card: CardId, orderId: string): Promise<Order | null> {
  return (await readOrders(card)).find(({ id }) => id === orderId) ?? null;
}
