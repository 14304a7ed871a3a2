import { amountText, durationText, moneyText, relativeText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { canPay, isReversed, needsBalanceProof, type Order } from '../../utils/core/orders/order.ts';
import { isOverdue } from '../../utils/core/orders/order-polling.ts';
import { actualTerms, proposedTerms } from '../../utils/core/orders/order-terms.ts';
import type { SellerTerms } from '../../utils/core/orders/seller-order.ts';
import { enteredPurchaseText } from '../format/purchase-text.ts';

/** The status of an order in one sentence. */
export function orderText(order: Order, seller: Seller, now: number): string {
  const { quotaBytes, planName, cost } = actualTerms(order);
  const ordered = quotaBytes === null ? planName : amountText(quotaBytes, seller.byteUnit);
  // What is bought on a page is not known, whatever the user has entered.
  const product = seller.page === null ? ordered : t('order.yourPurchase');
  // Where no price was told, what was ordered stands for it.
  const price = cost === null ? planName : moneyText(cost);
  const name = seller.name;
  const proposed = proposedTerms(order);
  if (proposed !== null) return proposedTermsText(order, proposed, name);
  if (isReversed(order)) return t('order.reversed', { seller: name });
  switch (order.state) {
    case 'created':
    case 'asked':
      return order.problem === null ? t('order.created', { seller: name }) : t('order.nothingCharged');
    case 'dropped':
      return order.problem?.kind === 'refused'
        ? t('offer.problem.refused', { seller: name })
        : t('order.dropped', { seller: name });
    case 'price-changed':
      return t('order.priceChanged', { new: order.newCost ? moneyText(order.newCost) : price, old: price });
    case 'awaiting-payment':
      if (canPay(order, now)) {
        const isPriceTold = cost !== null && seller.page === null;
        return isPriceTold ? t('order.awaitingPayment', { price }) : t('order.awaitingPay');
      }
      return order.checkoutOpenCount > 0 ? t('order.pageClosed') : t('order.noPage');
    case 'paid':
      return isOverdue(order, seller, now) ? lateText(order, product, now) : t('order.paid', { what: product });
    case 'credited':
      return creditedText(order, product, seller);
    case 'queued':
      return order.startsAt === null || order.startsAt <= now
        ? t('order.queued', { what: product })
        : t('order.queuedUntil', { what: product, when: shortTimeText(order.startsAt, now) });
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

/** What has changed since the user chose; the old and the new stand below it. */
function proposedTermsText(order: Order, { planId, cost }: SellerTerms, seller: string): string {
  if (planId === null || cost === null || order.cost === null) return t('order.untold', { seller });
  return planId === order.planId
    ? t('order.priceChanged', { new: moneyText(cost), old: moneyText(order.cost) })
    : t('order.otherPlan', { seller });
}

/** Says so if the seller's status and the balance disagree. A manual seller, or a page, never confirms an order. */
function creditedText(order: Order, product: string, { name: seller, meteredBy, page }: Seller): string {
  if (needsBalanceProof(order)) return t('order.creditedUnseen', { what: product, seller });
  const isUnconfirmed =
    order.sellerStatus !== null && order.sellerStatus !== 'credited' && order.sellerStatus !== 'queued';
  return isUnconfirmed && meteredBy !== 'user' && page === null
    ? t('order.creditedUnsaid', { what: product, seller })
    : t('order.credited', { what: product });
}

/** The details below the status: the usual duration, the seller's reason and, once it is late, the price. */
export function orderDetails(order: Order, seller: Seller, now: number): string[] {
  const usual = durationText(seller.creditMs);
  if (proposedTerms(order) !== null) return [];
  switch (order.state) {
    case 'payment-failed':
      return order.failureText ? [t('order.reason', { seller: seller.name, reason: order.failureText })] : [];
    case 'awaiting-payment':
      if (seller.meteredBy === 'user') return [t('order.didYouPay')];
      return order.heldCheckoutUrl === null ? [...enteredTexts(order, seller), t('order.usualAfter', { usual })] : [];
    case 'paid':
    case 'unknown':
      return [t('order.usual', { usual }), ...priceTexts(order, seller, now)];
    case 'credited': {
      const length = needsBalanceProof(order) && seller.dataDelayMs ? durationText(seller.dataDelayMs) : null;
      return length === null ? [] : [t('order.figuresLate', { seller: seller.name, length })];
    }
    default:
      return [];
  }
}

function lateText({ paidAt, changedAt }: Order, what: string, now: number): string {
  const ago = relativeText(paidAt ?? changedAt, now);
  return ago === null ? t('order.lateNow', { what }) : t('order.late', { ago, what });
}

function priceTexts(order: Order, seller: Seller, now: number): string[] {
  const { cost } = actualTerms(order);
  return cost !== null && seller.page === null && isOverdue(order, seller, now) ? [moneyText(cost)] : [];
}

function enteredTexts(order: Order, seller: Seller): string[] {
  const what = enteredPurchaseText(order, seller);
  return what === null ? [] : [t('order.asEntered', { what })];
}

/** The current step: 0 pay, 1 credit, 2 arrive, 3 all done; null if the order ended otherwise or is unclear. */
export function orderStep(order: Order): 0 | 1 | 2 | 3 | null {
  if (isReversed(order)) return null;
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

/** What the user says yes to, where the seller wants another price or sells another plan. */
export function acceptText(order: Order, { planId, planName, cost }: SellerTerms, card: string | null): string {
  if (planId === null || cost === null) return t('order.openPage');
  const price = moneyText(cost);
  if (planId === order.planId)
    return card === null ? t('order.confirm', { price }) : t('order.confirmFor', { card, price });
  const plan = planName ?? planId;
  return card === null ? t('order.buyAnyway', { plan, price }) : t('order.buyAnywayFor', { plan, price, card });
}
