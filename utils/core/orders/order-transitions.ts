import type { Money } from '../values/money.ts';
import {
  activePollingMs,
  autoOpenWindowMs,
  type CheckoutProblem,
  isAwaitingPayment,
  isBeforeCheckout,
  type Order,
  type OrderNotification,
  type OrderState,
} from './order.ts';
import type { SellerOrder, SellerOrderStatus } from './seller-order.ts';

/**
 * What may happen to an order. asked: it was sent to the seller · not-known: the seller has no such purchase ·
 * not-paid: the person says so, where the seller has no words for orders · balance: the card was read; `isBalanceOnly`:
 * the seller has no words for orders · clock: time has passed · stirred: its page was closed, or the popup opened.
 */
export type OrderEvent =
  | {
      kind:
        | 'asked'
        | 'price-accepted'
        | 'refused'
        | 'unknown-to-seller'
        | 'not-paid'
        | 'time-passed'
        | 'checkout-opened'
        | 'activity'
        | 'polled'
        | 'dismissed';
    }
  | { kind: 'seller-order'; order: SellerOrder }
  | { kind: 'price-changed'; cost: Money }
  | { kind: 'problem'; problem: CheckoutProblem }
  | { kind: 'balance-read'; hasIncreased: boolean; isBalanceOnly: boolean }
  | { kind: 'notified'; notification: OrderNotification };

/** The order after an event; any event may come in any state. The same order where nothing changes. */
export function nextOrder(order: Order, event: OrderEvent, now: number): Order {
  const isUnsent = order.state === 'created' || order.state === 'asked';
  switch (event.kind) {
    case 'asked':
      return order.state === 'created' ? withState(order, 'asked', now) : order;
    case 'seller-order':
      return withSellerOrder(order, event.order, now);
    case 'price-changed':
      return isUnsent ? { ...withState(order, 'price-changed', now), newCost: event.cost, problem: null } : order;
    case 'price-accepted':
      if (order.state !== 'price-changed' || order.newCost === null) return order;
      return { ...withState(order, 'created', now), cost: order.newCost, newCost: null, createdAt: now };
    case 'refused':
      return isUnsent ? { ...withState(order, 'dropped', now), problem: { kind: 'refused' } } : order;
    case 'unknown-to-seller':
      return withoutSellerOrder(order, now);
    case 'not-paid':
      return isAwaitingPayment(order) ? withState(order, 'cancelled', now) : order;
    case 'problem':
      return isUnsent || isAwaitingPayment(order) ? { ...order, problem: event.problem } : order;
    case 'balance-read':
      return event.hasIncreased ? withBalanceIncrease(order, event.isBalanceOnly, now) : order;
    case 'time-passed':
      return isUnsent && now >= order.createdAt + activePollingMs ? withState(order, 'dropped', now) : order;
    case 'checkout-opened':
      return { ...order, checkoutOpenCount: order.checkoutOpenCount + 1, problem: null, lastActivityAt: now };
    case 'activity':
      return { ...order, lastActivityAt: now };
    case 'polled':
      return { ...order, polledAt: now, pollCount: order.pollCount + 1 };
    case 'notified':
      return order.notified.includes(event.notification)
        ? order
        : { ...order, notified: [...order.notified, event.notification] };
    case 'dismissed':
      return isBeforeCheckout(order)
        ? { ...withState(order, 'dropped', now), dismissed: true }
        : { ...order, dismissed: true };
  }
}

/** A new state is new to the person, too; a payment that fails once more is told once more. */
function withState(order: Order, state: OrderState, now: number): Order {
  if (order.state === state) return order;
  const notified = state === 'payment-failed' ? order.notified.filter((news) => news !== 'failed') : order.notified;
  return { ...order, state, changedAt: now, notified, dismissed: false };
}

const paidStatuses: readonly OrderState[] = ['paid', 'credited', 'queued', 'refunded'];

/** What the seller may say after it has said that; else an answer was overtaken on its way, and must not undo it. */
const allowedTransitions: Partial<Record<SellerOrderStatus, readonly SellerOrderStatus[]>> = {
  paid: ['credited', 'queued', 'payment-failed', 'cancelled', 'expired', 'refunded', 'unknown'],
  credited: ['refunded'],
  queued: ['credited', 'refunded'],
  refunded: [],
  cancelled: paidStatuses as SellerOrderStatus[],
  expired: paidStatuses as SellerOrderStatus[],
};

/** What is no contradiction to a credit that only the balance has shown. */
const notCreditedYet: readonly SellerOrderStatus[] = ['awaiting-payment', 'paid', 'unknown'];

/** The order after the seller's word. What is settled is only changed by a refund or a later credit. */
function withSellerOrder(order: Order, purchase: SellerOrder, now: number): Order {
  const { status } = purchase;
  const possible = order.sellerStatus === null ? null : allowedTransitions[order.sellerStatus];
  if (possible && status !== order.sellerStatus && !possible.includes(status)) return order;
  const isByBalance = order.state === 'credited' && notCreditedYet.includes(status);
  const after = isByBalance ? order : withState(order, status, now);
  return {
    ...after,
    sellerStatus: status,
    problem: isAwaitingPayment(after) && order.problem?.kind === 'not-opened' ? order.problem : null,
    newCost: null,
    planId: purchase.planId ?? order.planId,
    planName: purchase.planName ?? order.planName,
    quotaBytes: (purchase.planId ?? order.planId) === order.planId ? order.quotaBytes : null,
    cost: purchase.cost ?? order.cost,
    checkoutUrl: purchase.checkoutUrl ?? order.checkoutUrl,
    expiresAt: purchase.expiresAt ?? order.expiresAt,
    paidAt: order.paidAt ?? purchase.paidAt ?? (paidStatuses.includes(status) ? now : null),
    startsAt: purchase.startsAt ?? order.startsAt,
    confirmationCode: purchase.confirmationCode ?? order.confirmationCode,
    receiptUrl: purchase.receiptUrl ?? order.receiptUrl,
    failureText: purchase.failureText,
  };
}

/**
 * What never arrived was never bought. Of a purchase it has told of before, the seller no longer says anything clear.
 */
function withoutSellerOrder(order: Order, now: number): Order {
  if (order.state === 'created' || order.state === 'asked') {
    return withState(order, now < order.createdAt + autoOpenWindowMs ? 'created' : 'dropped', now);
  }
  return ['awaiting-payment', 'paid'].includes(order.state) ? withState(order, 'unknown', now) : order;
}

/** More data proves a payment that was made, or may have been made where the seller has no words for it. */
function withBalanceIncrease(order: Order, isBalanceOnly: boolean, now: number): Order {
  const states: OrderState[] = isBalanceOnly ? ['awaiting-payment', 'paid', 'unknown'] : ['paid', 'unknown'];
  if (states.includes(order.state))
    return { ...withState(order, 'credited', now), balanceConfirmedAt: order.balanceConfirmedAt ?? now };
  return order.state === 'credited' && order.balanceConfirmedAt === null
    ? { ...order, balanceConfirmedAt: now }
    : order;
}
