import type { Seller } from '../accounts/account.ts';
import { hasLivePage, isReversed, needsBalanceProof, type Order, type OrderState } from './order.ts';
import { isOverdue } from './order-polling.ts';

const notPlacedStates: readonly OrderState[] = ['created', 'asked', 'price-changed', 'dropped'];

/** Whether the seller never received the order, as far as we know: it is not part of the order history. */
export function isNotPlaced({ state }: Order): boolean {
  return notPlacedStates.includes(state);
}

/** The orders that were sent to the seller, newest first. */
export function placedOrders(orders: readonly Order[]): Order[] {
  return orders.filter((order) => !isNotPlaced(order)).sort((a, b) => b.createdAt - a.createdAt);
}

/**
 * The status of an order in lists and reports. payment: waits for payment · unclear: it is not known whether it was
 * paid · credit: waits for the credit · balance: credited, but the balance does not show it · -late: overdue ·
 * reversed: reported as paid before, and as not paid now.
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
  | 'refunded'
  | 'reversed';

/** `now`: our clock. */
export function orderStatus(order: Order, usual: Pick<Seller, 'creditMs' | 'dataDelayMs'>, now: number): OrderStatus {
  switch (order.state) {
    case 'awaiting-payment':
      return hasLivePage(order, now) ? 'payment' : 'unclear';
    case 'paid':
      return isOverdue(order, usual, now) ? 'credit-late' : 'credit';
    case 'credited':
      if (!needsBalanceProof(order)) return 'credited';
      return isOverdue(order, usual, now) ? 'balance-late' : 'balance';
    case 'payment-failed':
    case 'cancelled':
    case 'expired':
      return isReversed(order) ? 'reversed' : order.state;
    case 'queued':
    case 'refunded':
      return order.state;
    default:
      return 'unclear';
  }
}
