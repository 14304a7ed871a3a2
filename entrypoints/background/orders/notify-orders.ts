import { showNotification } from '../../../utils/browser/notifications.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { quietHoursEndAt } from '../../../utils/core/alerts/quiet-hours.ts';
import { hasIncreased } from '../../../utils/core/orders/credit-evidence.ts';
import type { Order, OrderNotification } from '../../../utils/core/orders/order.ts';
import { nextNotificationAt, pendingNotification } from '../../../utils/core/orders/order-notifications.ts';
import { nextOrder, type OrderEvent } from '../../../utils/core/orders/order-transitions.ts';
import { withSettingsDefaults } from '../../../utils/core/settings.ts';
import type { DisplayMode } from '../../../utils/core/usage/card-balance.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import type { CardOverview } from '../state/card-snapshots.ts';
import { read } from '../state/store.ts';
import { orderNotificationText } from './order-notification-text.ts';
import { applyOrderEvents, readOrders } from './order-store.ts';

/**
 * Holds every card's orders against its balance and the clock, and tells what is to be told of them. Returns when time
 * alone makes the next thing due, by our clock.
 */
export async function reconcileOrders(overviews: readonly CardOverview[]): Promise<number[]> {
  const moments: number[] = [];
  const now = Date.now();
  const { view, quiet } = withSettingsDefaults(await read(keys.settings));
  const isQuiet = quietHoursEndAt(now, quiet) !== null;
  for (const card of overviews) {
    const { seller } = card.account;
    for (const saved of await readOrders(card.listed.id)) {
      const order = await reconcile(card, saved, now);
      const notification = pendingNotification(order, seller, now);
      // What the person waits for comes at once; money that comes back days later can wait for the morning.
      if (notification !== null && !(notification === 'refunded' && isQuiet))
        await notify(card, order, notification, view, now);
      const at = nextNotificationAt(order, seller, now);
      if (at !== null) moments.push(at);
    }
  }
  return moments;
}

/** The order as the balance and the clock leave it. */
async function reconcile(
  { listed, account, card, sellerNow }: CardOverview,
  order: Order,
  now: number,
): Promise<Order> {
  const isBalanceOnly = findProvider(account.seller.providerId)?.orders === undefined;
  const { baseline } = order;
  // A person who puts their word right has bought nothing by that: `enterLeft` tells when they have.
  const known = baseline && account.seller.meteredBy === 'user' ? { ...baseline, heldBytes: null } : baseline;
  const grown = known !== null && hasIncreased(known, card, sellerNow);
  const events: OrderEvent[] = [{ kind: 'balance-read', hasIncreased: grown, isBalanceOnly }, { kind: 'time-passed' }];
  const after = events.reduce((stepped, event) => nextOrder(stepped, event, now), order);
  if (after !== order) await applyOrderEvents(listed.id, order.id, ...events);
  return after;
}

/** Told only once the browser has taken it. The id is made of order, notification and transition, so that a crash cannot send it twice. */
async function notify(
  card: CardOverview,
  order: Order,
  notification: OrderNotification,
  view: DisplayMode,
  now: number,
): Promise<void> {
  const { title, message } = orderNotificationText(card, order, notification, view, now);
  const id = `order:${card.listed.idText}:${order.id}:${notification}:${order.changedAt}`;
  if (await showNotification({ id, title, message, buttons: [] })) {
    await applyOrderEvents(card.listed.id, order.id, { kind: 'notified', notification });
  }
}
