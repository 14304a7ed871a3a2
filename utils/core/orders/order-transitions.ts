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
import { isProposed, isUnconfirmed, sellerTermsAfter, withAcceptedTerms } from './order-terms.ts';
import type { SellerOrder, SellerOrderStatus, SellerTerms } from './seller-order.ts';

/**
 * What may happen to an order. asked: the checkout request is being sent to the seller · price-accepted: the user
 * accepts the seller's plan and price as they were shown · refused: the seller rejects the request · unknown-to-seller:
 * the seller has no such order · not-paid: the user says so, where the seller reports no order status · time-passed:
 * only `now` has changed · checkout-opened: the browser opened its checkout page · activity: a status change is likely,
 * as the checkout page was closed or the popup was opened · resumed: the user comes back to it · polled: the seller was
 * asked for its status · dismissed: the user hid it · page-held: its checkout page is not opened, `problem` says why ·
 * page-released: that page may be opened now · seller-order: what the seller reports, times by our clock ·
 * price-changed: the seller wants another price · problem: no checkout page could be opened · balance-read: the card
 * was read; `isBalanceOnly`: the seller reports no order status · notified: the notification was sent.
 */
export type OrderEvent =
  | {
      kind:
        | 'asked'
        | 'refused'
        | 'unknown-to-seller'
        | 'not-paid'
        | 'time-passed'
        | 'checkout-opened'
        | 'activity'
        | 'resumed'
        | 'polled'
        | 'dismissed'
        | 'page-released';
    }
  | { kind: 'price-accepted'; terms: Pick<SellerTerms, 'planId' | 'cost'> }
  | { kind: 'page-held'; url: string | null; problem: CheckoutProblem }
  | { kind: 'seller-order'; order: SellerOrder }
  | { kind: 'price-changed'; cost: Money }
  | { kind: 'problem'; problem: CheckoutProblem }
  | { kind: 'balance-read'; hasIncreased: boolean; isBalanceOnly: boolean }
  | { kind: 'notified'; notification: OrderNotification };

/**
 * The order after an event; the same object if nothing changes. Any event may come in any state. `now`: our clock.
 */
export function nextOrder(order: Order, event: OrderEvent, now: number): Order {
  const isNotSubmitted = order.state === 'created' || order.state === 'asked';
  switch (event.kind) {
    case 'asked':
      return order.state === 'created' ? withState(order, 'asked', now) : order;
    case 'seller-order':
      return withSellerOrder(order, event.order, now);
    case 'price-changed':
      return isNotSubmitted ? { ...withState(order, 'price-changed', now), newCost: event.cost, problem: null } : order;
    case 'price-accepted':
      if (!isProposed(order, event.terms)) return order;
      return order.state === 'price-changed'
        ? { ...withState(withAcceptedTerms(order), 'created', now), createdAt: now }
        : withAcceptedTerms(order);
    case 'refused':
      return isNotSubmitted ? { ...withState(order, 'dropped', now), problem: { kind: 'refused' } } : order;
    case 'unknown-to-seller':
      return withoutSellerOrder(order, now);
    case 'not-paid':
      return isAwaitingPayment(order) ? withState(order, 'cancelled', now) : order;
    case 'problem':
      return isNotSubmitted || isAwaitingPayment(order) ? { ...order, problem: event.problem } : order;
    case 'page-held':
      return isAwaitingPayment(order) ? withHeldPage(order, event.url, event.problem) : order;
    case 'page-released':
      return order.heldCheckoutUrl === null
        ? order
        : { ...order, checkoutUrl: order.heldCheckoutUrl, heldCheckoutUrl: null, problem: null };
    case 'balance-read':
      return event.hasIncreased ? withBalanceIncrease(order, event.isBalanceOnly, now) : order;
    case 'time-passed':
      return isNotSubmitted && now >= order.createdAt + activePollingMs ? withState(order, 'dropped', now) : order;
    case 'checkout-opened':
      return { ...order, checkoutOpenCount: order.checkoutOpenCount + 1, problem: null, lastActivityAt: now };
    case 'activity':
      return { ...order, lastActivityAt: now };
    case 'resumed':
      return { ...order, lastActivityAt: now, dismissed: false };
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

/** A new state makes a dismissed order visible again, and a payment that fails again is notified again. */
function withState(order: Order, state: OrderState, now: number): Order {
  if (order.state === state) return order;
  const notified = state === 'payment-failed' ? order.notified.filter((kind) => kind !== 'failed') : order.notified;
  return { ...order, state, changedAt: now, notified, dismissed: false };
}

const paidStatuses: readonly OrderState[] = ['paid', 'credited', 'queued', 'refunded'];

/**
 * The statuses that may follow one the seller has reported; any other comes from an outdated response and is ignored.
 */
const allowedTransitions: Partial<Record<SellerOrderStatus, readonly SellerOrderStatus[]>> = {
  paid: ['credited', 'queued', 'payment-failed', 'cancelled', 'expired', 'refunded', 'unknown'],
  credited: ['refunded'],
  queued: ['credited', 'refunded'],
  refunded: [],
  cancelled: paidStatuses as SellerOrderStatus[],
  expired: paidStatuses as SellerOrderStatus[],
};

/** Statuses that do not contradict a credit seen in the balance alone. */
const beforeCreditStatuses: readonly SellerOrderStatus[] = ['awaiting-payment', 'paid', 'unknown'];

/**
 * The order with the seller's status. A final status is only changed by a refund, or by a later payment or credit; once
 * it was paid, nothing leads back to a payment that is awaited, whatever was said in between. Plan and price stay as
 * the user accepted them.
 */
function withSellerOrder(order: Order, sellerOrder: SellerOrder, now: number): Order {
  const { status } = sellerOrder;
  if (order.paidAt !== null && status === 'awaiting-payment') return order;
  const allowed = order.sellerStatus === null ? null : allowedTransitions[order.sellerStatus];
  if (allowed && status !== order.sellerStatus && !allowed.includes(status)) return order;
  const isCreditedByBalance = order.state === 'credited' && beforeCreditStatuses.includes(status);
  const after = isCreditedByBalance ? order : withState(order, status, now);
  return {
    ...after,
    sellerStatus: status,
    problem: isAwaitingPayment(after) ? pageProblemAfter(order, sellerOrder) : null,
    newCost: null,
    sellerTerms: sellerTermsAfter(order, sellerOrder),
    checkoutUrl: sellerOrder.checkoutUrl ?? order.checkoutUrl,
    heldCheckoutUrl: isAwaitingPayment(after) && sellerOrder.checkoutUrl === null ? order.heldCheckoutUrl : null,
    expiresAt: sellerOrder.expiresAt ?? order.expiresAt,
    paidAt: order.paidAt ?? paymentTime(sellerOrder, now),
    startsAt: sellerOrder.startsAt ?? order.startsAt,
    confirmationCode: sellerOrder.confirmationCode ?? order.confirmationCode,
    receiptUrl: sellerOrder.receiptUrl ?? order.receiptUrl,
    failureText: sellerOrder.failureText,
  };
}

/** A page that was allowed once, and is not any more, is held like any other. */
function withHeldPage(order: Order, url: string | null, problem: CheckoutProblem): Order {
  const checkoutUrl = order.checkoutUrl === url ? null : order.checkoutUrl;
  return { ...order, checkoutUrl, heldCheckoutUrl: url, problem };
}

/** What is still true of a page that was not opened, if the report names no page. */
function pageProblemAfter({ problem, heldCheckoutUrl }: Order, { checkoutUrl }: SellerOrder): CheckoutProblem | null {
  const isHeld = heldCheckoutUrl !== null && checkoutUrl === null;
  return problem?.kind === 'not-opened' || isHeld ? problem : null;
}

/** Never in the future: an order would be open, and not late, until then. */
function paymentTime({ status, paidAt }: SellerOrder, now: number): number | null {
  if (paidStatuses.includes(status)) return Math.min(paidAt ?? now, now);
  return status === 'unknown' && paidAt !== null ? Math.min(paidAt, now) : null;
}

/**
 * The seller does not know the order. If it never confirmed it, the request did not arrive: it may be sent again for a
 * short time, then it is dropped; so is one taken over that is none of this card. If it did, whether it was paid is no
 * longer known.
 */
function withoutSellerOrder(order: Order, now: number): Order {
  if (order.state === 'created' || order.state === 'asked') {
    return withState(order, now < order.createdAt + autoOpenWindowMs ? 'created' : 'dropped', now);
  }
  if (isUnconfirmed(order)) return withState(order, 'dropped', now);
  return ['awaiting-payment', 'paid'].includes(order.state) ? withState(order, 'unknown', now) : order;
}

/**
 * More data confirms a payment that was made or, with an unknown status, may have been made; where the seller reports
 * no order status, also one that is still awaited.
 */
function withBalanceIncrease(order: Order, isBalanceOnly: boolean, now: number): Order {
  const states: OrderState[] = isBalanceOnly ? ['awaiting-payment', 'paid', 'unknown'] : ['paid', 'unknown'];
  if (states.includes(order.state))
    return { ...withState(order, 'credited', now), balanceConfirmedAt: order.balanceConfirmedAt ?? now };
  return order.state === 'credited' && order.balanceConfirmedAt === null
    ? { ...order, balanceConfirmedAt: now }
    : order;
}
