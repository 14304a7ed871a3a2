import type { Seller } from '../accounts/account.ts';
import { dayMs, minuteMs } from '../values/time.ts';
import {
  activePollingMs,
  hasLivePage,
  isAwaitingPayment,
  isBeforeCheckout,
  isCredited,
  isReversed,
  needsBalanceProof,
  type Order,
  refundWatchMs,
} from './order.ts';

/** How long the seller usually takes. */
export type SellerDelays = Pick<Seller, 'creditMs' | 'dataDelayMs'>;

/** How long after the last activity the seller is polled; after the last of these every 15 minutes. */
const pollingDelays = [5 / 60, 1 / 6, 1 / 2, 1, 2, 3, 5, 8, 12, 17, 23, 30].map((minutes) => minutes * minuteMs);
const slowestPollingMs = 15 * minuteMs;
/** A margin, since the seller's checkout pages expire and its plans start by the seller's clock. */
const sellerClockMarginMs = 2_000;

/**
 * When to poll the seller for the order next: at growing intervals for a day, then daily for 30. Null: no more. Our
 * clock.
 */
export function nextPollAt(order: Order, usual: SellerDelays, now: number): number | null {
  if (isBeforeCheckout(order) && order.state !== 'created') return null;
  if (hasEnded(order, now)) return null;
  const startedAt = Math.max(order.createdAt, order.paidAt ?? 0);
  if (now >= startedAt + refundWatchMs) return null;
  const isSlow = isComplete(order) || isReversed(order) || now >= startedAt + activePollingMs;
  const next = isSlow ? (order.polledAt ?? startedAt) + dayMs : nextActivePollAt(order);
  const deadlines = [
    nextPollAfter(order, isAwaitingPayment(order) ? order.expiresAt : null, sellerClockMarginMs),
    nextPollAfter(order, order.state === 'queued' ? order.startsAt : null, sellerClockMarginMs),
    nextPollAfter(order, overdueAt(order, usual), 0),
  ];
  return Math.max(now, Math.min(next, ...deadlines));
}

/** Where the seller had reported it as paid before, it may still say so again, or pay it back. */
function hasEnded(order: Order, now: number): boolean {
  if (order.state === 'refunded') return true;
  if (isReversed(order)) return false;
  return (
    ['cancelled', 'expired'].includes(order.state) || (order.state === 'payment-failed' && !hasLivePage(order, now))
  );
}

/** Credited by the seller's status and, where the balance can show it, by the balance. */
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
  const delayMs = pollingDelays.find((delay) => since + delay > polledAt);
  return delayMs === undefined ? polledAt + slowestPollingMs : since + delayMs;
}

/** The first poll `marginMs` after a deadline; Infinity: there is no deadline, or it was polled since. */
function nextPollAfter({ polledAt }: Order, at: number | null, marginMs: number): number {
  return at === null || (polledAt ?? 0) >= at + marginMs ? Number.POSITIVE_INFINITY : at + marginMs;
}

/**
 * Orders after the clock was set back, which times of ours in the future show: these count as now, so that the next
 * poll is not put off. The same array where it was not set back. Times that the seller named for the future stay.
 */
export function ordersAfterClockSetBack(orders: Order[], now: number): Order[] {
  const isAhead = ({ createdAt, changedAt, polledAt, lastActivityAt }: Order) =>
    Math.max(createdAt, changedAt, polledAt ?? 0, lastActivityAt) > now;
  return orders.some(isAhead)
    ? orders.map((order) => (isAhead(order) ? withoutFutureTimes(order, now) : order))
    : orders;
}

function withoutFutureTimes(order: Order, now: number): Order {
  const { createdAt, changedAt, polledAt, lastActivityAt, paidAt } = order;
  return {
    ...order,
    createdAt: Math.min(createdAt, now),
    changedAt: Math.min(changedAt, now),
    polledAt: polledAt && Math.min(polledAt, now),
    lastActivityAt: Math.min(lastActivityAt, now),
    paidAt: paidAt && Math.min(paidAt, now),
  };
}

/** A credit normally takes minutes; after half an hour, or twice the usual time, the user should contact the seller. */
const overdueAfterMs = 30 * minuteMs;

/**
 * When a paid order becomes overdue, not credited or not shown by the balance; null: it waits for neither. Our clock.
 */
export function overdueAt(order: Order, { creditMs }: SellerDelays): number | null {
  const isWaiting = order.state === 'paid' || order.state === 'unknown' || needsBalanceProof(order);
  const since = Math.max(order.createdAt, order.paidAt ?? order.changedAt);
  return isWaiting ? since + Math.max(overdueAfterMs, 2 * creditMs) : null;
}

/** `now`: our clock. */
export function isOverdue(order: Order, usual: SellerDelays, now: number): boolean {
  const at = overdueAt(order, usual);
  return at !== null && now >= at;
}
