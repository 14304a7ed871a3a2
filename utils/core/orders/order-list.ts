import { canPay, followForMs, isOpen, type Order } from './order.ts';
import { newsForMs } from './order-notifications.ts';
import { isLate, type Usual } from './order-polling.ts';

/** What orders have learnt to say since the first ones were saved. */
const newer = {
  ...{ isSecond: false, before: null, looks: 0, opens: 0, stirredAt: 0, paidAt: null, startsAt: null },
  ...{ receiptUrl: null, word: null, provenAt: null, trouble: null },
} satisfies Partial<Order>;

/** Saved orders as a page may show them, those of an older version too; none where nothing of the kind is saved. */
export function ordersFrom(saved: unknown): Order[] {
  return Array.isArray(saved) ? saved.map((order: Order) => ({ ...newer, ...order })) : [];
}

const mostKept = 50;

/** The orders with a new one: what came to nothing leaves no trace, what may be under way is never dropped. */
export function withOrder(orders: readonly Order[], order: Order, now: number): Order[] {
  const others = orders.filter(({ id, state }) => id !== order.id && state !== 'price-changed' && state !== 'dropped');
  return [order, ...others].filter((kept, place) => place < mostKept || isOpen(kept, now));
}

/** The seller has a purchase open for the card that we did not know of: that one is followed, ours never was. */
export function withAdopted(orders: readonly Order[], own: Order, id: string, now: number): Order[] {
  const others = orders.filter((order) => order.id !== own.id);
  if (others.some((order) => order.id === id)) return others;
  return withOrder(others, { ...own, id, state: 'unknown', word: null, changedAt: now }, now);
}

/** The plan last paid for on this card, or null. */
export function lastBoughtPlanId(orders: readonly Order[]): string | null {
  return orders.find(({ state }) => ['paid', 'credited', 'queued'].includes(state))?.planId ?? null;
}

/** The orders to show for a card: the open ones, else the newest that has ended, until the person puts them away. */
export function shownOrdersOf(orders: readonly Order[], now: number): Order[] {
  const open = orders.filter((order) => isOpen(order, now) && !order.dismissed);
  if (open.length > 0) return open;
  return orders.slice(0, 1).filter((order) => !order.dismissed && now < order.changedAt + newsForMs);
}

/** The order whose next step the large button is: open, and not for so long that it is a matter for the seller. */
export function currentOrderOf(orders: readonly Order[], usual: Usual, now: number): Order | null {
  const isCurrent = (order: Order) =>
    isOpen(order, now) && !isLate(order, usual, now) && (canPay(order, now) || now < order.changedAt + followForMs);
  return orders.find(isCurrent) ?? null;
}
