import type { PurchaseWarning } from '../offers/purchase-effect.ts';
import { isSameMoney } from '../values/money.ts';
import { isAwaitingPayment, isOpen, type Order } from './order.ts';

/** What needs a second click. That the price has changed is asked by the order itself. */
export type ConfirmationReason = PurchaseWarning | 'order-open';

/** `openOrder`: the one that is open, in `order-open` alone. */
export type ConfirmationRequest = { reasons: ConfirmationReason[]; openOrder: Order | null };

/** What the person said yes to. `openOrderId`: the open order they know of. */
export type Confirmation = { reasons: ConfirmationReason[]; openOrderId: string | null };

export const noConfirmation: Confirmation = { reasons: [], openOrderId: null };

/** What a wish to buy leads to: a question, the order that is open, or a new one. */
export type PurchaseDecision =
  | { kind: 'confirm'; request: ConfirmationRequest }
  | { kind: 'resume'; order: Order }
  | { kind: 'start'; isSecond: boolean };

/**
 * `doubts`: of the plan itself. Whoever clicks the plan that is being bought and is not paid yet wants to go on with
 * it: two windows clicking at once make one order. Any other order beside an open one needs a yes to that very one.
 */
export function decidePurchase(
  orders: readonly Order[],
  planId: string,
  warnings: readonly PurchaseWarning[],
  confirmation: Confirmation,
  now: number,
): PurchaseDecision {
  const open = orders.find((order) => isOpen(order, now)) ?? null;
  const isAgreed = open !== null && confirmation.reasons.includes('order-open') && confirmation.openOrderId === open.id;
  if (open && !isAgreed && open.planId === planId && canResume(open)) return { kind: 'resume', order: open };
  const asked: ConfirmationReason[] = [
    ...(open && !isAgreed ? ['order-open' as const] : []),
    ...warnings.filter((doubt) => !confirmation.reasons.includes(doubt)),
  ];
  if (asked.length > 0) return { kind: 'confirm', request: { reasons: asked, openOrder: isAgreed ? null : open } };
  return { kind: 'start', isSecond: open !== null };
}

function canResume(order: Order): boolean {
  return isAwaitingPayment(order) || order.state === 'created' || order.state === 'asked';
}

/** Whether the page of an order is what the person clicked: the same plan for the same price. */
export function isSameOffer(order: Order, wished: Pick<Order, 'planId' | 'cost'>): boolean {
  return order.planId === wished.planId && isSameMoney(order.cost, wished.cost);
}
