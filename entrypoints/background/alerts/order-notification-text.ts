import {
  amountText,
  balanceText,
  dateTimeText,
  isolated,
  moneyText,
  shortTimeText,
  t,
} from '../../../utils/browser/i18n.ts';
import { isReversed, needsBalanceProof, type Order, type OrderNotification } from '../../../utils/core/orders/order.ts';
import { actualTerms } from '../../../utils/core/orders/order-terms.ts';
import { cardBalance, cardExpiresAt, type DisplayMode } from '../../../utils/core/usage/card-balance.ts';
import type { CardOverview } from '../state/card-overviews.ts';

/** The card of an order; `overview` null: the seller lists it no more, so there is no balance. */
export type NotifiedCard = Pick<CardOverview, 'listed' | 'account'> & { overview: CardOverview | null };

/** Title and message of a notification about an order. */
export function orderNotificationText(
  { listed, account, overview }: NotifiedCard,
  order: Order,
  notification: OrderNotification,
  view: DisplayMode,
  now: number,
) {
  const { seller } = account;
  const card = listed.title;
  const { quotaBytes, planName, cost } = actualTerms(order);
  const ordered = quotaBytes === null ? planName : amountText(quotaBytes, seller.byteUnit);
  // What is bought on a page is not known, whatever the user has entered.
  const what = seller.page === null ? ordered : t('order.yourPurchase');
  const withCard = (sentence: string) => `${isolated(card)}: ${sentence}`;
  switch (notification) {
    case 'arrived':
      return {
        title: t('alert.arrived', { what }),
        message: overview
          ? arrivedBalanceText(overview, order, view, now)
          : t('alert.arrivedGone', { card, seller: seller.name }),
      };
    case 'queued':
      return order.startsAt === null
        ? { title: t('alert.queued', { what }), message: card }
        : { title: t('alert.queuedUntil', { what, when: shortTimeText(order.startsAt, now) }), message: card };
    case 'late':
      if (order.paidAt === null) {
        return {
          title: t('alert.unclear', { plan: planName }),
          message: withCard(t('alert.unclearSays', { seller: seller.name })),
        };
      }
      return {
        title: t('alert.late', { what }),
        message: withCard(t('alert.lateSays', { seller: seller.name, when: shortTimeText(order.paidAt, now) })),
      };
    case 'failed':
      return {
        title: t('alert.failed', { plan: planName }),
        message: withCard(failedText(order, seller.name)),
      };
    case 'refunded':
      return {
        title: t('alert.refunded', { price: cost === null ? planName : moneyText(cost) }),
        message: withCard(t('alert.refundedSays', { plan: planName, seller: seller.name })),
      };
  }
}

function failedText(order: Order, seller: string): string {
  if (isReversed(order)) return t('alert.reversedSays', { seller });
  return order.failureText === null ? t('alert.failedSays') : isolated(order.failureText);
}

/** The card's balance and its end; or that the balance does not show the purchase yet. */
function arrivedBalanceText(
  { listed, account, card, snapshot, sellerNow }: CardOverview,
  order: Order,
  view: DisplayMode,
  now: number,
) {
  if (needsBalanceProof(order)) return t('alert.arrivedUnseen', { card: listed.title, seller: account.seller.name });
  const endsAt = cardExpiresAt(card, sellerNow);
  const balance = balanceText(listed.title, cardBalance(card, sellerNow), account.seller.byteUnit, view);
  return endsAt === null
    ? balance
    : `${balance}. ${t('alert.until', { when: dateTimeText(endsAt - snapshot.skewMs, now) })}`;
}
