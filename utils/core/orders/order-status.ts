import type { Seller } from '../accounts/account.ts';
import { lacksProof } from './credit-evidence.ts';
import { canPay, type Order, type OrderState } from './order.ts';
import { isLate } from './order-polling.ts';

const unsent: readonly OrderState[] = ['created', 'asked', 'price-changed', 'dropped'];

/** Whether the seller never got it, as far as we know: it is no part of what was bought. */
export function isUnsent({ state }: Order): boolean {
  return unsent.includes(state);
}

/** What was ordered, newest first. */
export function loggedOrders(orders: readonly Order[]): Order[] {
  return orders.filter((order) => !isUnsent(order)).sort((a, b) => b.createdAt - a.createdAt);
}

/**
 * How an order stands, for whoever looks back at it. unclear: the seller has not said whether it was paid, or nothing
 * that we understand · balance: credited, which the balance does not show · -late: for longer than is usual.
 */
export type Standing =
  | 'payment'
  | 'unclear'
  | 'credit'
  | 'credit-late'
  | 'balance'
  | 'balance-late'
  | 'credited'
  | 'queued'
  | 'payment-failed'
  | 'cancelled'
  | 'expired'
  | 'refunded';

export function standingOf(order: Order, usual: Pick<Seller, 'creditMs' | 'dataDelayMs'>, now: number): Standing {
  switch (order.state) {
    case 'awaiting-payment':
      return canPay(order, now) ? 'payment' : 'unclear';
    case 'paid':
      return isLate(order, usual, now) ? 'credit-late' : 'credit';
    case 'credited':
      if (!lacksProof(order)) return 'credited';
      return isLate(order, usual, now) ? 'balance-late' : 'balance';
    case 'queued':
    case 'payment-failed':
    case 'cancelled':
    case 'expired':
    case 'refunded':
      return order.state;
    default:
      return 'unclear';
  }
}
