import type { Seller } from '../accounts/account.ts';
import { dayMs, hourMs, minuteMs } from '../values/time.ts';
import { lacksProof } from './credit-evidence.ts';
import {
  canPay,
  followForMs,
  isArrived,
  isOpen,
  isUnbought,
  isUnpaid,
  keepWatchMs,
  type Order,
  type OrderNews,
} from './order.ts';

/** What is usual at the seller. */
type Usual = Pick<Seller, 'creditMs' | 'dataDelayMs'>;

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

/** News of so long ago are none. */
const newsForMs = 12 * hourMs;

/** What is to be told of an order now and was not, or null. */
export function newsOf(order: Order, usual: Usual, now: number): OrderNews | null {
  const due = dueNews(order, usual, now);
  if (due === null || order.told.includes(due)) return null;
  const since = due === 'late' ? lateAt(order, usual) : order.changedAt;
  return now < (since ?? now) + newsForMs ? due : null;
}

function dueNews(order: Order, usual: Usual, now: number): OrderNews | null {
  switch (order.state) {
    case 'credited':
      if (isLate(order, usual, now)) return lateNews(order, usual);
      return now >= arrivedAt(order, usual) ? 'arrived' : null;
    case 'queued':
      return 'queued';
    case 'payment-failed':
      return 'failed';
    case 'refunded':
      return 'refunded';
    case 'paid':
    case 'unknown':
      return isLate(order, usual, now) ? lateNews(order, usual) : null;
    default:
      return null;
  }
}

/** Not before the seller was asked once more. */
function lateNews(order: Order, usual: Usual): OrderNews | null {
  return (order.lookedAt ?? 0) >= (lateAt(order, usual) ?? 0) ? 'late' : null;
}

/** The balance comes first, so that the news can tell it; but it is not waited for longer than the seller usually takes. */
function arrivedAt(order: Order, { dataDelayMs, creditMs }: Usual): number {
  return lacksProof(order) ? order.changedAt + Math.max(dataDelayMs ?? 0, creditMs) : order.changedAt;
}

/** When time alone makes news due next; null: never. */
export function nextNewsAt(order: Order, usual: Usual, now: number): number | null {
  const moments = [lateAt(order, usual), lacksProof(order) ? arrivedAt(order, usual) : null];
  const coming = moments.filter((at) => at !== null && at > now) as number[];
  return coming.length > 0 ? Math.min(...coming) : null;
}

/** What an order that has not ended waits for; null: it has ended. `support`: it takes too long. */
export type Waiting = 'yes' | 'answer' | 'payment' | 'word' | 'credit' | 'balance' | 'support';

export function waitsFor(order: Order, usual: Usual, now: number): Waiting | null {
  if (isLate(order, usual, now)) return 'support';
  if (order.state === 'price-changed') return 'yes';
  if (order.state === 'created' || order.state === 'asked') return 'answer';
  if (canPay(order, now)) return 'payment';
  if (order.state === 'awaiting-payment' || order.state === 'unknown') return 'word';
  if (order.state === 'paid') return 'credit';
  return lacksProof(order) ? 'balance' : null;
}

/** The orders to show for a card: the open ones, else the newest that has ended, until the person puts them away. */
export function shownOrdersOf(orders: readonly Order[], now: number): Order[] {
  const open = orders.filter((order) => isOpen(order, now) && !order.dismissed);
  if (open.length > 0) return open;
  return orders.slice(0, 1).filter((order) => !order.dismissed && now < order.changedAt + newsForMs);
}

/** The order whose next step the large button is: open, and not for so long that it is a matter for the seller. */
export function currentOrderOf(orders: readonly Order[], usual: Usual, now: number): Order | null {
  const isCurrent = (order: Order) =>
    isOpen(order, now) && !isLate(order, usual, now) && (canPay(order, now) || now < order.changedAt + followForMs);
  return orders.find(isCurrent) ?? null;
}
