import { showNotice } from '../../../utils/browser/notifications.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { quietEndAt } from '../../../utils/core/alerts/quiet-hours.ts';
import { hasGrown } from '../../../utils/core/orders/credit-evidence.ts';
import type { Order, OrderNews } from '../../../utils/core/orders/order.ts';
import { newsOf, nextNewsAt } from '../../../utils/core/orders/order-notifications.ts';
import { type OrderEvent, stepOrder } from '../../../utils/core/orders/order-transitions.ts';
import { settingsFrom } from '../../../utils/core/settings.ts';
import type { View } from '../../../utils/core/usage/card-balance.ts';
import { providerOf } from '../../../utils/providers/registry.ts';
import type { KnownCard } from '../state/card-snapshots.ts';
import { read } from '../state/store.ts';
import { newsWords } from './order-notification-text.ts';
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
