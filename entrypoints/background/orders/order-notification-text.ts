import { amountText, figureSentence, instantText, momentText, moneyText, t } from '../../../utils/browser/i18n.ts';
import { lacksProof, type Order, type OrderNews } from '../../../utils/core/orders/order.ts';
import { expiryFor, figureFor, type View } from '../../../utils/core/usage/card-balance.ts';
import type { KnownCard } from '../state/card-snapshots.ts';

export function newsWords(known: KnownCard, order: Order, news: OrderNews, view: View, now: number) {
  const { listed, account } = known;
  const { seller } = account;
  const card = listed.title;
  const what = order.quotaBytes === null ? order.planName : amountText(order.quotaBytes, seller.byteUnit);
  const inFull = (sentence: string) => `${card}: ${sentence}`;
  switch (news) {
    case 'arrived':
      return { title: t('alert.arrived', { what }), message: balanceWords(known, order, view, now) };
    case 'queued':
      return order.startsAt === null
        ? { title: t('alert.queued', { what }), message: card }
        : { title: t('alert.queuedUntil', { what, when: momentText(order.startsAt, now) }), message: card };
    case 'late':
      if (order.paidAt === null) {
        return {
          title: t('alert.unclear', { plan: order.planName }),
          message: inFull(t('alert.unclearSays', { seller: seller.name })),
        };
      }
      return {
        title: t('alert.late', { what }),
        message: inFull(t('alert.lateSays', { seller: seller.name, when: momentText(order.paidAt, now) })),
      };
    case 'failed':
      return {
        title: t('alert.failed', { plan: order.planName }),
        message: inFull(order.failureText ?? t('alert.failedSays')),
      };
    case 'refunded':
      return {
        title: t('alert.refunded', { price: moneyText(order.cost) }),
        message: inFull(t('alert.refundedSays', { plan: order.planName, seller: seller.name })),
      };
  }
}

/** What the card has now, and until when; or that the balance does not show it yet. */
function balanceWords({ listed, account, card, reading, sellerNow }: KnownCard, order: Order, view: View, now: number) {
  if (lacksProof(order)) return t('alert.arrivedUnseen', { card: listed.title, seller: account.seller.name });
  const endsAt = expiryFor(card, sellerNow);
  const balance = figureSentence(listed.title, figureFor(card, sellerNow), account.seller.byteUnit, view);
  return endsAt === null
    ? balance
    : `${balance}. ${t('alert.until', { when: instantText(endsAt - reading.skewMs, now) })}`;
}
