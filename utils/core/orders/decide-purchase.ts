import type { PlanDoubt } from '../offers/purchase-effect.ts';
import { isSameMoney } from '../values/money.ts';
import { isOpen, isUnpaid, type Order } from './order.ts';

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

/** Whether the page of an order is what the person clicked: the same plan for the same price. */
export function isSameDeal(order: Order, wished: Pick<Order, 'planId' | 'cost'>): boolean {
  return order.planId === wished.planId && isSameMoney(order.cost, wished.cost);
}
