import type { CardId } from '../accounts/account.ts';
import type { Figure } from '../usage/card-balance.ts';
import type { Failure } from '../values/failure.ts';
import type { Money } from '../values/money.ts';
import { dayMs, minuteMs } from '../values/time.ts';
import type { Snapshot } from './credit-evidence.ts';
import type { OrderWord, Purchase } from './seller-order.ts';

/**
 * created: saved here, the seller does not know of it · asked: its checkout is being asked for; the seller may know of
 * it · price-changed: the seller told another price, nothing is bought · dropped: it came to nothing, nothing was
 * bought · awaiting-payment: its checkout page waits · paid: being credited · credited · queued: credited, starts later ·
 * payment-failed: may be tried again on the same page until it expires · cancelled · expired · refunded.
 */
export type OrderState = 'created' | 'asked' | 'price-changed' | 'dropped' | OrderWord;

/** Why there is no payment page: no good answer, a page on an origin never listed, a tab the browser did not open, a no. */
export type Trouble =
  | { kind: 'failure'; failure: Failure }
  | { kind: 'not-listed' }
  | { kind: 'not-opened' }
  | { kind: 'refused' };

/** What is told of an order once, by a notification. */
export type OrderNews = 'arrived' | 'queued' | 'late' | 'failed' | 'refunded';

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
  balanceBefore: Figure;
  /** What the card had when it was ordered; null where that is not known. */
  before: Snapshot | null;
  createdAt: number;
  state: OrderState;
  /** When the state changed, when the seller was last asked how it stands, how often, how often its page was opened. */
  changedAt: number;
  lookedAt: number | null;
  looks: number;
  opens: number;
  /** When something happened that makes news likely: its page was closed, the popup was opened. */
  stirredAt: number;
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
  word: OrderWord | null;
  /** When the balance showed that the data has come. */
  provenAt: number | null;
  trouble: Trouble | null;
  told: OrderNews[];
  /** The person put the notice of its end away. */
  dismissed: boolean;
};

/**
 * What may happen to an order. asked: it was sent to the seller · not-known: the seller has no such purchase · not-paid:
 * the person says so, where the seller has no words for orders · balance: the card was read; `isAlone`: the seller has no
 * words for orders · clock: time has passed · stirred: its page was closed, or the popup opened.
 */
export type OrderEvent =
  | {
      kind:
        | 'asked'
        | 'agreed'
        | 'refused'
        | 'not-known'
        | 'not-paid'
        | 'clock'
        | 'opened'
        | 'stirred'
        | 'looked'
        | 'dismissed';
    }
  | { kind: 'purchase'; purchase: Purchase }
  | { kind: 'price'; cost: Money }
  | { kind: 'trouble'; trouble: Trouble }
  | { kind: 'balance'; hasGrown: boolean; isAlone: boolean }
  | { kind: 'told'; news: OrderNews };

/** How long after the click a payment page may still be opened by itself. */
export const clickIsFreshMs = 2 * minuteMs;
/** How long an order is followed closely, and stands in the way of the next. */
export const followForMs = dayMs;
/** How long a paid order may still be credited or paid back. */
export const keepWatchMs = 30 * dayMs;

/** The order after an event; any event may come in any state. The same order where nothing changes. */
export function stepOrder(order: Order, event: OrderEvent, now: number): Order {
  const isUnsent = order.state === 'created' || order.state === 'asked';
  switch (event.kind) {
    case 'asked':
      return order.state === 'created' ? moved(order, 'asked', now) : order;
    case 'purchase':
      return withPurchase(order, event.purchase, now);
    case 'price':
      return isUnsent ? { ...moved(order, 'price-changed', now), newCost: event.cost, trouble: null } : order;
    case 'agreed':
      if (order.state !== 'price-changed' || order.newCost === null) return order;
      return { ...moved(order, 'created', now), cost: order.newCost, newCost: null, createdAt: now };
    case 'refused':
      return isUnsent ? { ...moved(order, 'dropped', now), trouble: { kind: 'refused' } } : order;
    case 'not-known':
      return unknownToSeller(order, now);
    case 'not-paid':
      return isUnpaid(order) ? moved(order, 'cancelled', now) : order;
    case 'trouble':
      return isUnsent || isUnpaid(order) ? { ...order, trouble: event.trouble } : order;
    case 'balance':
      return event.hasGrown ? grown(order, event.isAlone, now) : order;
    case 'clock':
      return isUnsent && now >= order.createdAt + followForMs ? moved(order, 'dropped', now) : order;
    case 'opened':
      return { ...order, opens: order.opens + 1, trouble: null, stirredAt: now };
    case 'stirred':
      return { ...order, stirredAt: now };
    case 'looked':
      return { ...order, lookedAt: now, looks: order.looks + 1 };
    case 'told':
      return order.told.includes(event.news) ? order : { ...order, told: [...order.told, event.news] };
    case 'dismissed':
      return isUnbought(order) ? { ...moved(order, 'dropped', now), dismissed: true } : { ...order, dismissed: true };
  }
}

/** A new state is new to the person, too; a payment that fails once more is told once more. */
function moved(order: Order, state: OrderState, now: number): Order {
  if (order.state === state) return order;
  const told = state === 'payment-failed' ? order.told.filter((news) => news !== 'failed') : order.told;
  return { ...order, state, changedAt: now, told, dismissed: false };
}

const laterCredit: readonly OrderState[] = ['paid', 'credited', 'queued', 'refunded'];

/** What the seller may say after it has said that; else an answer was overtaken on its way, and must not undo it. */
const followers: Partial<Record<OrderWord, readonly OrderWord[]>> = {
  paid: ['credited', 'queued', 'payment-failed', 'cancelled', 'expired', 'refunded', 'unknown'],
  credited: ['refunded'],
  queued: ['credited', 'refunded'],
  refunded: [],
  cancelled: laterCredit as OrderWord[],
  expired: laterCredit as OrderWord[],
};

/** What is no contradiction to a credit that only the balance has shown. */
const notYet: readonly OrderWord[] = ['awaiting-payment', 'paid', 'unknown'];

/** The order after the seller's word. What is settled is only changed by a refund or a later credit. */
function withPurchase(order: Order, purchase: Purchase, now: number): Order {
  const { status } = purchase;
  const possible = order.word === null ? null : followers[order.word];
  if (possible && status !== order.word && !possible.includes(status)) return order;
  const isByBalance = order.state === 'credited' && notYet.includes(status);
  const after = isByBalance ? order : moved(order, status, now);
  return {
    ...after,
    word: status,
    trouble: isUnpaid(after) && order.trouble?.kind === 'not-opened' ? order.trouble : null,
    newCost: null,
    planId: purchase.planId ?? order.planId,
    planName: purchase.planName ?? order.planName,
    quotaBytes: (purchase.planId ?? order.planId) === order.planId ? order.quotaBytes : null,
    cost: purchase.cost ?? order.cost,
    checkoutUrl: purchase.checkoutUrl ?? order.checkoutUrl,
    expiresAt: purchase.expiresAt ?? order.expiresAt,
    paidAt: order.paidAt ?? purchase.paidAt ?? (laterCredit.includes(status) ? now : null),
    startsAt: purchase.startsAt ?? order.startsAt,
    confirmationCode: purchase.confirmationCode ?? order.confirmationCode,
    receiptUrl: purchase.receiptUrl ?? order.receiptUrl,
    failureText: purchase.failureText,
  };
}

/** What never arrived was never bought. Of a purchase it has told of before, the seller no longer says anything clear. */
function unknownToSeller(order: Order, now: number): Order {
  if (order.state === 'created' || order.state === 'asked') {
    return moved(order, now < order.createdAt + clickIsFreshMs ? 'created' : 'dropped', now);
  }
  return ['awaiting-payment', 'paid'].includes(order.state) ? moved(order, 'unknown', now) : order;
}

/** More data proves a payment that was made, or may have been made where the seller has no words for it. */
function grown(order: Order, isAlone: boolean, now: number): Order {
  const states: OrderState[] = isAlone ? ['awaiting-payment', 'paid', 'unknown'] : ['paid', 'unknown'];
  if (states.includes(order.state)) return { ...moved(order, 'credited', now), provenAt: order.provenAt ?? now };
  return order.state === 'credited' && order.provenAt === null ? { ...order, provenAt: now } : order;
}

/** Nothing was bought yet; it may be forgotten. */
export function isUnbought({ state }: Order): boolean {
  return state === 'created' || state === 'price-changed' || state === 'dropped';
}

/** The seller has it, and waits for its payment. */
export function isUnpaid({ state }: Order): boolean {
  return state === 'awaiting-payment' || state === 'payment-failed';
}

/** Whether its checkout page can still take the payment. */
export function canPay(order: Order, now: number): boolean {
  if (!isUnpaid(order)) return false;
  return order.checkoutUrl !== null && (order.expiresAt === null || now < order.expiresAt);
}

/** Whether money may be under way: a second order for the card then needs a yes. */
export function isOpen(order: Order, now: number): boolean {
  switch (order.state) {
    case 'created':
    case 'asked':
      return now < order.createdAt + followForMs;
    case 'awaiting-payment':
    case 'unknown':
      return canPay(order, now) || now < order.changedAt + followForMs;
    case 'payment-failed':
      return canPay(order, now);
    case 'paid':
      return now < (order.paidAt ?? order.changedAt) + keepWatchMs;
    default:
      return false;
  }
}

/** The seller says so, or the balance does: the data is there, or will be when its time comes. */
export function isArrived({ state }: Order): boolean {
  return state === 'credited' || state === 'queued';
}
