import type { Seller } from '../accounts/account.ts';
import { dayMs, minuteMs } from '../values/time.ts';
import { canPay, followForMs, isArrived, isUnbought, isUnpaid, keepWatchMs, lacksProof, type Order } from './order.ts';

/** What is usual at the seller. */
export type Usual = Pick<Seller, 'creditMs' | 'dataDelayMs'>;

/** How long after something happened the seller is asked again; then every 15 minutes. */
const ages = [5 / 60, 1 / 6, 1 / 2, 1, 2, 3, 5, 8, 12, 17, 23, 30].map((minutes) => minutes * minuteMs);
const thenEveryMs = 15 * minuteMs;
/** The seller ends its pages and starts its plans by its own clock. */
const turnMs = 2_000;

/** When to ask the seller about it next: soon at first, then slower, for a day; then daily for 30. Null: no more. */
export function nextLookAt(order: Order, usual: Usual, now: number): number | null {
  if (isUnbought(order) && order.state !== 'created') return null;
  if (['cancelled', 'expired', 'refunded'].includes(order.state)) return null;
  if (order.state === 'payment-failed' && !canPay(order, now)) return null;
  const began = Math.max(order.createdAt, order.paidAt ?? 0);
  if (now >= began + keepWatchMs) return null;
  const isSlow = isSettled(order) || now >= began + followForMs;
  const next = isSlow ? (order.lookedAt ?? began) + dayMs : nextStepAt(order);
  const turns = [
    after(order, isUnpaid(order) ? order.expiresAt : null, turnMs),
    after(order, order.state === 'queued' ? order.startsAt : null, turnMs),
    after(order, lateAt(order, usual), 0),
  ];
  return Math.max(now, Math.min(next, ...turns));
}

/** Nothing is missing: it has come by the seller's word and, as far as one can see, by the balance. */
function isSettled(order: Order): boolean {
  return isArrived(order) && (order.word === 'credited' || order.word === 'queued') && !lacksProof(order);
}

function nextStepAt(order: Order): number {
  const since = Math.max(order.createdAt, order.stirredAt, order.state === 'paid' ? order.changedAt : 0);
  const lookedAt = order.lookedAt ?? 0;
  const age = ages.find((step) => since + step > lookedAt);
  return age === undefined ? lookedAt + thenEveryMs : since + age;
}

/** The first look at or after a moment that changes things; Infinity where there is none, or it is done. */
function after({ lookedAt }: Order, at: number | null, byMs: number): number {
  return at === null || (lookedAt ?? 0) >= at + byMs ? Number.POSITIVE_INFINITY : at + byMs;
}

/** Minutes are normal; after half an hour, or twice the usual time, the seller is to be asked. */
const lateAfterMs = 30 * minuteMs;

/** When an order that was paid has waited too long for its data, or for the balance to show it; null: it does not wait. */
export function lateAt(order: Order, { creditMs }: Usual): number | null {
  const isWaiting = order.state === 'paid' || order.state === 'unknown' || lacksProof(order);
  return isWaiting ? (order.paidAt ?? order.changedAt) + Math.max(lateAfterMs, 2 * creditMs) : null;
}

export function isLate(order: Order, usual: Usual, now: number): boolean {
  const at = lateAt(order, usual);
  return at !== null && now >= at;
}
