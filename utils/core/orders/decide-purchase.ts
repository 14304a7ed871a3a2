import type { PurchaseWarning } from '../offers/purchase-preview.ts';
import { isAwaitingPayment, isOpen, type Order } from './order.ts';
import { isSameCost } from './order-terms.ts';

/**
 * Why a purchase needs a second click. A changed price is confirmed separately, as the order's state `price-changed`.
 */
export type ConfirmationReason = PurchaseWarning | 'order-open';

/** `openOrder`: the order the reason `order-open` is about, else null. */
export type ConfirmationRequest = { reasons: ConfirmationReason[]; openOrder: Order | null };

/** What the user confirmed. `openOrderId`: the open order that was shown to them. */
export type Confirmation = { reasons: ConfirmationReason[]; openOrderId: string | null };

export const noConfirmation: Confirmation = { reasons: [], openOrderId: null };

/** What a request to buy leads to: a confirmation request, resuming the open order, or a new one. */
export type PurchaseDecision =
  | { kind: 'confirm'; request: ConfirmationRequest }
  | { kind: 'resume'; order: Order }
  | { kind: 'start'; isSecond: boolean };

/**
 * `warnings`: those of the offer itself. A click on a plan whose order is open and unpaid resumes that order, so that
 * clicks in two windows at once make one order. Any other order beside an open one needs a confirmation that names the
 * open one. `now`: our clock.
 */
export function decidePurchase(
  orders: readonly Order[],
  planId: string,
  warnings: readonly PurchaseWarning[],
  confirmation: Confirmation,
  now: number,
): PurchaseDecision {
  const open = orders.find((order) => isOpen(order, now)) ?? null;
  const isConfirmed =
    open !== null && confirmation.reasons.includes('order-open') && confirmation.openOrderId === open.id;
  if (open && !isConfirmed && open.planId === planId && canResume(open)) return { kind: 'resume', order: open };
  const reasons: ConfirmationReason[] = [
    ...(open && !isConfirmed ? ['order-open' as const] : []),
    ...warnings.filter((warning) => !confirmation.reasons.includes(warning)),
  ];
  if (reasons.length > 0) return { kind: 'confirm', request: { reasons, openOrder: isConfirmed ? null : open } };
  return { kind: 'start', isSecond: open !== null };
}

function canResume(order: Order): boolean {
  return isAwaitingPayment(order) || order.state === 'created' || order.state === 'asked';
}

/** Whether an order's checkout is for what the user clicked: the same plan at the same price. */
export function isSameOffer(order: Order, requested: Pick<Order, 'planId' | 'cost'>): boolean {
  return order.planId === requested.planId && isSameCost(order.cost, requested.cost);
}
