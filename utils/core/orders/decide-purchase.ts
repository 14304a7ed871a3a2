import type { PlanDoubt } from '../offers/purchase-effect.ts';
import { isSameMoney } from '../values/money.ts';
import { isOpen, isUnpaid, type Order } from './order.ts';

/** What orders have learnt to say since the first ones were saved. */
const newer = {
  ...{ isSecond: false, before: null, looks: 0, opens: 0, stirredAt: 0, paidAt: null, startsAt: null },
  ...{ receiptUrl: null, word: null, provenAt: null, trouble: null },
} satisfies Partial<Order>;

/** Saved orders as a page may show them, those of an older version too; none where nothing of the kind is saved. */
export function ordersFrom(saved: unknown): Order[] {
  return Array.isArray(saved) ? saved.map((order: Order) => ({ ...newer, ...order })) : [];
}

/** What needs a second click. That the price has changed is asked by the order itself. */
export type Doubt = PlanDoubt | 'order-open';

/** `openOrder`: the one that is open, in `order-open` alone. */
export type Question = { doubts: Doubt[]; openOrder: Order | null };

/** What the person said yes to. `openOrderId`: the open order they know of. */
export type Yes = { doubts: Doubt[]; openOrderId: string | null };

export const noYes: Yes = { doubts: [], openOrderId: null };

/** What a wish to buy leads to: a question, the order that is open, or a new one. */
export type Deal =
  | { kind: 'ask'; question: Question }
  | { kind: 'go-on'; order: Order }
  | { kind: 'start'; isSecond: boolean };

/**
 * `doubts`: of the plan itself. Whoever clicks the plan that is being bought and is not paid yet wants to go on with
 * it: two windows clicking at once make one order. Any other order beside an open one needs a yes to that very one.
 */
export function decideDeal(
  orders: readonly Order[],
  planId: string,
  doubts: readonly PlanDoubt[],
  yes: Yes,
  now: number,
): Deal {
  const open = orders.find((order) => isOpen(order, now)) ?? null;
  const isAgreed = open !== null && yes.doubts.includes('order-open') && yes.openOrderId === open.id;
  if (open && !isAgreed && open.planId === planId && canGoOn(open)) return { kind: 'go-on', order: open };
  const asked: Doubt[] = [
    ...(open && !isAgreed ? ['order-open' as const] : []),
    ...doubts.filter((doubt) => !yes.doubts.includes(doubt)),
  ];
  if (asked.length > 0) return { kind: 'ask', question: { doubts: asked, openOrder: isAgreed ? null : open } };
  return { kind: 'start', isSecond: open !== null };
}

function canGoOn(order: Order): boolean {
  return isUnpaid(order) || order.state === 'created' || order.state === 'asked';
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

/** Whether the page of an order is what the person clicked: the same plan for the same price. */
export function isSameDeal(order: Order, wished: Pick<Order, 'planId' | 'cost'>): boolean {
  return order.planId === wished.planId && isSameMoney(order.cost, wished.cost);
}

/** The plan last paid for on this card, or null. */
export function lastBoughtPlanId(orders: readonly Order[]): string | null {
  return orders.find(({ state }) => ['paid', 'credited', 'queued'].includes(state))?.planId ?? null;
}
