import { amountText, durationText, moneyText, t } from '../utils/browser/words.ts';
import type { Seller } from '../utils/core/account.ts';
import { canPay, type Order } from '../utils/core/order.ts';
import { minuteMs } from '../utils/core/time.ts';
import { elapsedText } from './elapsed-text.ts';

const lateAfterMs = 30 * minuteMs;

/** How an order stands, in one sentence. */
export function orderSentence(order: Order, seller: Seller, now: number): string {
  const what = order.quotaBytes === null ? order.planName : amountText(order.quotaBytes, seller.byteUnit);
  const price = moneyText(order.cost);
  switch (order.state) {
    case 'created':
      return t('order.created', { seller: seller.name });
    case 'price-changed':
      return t('order.priceChanged', { new: moneyText(order.newCost ?? order.cost), old: price });
    case 'awaiting-payment':
      return canPay(order, now) ? t('order.awaitingPayment', { price }) : t('order.pageClosed');
    case 'paid':
      return t('order.paid', { what });
    case 'credited':
      return t('order.credited', { what });
    case 'queued':
      return t('order.queued', { what });
    case 'payment-failed':
      return t('order.paymentFailed');
    case 'cancelled':
      return t('order.cancelled');
    case 'expired':
      return t('order.expired');
    case 'refunded':
      return t('order.refunded', { price });
    case 'unknown':
      return t('order.unknown', { seller: seller.name });
  }
}

/** The facts under it: what is usual, how long it has been, the seller's reason. */
export function orderFacts(order: Order, seller: Seller, now: number): string[] {
  const usual = durationText(seller.creditMs);
  const facts: (string | null)[] = [];
  if (order.state === 'payment-failed') facts.push(order.failureText);
  if (order.state === 'awaiting-payment' || order.state === 'created') {
    facts.push(t('order.usualAfter', { usual }), soFar(order.createdAt, now));
  }
  if (order.state === 'paid' || order.state === 'unknown') {
    facts.push(isLate(order, seller, now) ? t('order.late', { seller: seller.name }) : t('order.usual', { usual }));
    facts.push(soFar(order.changedAt, now));
  }
  return facts.filter((fact) => fact !== null);
}

function soFar(since: number, now: number): string {
  return t('order.soFar', { elapsed: elapsedText(now - since) });
}

/** Time to ask the seller: half an hour, and twice as long as is usual. */
export function isLate(order: Order, seller: Seller, now: number): boolean {
  return (
    ['paid', 'unknown'].includes(order.state) && now - order.changedAt >= Math.max(lateAfterMs, 2 * seller.creditMs)
  );
}

/** Which of the three steps (pay, credit, arrived) is under way; null where it went another way. */
export function orderStep(order: Order): 0 | 1 | 2 | 3 | null {
  if (order.state === 'created' || order.state === 'awaiting-payment') return 0;
  if (order.state === 'paid') return 1;
  return order.state === 'credited' || order.state === 'queued' ? 3 : null;
}

/** Where to ask: the seller's page, address or number. */
export function supportLink({ support }: Seller): string | null {
  if (support.url !== null) return support.url;
  if (support.email !== null) return `mailto:${support.email}`;
  return support.phone === null ? null : `tel:${support.phone}`;
}
