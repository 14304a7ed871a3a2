import type { Order } from '../orders/order.ts';

/**
 * A closed order as it was `before`. What has become known since then stays, a payment above all: a new state has
 * opened it by itself, and leads back to no payment page.
 */
export function reopened(order: Order, { state, changedAt }: Order): Order {
  return order.dismissed ? { ...order, state, changedAt, dismissed: false } : order;
}
