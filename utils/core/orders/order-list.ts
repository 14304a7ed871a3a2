import { activePollingMs, canPay, isOpen, type Order } from './order.ts';
import { notificationLifetimeMs } from './order-notifications.ts';
import { isOverdue, type Usual } from './order-polling.ts';

const maxOrders = 50;

/** The orders with a new one: what came to nothing leaves no trace, what may be under way is never dropped. */
export function addOrder(orders: readonly Order[], order: Order, now: number): Order[] {
  const others = orders.filter(({ id, state }) => id !== order.id && state !== 'price-changed' && state !== 'dropped');
  return [order, ...others].filter((kept, place) => place < maxOrders || isOpen(kept, now));
}

/** The seller has a purchase open for the card that we did not know of: that one is followed, ours never was. */
export function adoptSellerOrder(orders: readonly Order[], own: Order, id: string, now: number): Order[] {
  const others = orders.filter((order) => order.id !== own.id);
  if (others.some((order) => order.id === id)) return others;
  return addOrder(others, { ...own, id, state: 'unknown', sellerStatus: null, changedAt: now }, now);
}

/** The plan last paid for on this card, or null. */
export function lastBoughtPlanId(orders: readonly Order[]): string | null {
  return orders.find(({ state }) => ['paid', 'credited', 'queued'].includes(state))?.planId ?? null;
}

/** The orders to show for a card: the open ones, else the newest that has ended, until the person puts them away. */
export function visibleOrders(orders: readonly Order[], now: number): Order[] {
  const open = orders.filter((order) => isOpen(order, now) && !order.dismissed);
  if (open.length > 0) return open;
  return orders.slice(0, 1).filter((order) => !order.dismissed && now < order.changedAt + notificationLifetimeMs);
}

/** The order whose next step the large button is: open, and not for so long that it is a matter for the seller. */
export function activeOrder(orders: readonly Order[], usual: Usual, now: number): Order | null {
  const isCurrent = (order: Order) =>
    isOpen(order, now) &&
    !isOverdue(order, usual, now) &&
    (canPay(order, now) || now < order.changedAt + activePollingMs);
  return orders.find(isCurrent) ?? null;
}
