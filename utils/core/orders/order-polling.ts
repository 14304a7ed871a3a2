import type { Seller } from '../accounts/account.ts';
import { dayMs, minuteMs } from '../values/time.ts';
import {
  activePollingMs,
  canPay,
  isAwaitingPayment,
  isBeforeCheckout,
  isCredited,
  needsBalanceProof,
  type Order,
  refundWatchMs,
} from './order.ts';

/** What is usual at the seller. */
export type Usual = Pick<Seller, 'creditMs' | 'dataDelayMs'>;

/** How long after something happened the seller is asked again; then every 15 minutes. */
const pollingDelays = [5 / 60, 1 / 6, 1 / 2, 1, 2, 3, 5, 8, 12, 17, 23, 30].map((minutes) => minutes * minuteMs);
const slowestPollingMs = 15 * minuteMs;
/** The seller ends its pages and starts its plans by its own clock. */
const sellerClockMarginMs = 2_000;

/** When to ask the seller about it next: soon at first, then slower, for a day; then daily for 30. Null: no more. */
export function nextPollAt(order: Order, usual: Usual, now: number): number | null {
  if (isBeforeCheckout(order) && order.state !== 'created') return null;
  if (['cancelled', 'expired', 'refunded'].includes(order.state)) return null;
  if (order.state === 'payment-failed' && !canPay(order, now)) return null;
  const began = Math.max(order.createdAt, order.paidAt ?? 0);
  if (now >= began + refundWatchMs) return null;
  const isSlow = isComplete(order) || now >= began + activePollingMs;
  const next = isSlow ? (order.polledAt ?? began) + dayMs : nextActivePollAt(order);
  const turns = [
    nextPollAfter(order, isAwaitingPayment(order) ? order.expiresAt : null, sellerClockMarginMs),
    nextPollAfter(order, order.state === 'queued' ? order.startsAt : null, sellerClockMarginMs),
    nextPollAfter(order, overdueAt(order, usual), 0),
  ];
  return Math.max(now, Math.min(next, ...turns));
}

/** Nothing is missing: it has come by the seller's word and, as far as one can see, by the balance. */
function isComplete(order: Order): boolean {
  return (
    isCredited(order) &&
    (order.sellerStatus === 'credited' || order.sellerStatus === 'queued') &&
    !needsBalanceProof(order)
  );
}

function nextActivePollAt(order: Order): number {
  const since = Math.max(order.createdAt, order.lastActivityAt, order.state === 'paid' ? order.changedAt : 0);
  const polledAt = order.polledAt ?? 0;
  const age = pollingDelays.find((step) => since + step > polledAt);
  return age === undefined ? polledAt + slowestPollingMs : since + age;
}

/** The first look at or after a moment that changes things; Infinity where there is none, or it is done. */
function nextPollAfter({ polledAt }: Order, at: number | null, byMs: number): number {
  return at === null || (polledAt ?? 0) >= at + byMs ? Number.POSITIVE_INFINITY : at + byMs;
}

/** Minutes are normal; after half an hour, or twice the usual time, the seller is to be asked. */
const overdueAfterMs = 30 * minuteMs;

/**
 * When an order that was paid has waited too long for its data, or for the balance to show it; null: it does not wait.
 */
export function overdueAt(order: Order, { creditMs }: Usual): number | null {
  const isWaiting = order.state === 'paid' || order.state === 'unknown' || needsBalanceProof(order);
  return isWaiting ? (order.paidAt ?? order.changedAt) + Math.max(overdueAfterMs, 2 * creditMs) : null;
}

export function isOverdue(order: Order, usual: Usual, now: number): boolean {
  const at = overdueAt(order, usual);
  return at !== null && now >= at;
}
