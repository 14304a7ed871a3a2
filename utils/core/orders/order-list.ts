import { isOpen, isPaid, type Order } from './order.ts';
import { notificationLifetimeMs } from './order-notifications.ts';
import { untoldTerms } from './order-terms.ts';

const maxOrders = 50;

/** The orders with a new one first. Orders that came to nothing are removed; open ones never are. `now`: our clock. */
export function addOrder(orders: readonly Order[], order: Order, now: number): Order[] {
  const others = orders.filter(({ id, state }) => id !== order.id && state !== 'price-changed' && state !== 'dropped');
  return [order, ...others].filter((kept, index) => index < maxOrders || isOpen(kept, now));
}

/**
 * The seller already has another order, `id`, open for the card and did not accept ours: that one replaces it, and is
 * for what the user accepted only once the seller says so. `now`: our clock.
 */
export function adoptSellerOrder(orders: readonly Order[], ours: Order, id: string, now: number): Order[] {
  const others = orders.filter((order) => order.id !== ours.id);
  if (others.some((order) => order.id === id)) return others;
  return addOrder(
    others,
    { ...ours, id, state: 'unknown', sellerStatus: null, sellerTerms: untoldTerms, changedAt: now },
    now,
  );
}

/** The plan of the newest paid order of the card; null: none was paid. */
export function lastBoughtPlanId(orders: readonly Order[]): string | null {
  return orders.find(isPaid)?.planId ?? null;
}

/**
 * The orders to show for a card: the open ones, else the newest if it ended recently, until the user dismisses them.
 * Our clock.
 */
export function visibleOrders(orders: readonly Order[], now: number): Order[] {
  const open = orders.filter((order) => isOpen(order, now) && !order.dismissed);
  if (open.length > 0) return open;
  return orders.slice(0, 1).filter((order) => !order.dismissed && now < order.changedAt + notificationLifetimeMs);
}
