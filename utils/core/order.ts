import type { CardId } from './account.ts';
import type { Figure } from './figure.ts';
import type { Money } from './money.ts';
import { dayMs, hourMs, minuteMs } from './time.ts';

/**
 * created: saved here, the seller does not know of it yet · price-changed: it told another price, nothing is bought ·
 * awaiting-payment: its checkout page waits · paid: being credited · credited · queued: credited, starts later ·
 * payment-failed: may be tried again on the same page until it expires · unknown: a state we do not know, never "failed".
 */
export type OrderState =
  | 'created'
  | 'price-changed'
  | 'awaiting-payment'
  | 'paid'
  | 'credited'
  | 'queued'
  | 'payment-failed'
  | 'cancelled'
  | 'expired'
  | 'refunded'
  | 'unknown';

/** One wish to buy one plan for one card. `id` is made here, once, and sent with every try. Times by our clock. */
export type Order = {
  id: string;
  card: CardId;
  planId: string;
  planName: string;
  quotaBytes: number | null;
  /** The price the person saw and said yes to. */
  cost: Money;
  /** The seller's own price, in `price-changed` alone: it waits for a yes. */
  newCost: Money | null;
  balanceBefore: Figure;
  createdAt: number;
  state: OrderState;
  /** When the state was last heard to change, and when it was last asked for. */
  changedAt: number;
  lookedAt: number | null;
  checkoutUrl: string | null;
  /** Until when the checkout page can be paid. */
  expiresAt: number | null;
  confirmationCode: string | null;
  failureText: string | null;
  /** The person was told that it arrived (or will start later). */
  told: boolean;
  /** The person put the notice of its end away. */
  dismissed: boolean;
};

/** What the seller says of a purchase. */
export type Purchase = {
  id: string;
  status: Exclude<OrderState, 'created' | 'price-changed'>;
  checkoutUrl: string | null;
  expiresAt: number | null;
  confirmationCode: string | null;
  failureText: string | null;
  planId: string | null;
  planName: string | null;
  cost: Money | null;
};

const openStates: readonly OrderState[] = ['created', 'awaiting-payment', 'paid', 'payment-failed', 'unknown'];
const followForMs = dayMs;
const noticeForMs = 12 * hourMs;

/** Whether money may be under way: such an order blocks a second one for its card. */
export function isOpen(order: Order, now: number): boolean {
  if (!openStates.includes(order.state)) return false;
  if (order.state === 'payment-failed') return canPay(order, now);
  return order.state === 'paid' || now < order.createdAt + followForMs;
}

/** Whether its checkout page can still take the payment. */
export function canPay(order: Order, now: number): boolean {
  if (order.state !== 'awaiting-payment' && order.state !== 'payment-failed') return false;
  return order.checkoutUrl !== null && (order.expiresAt === null || now < order.expiresAt);
}

/** The order to show for a card: the open one, else the newest whose end the person has not put away yet. */
export function shownOrderOf(orders: Order[], now: number): Order | null {
  const recent = (order: Order) => !order.dismissed && now < order.changedAt + noticeForMs;
  return orders.find((order) => isOpen(order, now)) ?? orders.slice(0, 1).find(recent) ?? null;
}

/** The seller has credited it, to use now or later. */
export function isArrived({ state }: Order): boolean {
  return state === 'credited' || state === 'queued';
}

/** When to ask the seller about it next: soon at first, then slower, for a day; at once while its arrival is untold. */
export function nextLookAt(order: Order, now: number): number | null {
  if (now >= order.createdAt + followForMs) return null;
  if (isArrived(order) && !order.told) return now;
  if (!openStates.includes(order.state)) return null;
  const age = now - Math.max(order.createdAt, order.state === 'paid' ? order.changedAt : 0);
  const delay = age < 10 * minuteMs ? minuteMs / 2 : age < hourMs ? 2 * minuteMs : 15 * minuteMs;
  return Math.max(now, (order.lookedAt ?? order.createdAt) + delay);
}

const laterCredit: readonly OrderState[] = ['paid', 'credited', 'queued', 'refunded'];
/** What may follow a settled state: an answer that was overtaken on its way must not undo it. */
const followers: Partial<Record<OrderState, readonly OrderState[]>> = {
  credited: ['refunded'],
  queued: ['credited', 'refunded'],
  refunded: [],
  cancelled: laterCredit,
  expired: laterCredit,
};

/** The order after the seller's word. What is settled is only changed by a refund or a later credit. */
export function withPurchase(order: Order, purchase: Purchase, now: number): Order {
  const possible = followers[order.state];
  if (possible && purchase.status !== order.state && !possible.includes(purchase.status)) {
    return { ...order, lookedAt: now };
  }
  const changed = order.state !== purchase.status;
  return {
    ...order,
    state: purchase.status,
    changedAt: changed ? now : order.changedAt,
    lookedAt: now,
    checkoutUrl: purchase.checkoutUrl ?? order.checkoutUrl,
    expiresAt: purchase.expiresAt ?? order.expiresAt,
    confirmationCode: purchase.confirmationCode ?? order.confirmationCode,
    failureText: purchase.failureText,
    dismissed: changed ? false : order.dismissed,
  };
}

/** The plan last paid for on this card, or null. */
export function lastBoughtPlanId(orders: Order[]): string | null {
  return orders.find(({ state }) => ['paid', 'credited', 'queued'].includes(state))?.planId ?? null;
}

/** Whether a checkout page may be opened: a safe address on an origin the seller listed. */
export function isListed(url: string, checkoutOrigins: readonly string[]): boolean {
  return URL.canParse(url) && checkoutOrigins.includes(new URL(url).origin);
}
