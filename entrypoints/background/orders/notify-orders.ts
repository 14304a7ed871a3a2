import { amountText, figureSentence, instantText, momentText, moneyText, t } from '../../../utils/browser/i18n.ts';
import { showNotice } from '../../../utils/browser/notifications.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { quietEndAt } from '../../../utils/core/alerts/quiet-hours.ts';
import { hasGrown, lacksProof } from '../../../utils/core/orders/credit-evidence.ts';
import { type Order, type OrderEvent, type OrderNews, stepOrder } from '../../../utils/core/orders/order.ts';
import { newsOf, nextNewsAt } from '../../../utils/core/orders/order-polling.ts';
import type { View } from '../../../utils/core/settings.ts';
import { settingsFrom } from '../../../utils/core/settings.ts';
import { expiryFor, figureFor } from '../../../utils/core/usage/card-balance.ts';
import { providerOf } from '../../../utils/providers/registry.ts';
import type { KnownCard } from '../state/card-snapshots.ts';
import { read } from '../state/store.ts';
import { noteEvent, ordersOf } from './order-store.ts';

/**
 * Holds every card's orders against its balance and the clock, and tells what is to be told of them. Returns when time
 * alone makes the next thing due, by our clock.
 */
export async function judgeOrders(known: readonly KnownCard[]): Promise<number[]> {
  const moments: number[] = [];
  const now = Date.now();
  const { view, quiet } = settingsFrom(await read(keys.settings));
  const isQuiet = quietEndAt(now, quiet) !== null;
  for (const card of known) {
    const { seller } = card.account;
    for (const saved of await ordersOf(card.listed.id)) {
      const order = await weighed(card, saved, now);
      const news = newsOf(order, seller, now);
      // What the person waits for comes at once; money that comes back days later can wait for the morning.
      if (news !== null && !(news === 'refunded' && isQuiet)) await tell(card, order, news, view, now);
      const at = nextNewsAt(order, seller, now);
      if (at !== null) moments.push(at);
    }
  }
  return moments;
}

/** The order as the balance and the clock leave it. */
async function weighed({ listed, account, card, sellerNow }: KnownCard, order: Order, now: number): Promise<Order> {
  const isAlone = providerOf(account.seller.providerId)?.orders === undefined;
  const { before } = order;
  // A person who puts their word right has bought nothing by that: `enterLeft` tells when they have.
  const known = before && account.seller.countedBy === 'person' ? { ...before, heldBytes: null } : before;
  const grown = known !== null && hasGrown(known, card, sellerNow);
  const events: OrderEvent[] = [{ kind: 'balance', hasGrown: grown, isAlone }, { kind: 'clock' }];
  const after = events.reduce((stepped, event) => stepOrder(stepped, event, now), order);
  if (after !== order) await noteEvent(listed.id, order.id, ...events);
  return after;
}

/** Told only once the browser has taken it. The same news have the same id, so that a crash cannot tell them twice. */
async function tell(card: KnownCard, order: Order, news: OrderNews, view: View, now: number): Promise<void> {
  const { title, message } = newsWords(card, order, news, view, now);
  const id = `order:${card.listed.text}:${order.id}:${news}:${order.changedAt}`;
  if (await showNotice({ id, title, message, buttons: [] })) {
    await noteEvent(card.listed.id, order.id, { kind: 'told', news });
  }
}

function newsWords(known: KnownCard, order: Order, news: OrderNews, view: View, now: number) {
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
