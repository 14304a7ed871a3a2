import type { CardBalance } from '../usage/card-balance.ts';
import type { CardId } from '../usage/card-id.ts';
import type { Failure } from '../values/failure.ts';
import type { Money } from '../values/money.ts';
import { dayMs, minuteMs } from '../values/time.ts';
import type { BalanceBaseline } from './credit-evidence.ts';
import type { SellerOrderStatus } from './seller-order.ts';

/**
 * created: saved here, the seller does not know of it · asked: its checkout is being asked for; the seller may know of
 * it · price-changed: the seller told another price, nothing is bought · dropped: it came to nothing, nothing was
 * bought · awaiting-payment: its checkout page waits · paid: being credited · credited · queued: credited, starts later
 * · payment-failed: may be tried again on the same page until it expires · cancelled · expired · refunded.
 */
export type OrderState = 'created' | 'asked' | 'price-changed' | 'dropped' | SellerOrderStatus;

/**
 * Why there is no payment page: no good answer, a page on an origin never listed, a tab the browser did not open, a no.
 */
export type CheckoutProblem =
  | { kind: 'failure'; failure: Failure }
  | { kind: 'not-listed' }
  | { kind: 'not-opened' }
  | { kind: 'refused' };

/** What is told of an order once, by a notification. */
export type OrderNotification = 'arrived' | 'queued' | 'late' | 'failed' | 'refunded';

/** One wish to buy one plan for one card. `id` is made here, once, and sent with every try. Times by our clock. */
export type Order = {
  id: string;
  card: CardId;
  planId: string;
  planName: string;
  /** Null: unlimited, or not known. */
  quotaBytes: number | null;
  /** The price the person saw and said yes to. */
  cost: Money;
  /** The seller's own price, in `price-changed` alone: it waits for a yes. */
  newCost: Money | null;
  /** The person wanted it beside one that was open. */
  isSecond: boolean;
  balanceBefore: CardBalance;
  /** What the card had when it was ordered; null where that is not known. */
  baseline: BalanceBaseline | null;
  createdAt: number;
  state: OrderState;
  /** When the state changed, when the seller was last asked how it stands, how often, how often its page was opened. */
  changedAt: number;
  polledAt: number | null;
  pollCount: number;
  checkoutOpenCount: number;
  /** When something happened that makes news likely: its page was closed, the popup was opened. */
  lastActivityAt: number;
  paidAt: number | null;
  /** When a queued plan starts. */
  startsAt: number | null;
  checkoutUrl: string | null;
  /** Until when the checkout page can be paid. */
  expiresAt: number | null;
  confirmationCode: string | null;
  receiptUrl: string | null;
  failureText: string | null;
  /** The seller's last word; null: it has said nothing yet, or has no words for orders. */
  sellerStatus: SellerOrderStatus | null;
  /** When the balance showed that the data has come. */
  balanceConfirmedAt: number | null;
  problem: CheckoutProblem | null;
  notified: OrderNotification[];
  /** The person put the notice of its end away. */
  dismissed: boolean;
};

/** How long after the click a payment page may still be opened by itself. */
export const autoOpenWindowMs = 2 * minuteMs;
/** How long an order is followed closely, and stands in the way of the next. */
export const activePollingMs = dayMs;
/** How long a paid order may still be credited or paid back. */
export const refundWatchMs = 30 * dayMs;

/** Nothing was bought yet; it may be forgotten. */
export function isBeforeCheckout({ state }: Order): boolean {
  return state === 'created' || state === 'price-changed' || state === 'dropped';
}

/** The seller has it, and waits for its payment. */
export function isAwaitingPayment({ state }: Order): boolean {
  return state === 'awaiting-payment' || state === 'payment-failed';
}

/** Whether its checkout page can still take the payment. */
export function canPay(order: Order, now: number): boolean {
  if (!isAwaitingPayment(order)) return false;
  return order.checkoutUrl !== null && (order.expiresAt === null || now < order.expiresAt);
}

/** Whether money may be under way: a second order for the card then needs a yes. */
export function isOpen(order: Order, now: number): boolean {
  switch (order.state) {
    case 'created':
    case 'asked':
      return now < order.createdAt + activePollingMs;
    case 'awaiting-payment':
    case 'unknown':
      return canPay(order, now) || now < order.changedAt + activePollingMs;
    case 'payment-failed':
      return canPay(order, now);
    case 'paid':
      return now < (order.paidAt ?? order.changedAt) + refundWatchMs;
    default:
      return false;
  }
}

/** The seller says so, or the balance does: the data is there, or will be when its time comes. */
export function isCredited({ state }: Order): boolean {
  return state === 'credited' || state === 'queued';
}

/** Whether the balance has yet to show what the seller says has come. What starts later need not show yet. */
export function needsBalanceProof({ state, baseline, balanceConfirmedAt }: Order): boolean {
  return state === 'credited' && balanceConfirmedAt === null && baseline !== null && baseline.heldBytes !== null;
}

/** Which browser tab shows which order's checkout. */
export type CheckoutTabs = Record<string, string>;
