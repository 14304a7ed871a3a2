import type { Seller } from '../accounts/account.ts';
import { canPay, needsBalanceProof, type Order, type OrderState } from './order.ts';
import { isOverdue, type Usual } from './order-polling.ts';

const notSentStates: readonly OrderState[] = ['created', 'asked', 'price-changed', 'dropped'];

/** Whether the seller never got it, as far as we know: it is no part of what was bought. */
export function isNotSent({ state }: Order): boolean {
  return notSentStates.includes(state);
}

/** What was ordered, newest first. */
export function submittedOrders(orders: readonly Order[]): Order[] {
  return orders.filter((order) => !isNotSent(order)).sort((a, b) => b.createdAt - a.createdAt);
}

/**
 * How an order stands, for whoever looks back at it. unclear: the seller has not said whether it was paid, or nothing
 * that we understand · balance: credited, which the balance does not show · -late: for longer than is usual.
 */
export type OrderStatus =
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

export function orderStatus(order: Order, usual: Pick<Seller, 'creditMs' | 'dataDelayMs'>, now: number): OrderStatus {
  switch (order.state) {
    case 'awaiting-payment':
      return canPay(order, now) ? 'payment' : 'unclear';
    case 'paid':
      return isOverdue(order, usual, now) ? 'credit-late' : 'credit';
    case 'credited':
      if (!needsBalanceProof(order)) return 'credited';
      return isOverdue(order, usual, now) ? 'balance-late' : 'balance';
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
export type PendingStep = 'yes' | 'answer' | 'payment' | 'word' | 'credit' | 'balance' | 'support';

export function pendingStep(order: Order, usual: Usual, now: number): PendingStep | null {
  if (isOverdue(order, usual, now)) return 'support';
  if (order.state === 'price-changed') return 'yes';
  if (order.state === 'created' || order.state === 'asked') return 'answer';
  if (canPay(order, now)) return 'payment';
  if (order.state === 'awaiting-payment' || order.state === 'unknown') return 'word';
  if (order.state === 'paid') return 'credit';
  return needsBalanceProof(order) ? 'balance' : null;
}
