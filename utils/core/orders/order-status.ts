import type { Seller } from '../accounts/account.ts';
import { canPay, lacksProof, type Order, type OrderState } from './order.ts';
import { isLate, type Usual } from './order-polling.ts';

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

/** What an order that has not ended waits for; null: it has ended. `support`: it takes too long. */
export type Waiting = 'yes' | 'answer' | 'payment' | 'word' | 'credit' | 'balance' | 'support';

export function waitsFor(order: Order, usual: Usual, now: number): Waiting | null {
  if (isLate(order, usual, now)) return 'support';
  if (order.state === 'price-changed') return 'yes';
  if (order.state === 'created' || order.state === 'asked') return 'answer';
  if (canPay(order, now)) return 'payment';
  if (order.state === 'awaiting-payment' || order.state === 'unknown') return 'word';
  if (order.state === 'paid') return 'credit';
  return lacksProof(order) ? 'balance' : null;
}
