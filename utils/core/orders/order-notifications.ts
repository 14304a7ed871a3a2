import { earliestOf, hourMs } from '../values/time.ts';
import { isReversed, needsBalanceProof, type Order, type OrderNotification } from './order.ts';
import { isOverdue, overdueAt, type SellerDelays } from './order-polling.ts';

/** How long after the change a notification is still worth sending. */
export const notificationLifetimeMs = 12 * hourMs;

/**
 * Whether neither the balance nor the clock makes anything more of an order, and nothing is told of it any more. What its
 * seller reports may. `now`: our clock.
 */
export function isAtRest(order: Order, now: number): boolean {
  if (isUndecided(order) || now < order.changedAt + notificationLifetimeMs) return false;
  return order.state !== 'credited' || order.baseline === null || order.balanceConfirmedAt !== null;
}

function isUndecided({ state }: Order): boolean {
  return ['created', 'asked', 'awaiting-payment', 'paid', 'unknown'].includes(state);
}

/** The notification that is due for an order and was not sent; null: none. `now`: our clock. */
export function pendingNotification(order: Order, usual: SellerDelays, now: number): OrderNotification | null {
  const due = dueNotification(order, usual, now);
  if (due === null || order.notified.includes(due)) return null;
  const since = due === 'late' ? overdueAt(order, usual) : order.changedAt;
  return now < (since ?? now) + notificationLifetimeMs ? due : null;
}

function dueNotification(order: Order, usual: SellerDelays, now: number): OrderNotification | null {
  switch (order.state) {
    case 'credited':
      if (isOverdue(order, usual, now)) return overdueNotification(order, usual);
      return now >= arrivalNotificationAt(order, usual) ? 'arrived' : null;
    case 'queued':
      return 'queued';
    case 'payment-failed':
      return 'failed';
    case 'cancelled':
    case 'expired':
      return isReversed(order) ? 'failed' : null;
    case 'refunded':
      return 'refunded';
    case 'paid':
    case 'unknown':
      return isOverdue(order, usual, now) ? overdueNotification(order, usual) : null;
    default:
      return null;
  }
}

/** Not before the seller was polled once more. */
function overdueNotification(order: Order, usual: SellerDelays): OrderNotification | null {
  return (order.polledAt ?? 0) >= (overdueAt(order, usual) ?? 0) ? 'late' : null;
}

/**
 * Waits for the new balance, so that the notification can include it, but no longer than the seller usually takes.
 */
function arrivalNotificationAt(order: Order, { dataDelayMs, creditMs }: SellerDelays): number {
  return needsBalanceProof(order) ? order.changedAt + Math.max(dataDelayMs ?? 0, creditMs) : order.changedAt;
}

/** When a notification may next become due through the passage of time alone; null: never. Our clock. */
export function nextNotificationAt(order: Order, usual: SellerDelays, now: number): number | null {
  const times = [overdueAt(order, usual), needsBalanceProof(order) ? arrivalNotificationAt(order, usual) : null];
  return earliestOf(times.filter((at) => at !== null && at > now));
}
