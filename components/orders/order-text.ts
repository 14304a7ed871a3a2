import { amountText, durationText, moneyText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { canPay, needsBalanceProof, type Order } from '../../utils/core/orders/order.ts';
import { isOverdue } from '../../utils/core/orders/order-polling.ts';
import { elapsedText } from '../format/elapsed-text.ts';

/** How an order stands, in one sentence. */
export function orderText(order: Order, seller: Seller, now: number): string {
  const what = order.quotaBytes === null ? order.planName : amountText(order.quotaBytes, seller.byteUnit);
  const price = moneyText(order.cost);
  const name = seller.name;
  switch (order.state) {
    case 'created':
    case 'asked':
      return order.problem === null ? t('order.created', { seller: name }) : t('order.nothingCharged');
    case 'dropped':
      return order.problem?.kind === 'refused'
        ? t('offer.problem.refused', { seller: name })
        : t('order.dropped', { seller: name });
    case 'price-changed':
      return t('order.priceChanged', { new: moneyText(order.newCost ?? order.cost), old: price });
    case 'awaiting-payment':
      return canPay(order, now) ? t('order.awaitingPayment', { price }) : t('order.pageClosed');
    case 'paid':
      return isOverdue(order, seller, now) ? t('order.late', { what }) : t('order.paid', { what });
    case 'credited':
      return creditedText(order, what, seller);
    case 'queued':
      return order.startsAt === null
        ? t('order.queued', { what })
        : t('order.queuedUntil', { what, when: shortTimeText(order.startsAt, now) });
    case 'payment-failed':
      return t('order.paymentFailed');
    case 'cancelled':
      return t('order.cancelled');
    case 'expired':
      return t('order.expired');
    case 'refunded':
      return t('order.refunded', { price, seller: name });
    case 'unknown':
      return t('order.unknown', { seller: name });
  }
}

/** Where the seller's word and the balance disagree, it is said; a seller with no words for orders never confirms one. */
function creditedText(order: Order, what: string, { name: seller, meteredBy }: Seller): string {
  if (needsBalanceProof(order)) return t('order.creditedUnseen', { what, seller });
  const isUnsaid = order.sellerStatus !== null && order.sellerStatus !== 'credited' && order.sellerStatus !== 'queued';
  return isUnsaid && meteredBy !== 'user' ? t('order.creditedUnsaid', { what, seller }) : t('order.credited', { what });
}

/** The facts under it: what is usual, how long it has been, the seller's reason. */
export function orderFacts(order: Order, seller: Seller, now: number): string[] {
  const usual = durationText(seller.creditMs);
  const late = isOverdue(order, seller, now);
  switch (order.state) {
    case 'payment-failed':
      return order.failureText ? [t('order.reason', { seller: seller.name, reason: order.failureText })] : [];
    case 'created':
    case 'asked':
      return order.problem === null ? [elapsedSoFarText(order.createdAt, now)] : [];
    case 'awaiting-payment':
      if (seller.meteredBy === 'user') return [t('order.didYouPay')];
      return [t('order.usualAfter', { usual }), elapsedSoFarText(order.createdAt, now)];
    case 'paid':
    case 'unknown':
      return [
        late ? sinceText(order, now) : t('order.usual', { usual }),
        elapsedSoFarText(order.paidAt ?? order.changedAt, now),
      ];
    case 'credited': {
      if (!needsBalanceProof(order)) return [];
      const length = seller.dataDelayMs ? durationText(seller.dataDelayMs) : null;
      const usually = length === null ? [] : [t('order.figuresLate', { seller: seller.name, length })];
      return [...usually, elapsedSoFarText(order.paidAt ?? order.changedAt, now)];
    }
    default:
      return [];
  }
}

function sinceText({ createdAt }: Order, now: number): string {
  return t('order.since', { when: shortTimeText(createdAt, now) });
}

function elapsedSoFarText(since: number, now: number): string {
  return t('order.soFar', { elapsed: elapsedText(now - since) });
}

/** Which of the three steps (pay, credit, arrived) is under way; 3: all are done; null where it went another way. */
export function orderStep(order: Order): 0 | 1 | 2 | 3 | null {
  switch (order.state) {
    case 'created':
    case 'asked':
    case 'awaiting-payment':
    case 'payment-failed':
      return 0;
    case 'paid':
      return 1;
    case 'credited':
      return needsBalanceProof(order) ? 2 : 3;
    case 'queued':
      return 3;
    default:
      return null;
  }
}
