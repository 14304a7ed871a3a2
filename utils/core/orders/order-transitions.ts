import type { Money } from '../values/money.ts';
import {
  clickIsFreshMs,
  followForMs,
  isUnbought,
  isUnpaid,
  type Order,
  type OrderNews,
  type OrderState,
  type Trouble,
} from './order.ts';
import type { OrderWord, Purchase } from './seller-order.ts';

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
