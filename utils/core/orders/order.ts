import type { CardBalance } from '../usage/card-balance.ts';
import type { CardId } from '../usage/card-id.ts';
import type { Failure } from '../values/failure.ts';
import type { Money } from '../values/money.ts';
import { dayMs, minuteMs } from '../values/time.ts';
import type { BalanceBaseline } from './credit-evidence.ts';
import type { SellerOrderStatus, SellerTerms } from './seller-order.ts';

/**
 * created: saved here, the seller does not know it · asked: the checkout request was sent, the seller may know it ·
 * price-changed: the seller wants another price, nothing was bought · dropped: abandoned, nothing was bought ·
 * awaiting-payment: its checkout page is open for payment · paid: being credited · credited · queued: credited, starts
 * later · payment-failed: may be retried on the same page until it expires · cancelled · expired · refunded.
 */
export type OrderState = 'created' | 'asked' | 'price-changed' | 'dropped' | SellerOrderStatus;

/**
 * Why there is no checkout page. failure: the request failed · not-listed: its origin is not among the seller's
 * checkout origins · new-origin: the seller names its origin only since it was connected, and the user is asked ·
 * not-opened: the browser did not open the tab · refused: the seller rejected the request.
 */
export type CheckoutProblem =
  | { kind: 'failure'; failure: Failure }
  | { kind: 'not-listed' }
  | { kind: 'new-origin'; origin: string }
  | { kind: 'not-opened' }
  | { kind: 'refused' };

/** The notifications about an order, each sent once. */
export type OrderNotification = 'arrived' | 'queued' | 'late' | 'failed' | 'refunded';

/** One purchase of one plan for one card. `id` is made here, once, and sent with every attempt. Times by our clock. */
export type Order = {
  id: string;
  card: CardId;
  planId: string;
  planName: string;
  /** Null: unlimited, or not known. */
  quotaBytes: number | null;
  /**
   * The price the user saw and accepted; null: none was told before the seller's page. What the seller reports later
   * changes neither it nor the plan.
   */
  cost: Money | null;
  /** The seller's new price, which the user has yet to accept; in `price-changed` alone. */
  newCost: Money | null;
  /**
   * What the seller says the order is for, where that is not the plan and price the user accepted. All null: the seller
   * had it open already and has not named them. Null: as accepted.
   */
  sellerTerms: SellerTerms | null;
  /** The user confirmed it beside another open order. */
  isSecond: boolean;
  balanceBefore: CardBalance;
  /** What the card had when it was ordered; null: not known. */
  baseline: BalanceBaseline | null;
  createdAt: number;
  state: OrderState;
  /** When the state last changed. */
  changedAt: number;
  /** When the seller was last asked for its status; null: never. */
  polledAt: number | null;
  pollCount: number;
  checkoutOpenCount: number;
  /** When something last made a status change likely: the checkout page was closed, the popup was opened. */
  lastActivityAt: number;
  paidAt: number | null;
  /** When a queued plan starts. */
  startsAt: number | null;
  checkoutUrl: string | null;
  /** A checkout page that is not opened, as its origin is not one the seller listed or the user agreed to. */
  heldCheckoutUrl: string | null;
  /** Until when its checkout page accepts the payment; null: no limit. */
  expiresAt: number | null;
  confirmationCode: string | null;
  receiptUrl: string | null;
  failureText: string | null;
  /** The last status the seller reported; null: none yet, or it reports no order status. */
  sellerStatus: SellerOrderStatus | null;
  /** When the balance showed the credit; null: not yet. */
  balanceConfirmedAt: number | null;
  problem: CheckoutProblem | null;
  notified: OrderNotification[];
  /** The user hid it from the popup. */
  dismissed: boolean;
};

/** How long after the click its checkout page may still be opened without another click. */
export const autoOpenWindowMs = 2 * minuteMs;
/** How long an order is polled frequently, and a further order for the card needs a confirmation. */
export const activePollingMs = dayMs;
/** How long a paid order may still be credited or refunded. */
export const refundWatchMs = 30 * dayMs;

/** How long a payment of the last minute may take to be reported. */
const lastPaymentMs = 15 * minuteMs;

/** Nothing was bought, so the order may be discarded. */
export function isBeforeCheckout({ state }: Order): boolean {
  return state === 'created' || state === 'price-changed' || state === 'dropped';
}

/** Its checkout was not answered yet: the seller may have it or not. */
export function isAwaitingCheckout({ state }: Order): boolean {
  return state === 'created' || state === 'asked';
}

/** The seller has the order and waits for its payment. */
export function isAwaitingPayment({ state }: Order): boolean {
  return state === 'awaiting-payment' || state === 'payment-failed';
}

/**
 * Whether its checkout page can still take the payment. Never once the seller has reported it as paid: whatever it says
 * later, a second payment is not asked for. `now`: our clock.
 */
export function hasLivePage(order: Order, now: number): boolean {
  if (!isAwaitingPayment(order) || order.paidAt !== null || order.checkoutUrl === null) return false;
  return order.expiresAt === null || now < order.expiresAt;
}

/** Whether that page may be opened: it is for what the user accepted. `now`: our clock. */
export function canPay(order: Order, now: number): boolean {
  return hasLivePage(order, now) && order.sellerTerms === null;
}

/** The seller reported it as paid, and then as not paid. */
export function isReversed({ state, paidAt }: Order): boolean {
  return paidAt !== null && ['payment-failed', 'cancelled', 'expired'].includes(state);
}

/** Whether a payment may be in progress: another order for the card then needs a confirmation. `now`: our clock. */
export function isOpen(order: Order, now: number): boolean {
  switch (order.state) {
    case 'created':
    case 'asked':
      return now < order.createdAt + activePollingMs;
    case 'awaiting-payment':
      return hasLivePage(order, now) || now < order.changedAt + activePollingMs;
    case 'payment-failed':
      return hasLivePage(order, now);
    case 'unknown':
      return order.paidAt === null ? now < order.changedAt + activePollingMs : isPaymentRecent(order, now);
    case 'paid':
      return isPaymentRecent(order, now);
    default:
      return false;
  }
}

/** Counted from the click where the seller names an earlier time. */
function isPaymentRecent({ createdAt, changedAt, paidAt }: Order, now: number): boolean {
  return now < Math.max(createdAt, paidAt ?? changedAt) + refundWatchMs;
}

/** By the seller's status or the balance: the data was credited, or will start later. */
export function isCredited({ state }: Order): boolean {
  return state === 'credited' || state === 'queued';
}

/** Whether it was paid, and not paid back. */
export function isPaid(order: Order): boolean {
  return order.state === 'paid' || isCredited(order);
}

/** Whether the balance does not show yet what the seller reports as credited. A queued plan need not show in it. */
export function needsBalanceProof({ state, baseline, balanceConfirmedAt }: Order): boolean {
  return state === 'credited' && balanceConfirmedAt === null && baseline !== null && baseline.heldBytes !== null;
}

/**
 * Whether bought data may arrive at any moment: it explains a balance that rises, and is worth a check. Not for ever,
 * where no balance shows what the seller reports. `now`: our clock.
 */
export function isCreditAwaited(order: Order, now: number): boolean {
  if (needsBalanceProof(order)) return now < order.changedAt + activePollingMs;
  if (!isAwaitingPayment(order)) return isOpen(order, now);
  const wasActive = now < Math.max(order.changedAt, order.lastActivityAt) + activePollingMs;
  return order.paidAt === null && wasActive && (order.expiresAt === null || now < order.expiresAt + lastPaymentMs);
}

/** Which browser tab shows which order's checkout. */
export type CheckoutTabs = Record<string, string>;

/** Without the tabs of one account's orders. */
export function withoutTabsOf(tabs: CheckoutTabs, accountId: string): CheckoutTabs {
  return Object.fromEntries(Object.entries(tabs).filter(([, order]) => !order.includes(JSON.stringify(accountId))));
}
