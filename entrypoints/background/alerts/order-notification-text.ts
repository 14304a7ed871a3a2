import {
  amountText,
  balanceText,
  dateTimeText,
  isolated,
  moneyText,
  shortTimeText,
  t,
} from '../../../utils/browser/i18n.ts';
import { needsBalanceProof, type Order, type OrderNotification } from '../../../utils/core/orders/order.ts';
import { cardBalance, cardExpiresAt, type DisplayMode } from '../../../utils/core/usage/card-balance.ts';
import type { CardOverview } from '../state/card-overviews.ts';

/** Title and message of a notification about an order. */
export function orderNotificationText(
  overview: CardOverview,
  order: Order,
  notification: OrderNotification,
  view: DisplayMode,
  now: number,
) {
  const { listed, account } = overview;
  const { seller } = account;
  const card = listed.title;
  const what = order.quotaBytes === null ? order.planName : amountText(order.quotaBytes, seller.byteUnit);
  const withCard = (sentence: string) => `${isolated(card)}: ${sentence}`;
  switch (notification) {
    case 'arrived':
      return { title: t('alert.arrived', { what }), message: arrivedBalanceText(overview, order, view, now) };
    case 'queued':
      return order.startsAt === null
        ? { title: t('alert.queued', { what }), message: card }
        : { title: t('alert.queuedUntil', { what, when: shortTimeText(order.startsAt, now) }), message: card };
    case 'late':
      if (order.paidAt === null) {
        return {
          title: t('alert.unclear', { plan: order.planName }),
          message: withCard(t('alert.unclearSays', { seller: seller.name })),
        };
      }
      return {
        title: t('alert.late', { what }),
        message: withCard(t('alert.lateSays', { seller: seller.name, when: shortTimeText(order.paidAt, now) })),
      };
    case 'failed':
      return {
        title: t('alert.failed', { plan: order.planName }),
        message: withCard(order.failureText === null ? t('alert.failedSays') : isolated(order.failureText)),
      };
    case 'refunded':
      return {
        title: t('alert.refunded', { price: moneyText(order.cost) }),
        message: withCard(t('alert.refundedSays', { plan: order.planName, seller: seller.name })),
      };
  }
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
