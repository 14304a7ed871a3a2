import { keys } from '../../../utils/browser/storage-keys.ts';
import { orderNotificationId } from '../../../utils/core/alerts/notification-id.ts';
import { quietHoursEndAt } from '../../../utils/core/alerts/quiet-hours.ts';
import { hasIncreased } from '../../../utils/core/orders/credit-evidence.ts';
import type { Order, OrderNotification } from '../../../utils/core/orders/order.ts';
import { nextNotificationAt, pendingNotification } from '../../../utils/core/orders/order-notifications.ts';
import { nextOrder, type OrderEvent } from '../../../utils/core/orders/order-transitions.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import type { DisplayMode } from '../../../utils/core/usage/card-balance.ts';
import { formatCardId, isSameCard } from '../../../utils/core/usage/card-id.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { type Announcement, lineAbout, type Notice, type Outcome } from '../alerts/announce.ts';
import { type NotifiedCard, orderNotificationText } from '../alerts/order-notification-text.ts';
import type { CardOverview } from '../state/card-overviews.ts';
import { changeOf, type StoredValues } from '../state/state-store.ts';
import type { GoneCard } from './gone-cards.ts';
import { applyOrderEvents, withOrderEvents } from './order-store.ts';

/**
 * Brings every card's orders, also of cards that are gone, in line with its balance and the clock; what there is to
 * tell of them. `stored`: the settings, and the orders of all these cards.
 */
export async function reconcileOrders(
  overviews: readonly CardOverview[],
  goneCards: readonly GoneCard[],
  stored: StoredValues,
): Promise<Announcement> {
  const due: DueNotice[] = [];
  const times: number[] = [];
  const now = Date.now();
  const gone = goneCards.map((card) => ({ ...card, overview: null }));
  const cards = [...overviews.map((overview) => ({ ...overview, overview })), ...gone];
  const { view, quiet } = stored(keys.settings) ?? defaultSettings;
  const quietEndsAt = quietHoursEndAt(now, quiet);
  for (const card of cards) {
    const { seller } = card.account;
    for (const saved of stored(keys.orders(card.listed.id)) ?? []) {
      // The balance of a card that is gone shows nothing: the seller's status alone counts.
      const order = card.overview
        ? await reconcile(card.overview, saved, now)
        : { ...(await applyEvents(saved, [{ kind: 'time-passed' }], now)), baseline: null };
      const notification = pendingNotification(order, seller, now);
      // The user waits for the others; a refund days later can wait until the quiet hours end.
      const canWait = notification === 'refunded' && quietEndsAt !== null;
      if (canWait) times.push(quietEndsAt);
      else if (notification !== null) due.push(toNotice(card, order, notification, view, now));
      const at = nextNotificationAt(order, seller, now);
      if (at !== null) times.push(at);
    }
  }
  return {
    notices: due.map(({ notice }) => notice),
    outcome: (isAccepted) => ({ ...markNotified(isAccepted ? due : [], now), times }),
  };
}

/** The order after today's balance and time. */
async function reconcile({ account, card, sellerNow }: CardOverview, order: Order, now: number): Promise<Order> {
  const isBalanceOnly = (await findProvider(account.seller.providerId))?.orders === undefined;
  const { baseline } = order;
  // A corrected entry is no purchase: `setManualBalance` decides what is one.
  const comparable = baseline && account.seller.meteredBy === 'user' ? { ...baseline, heldBytes: null } : baseline;
  const isIncreased = comparable !== null && !card.unconfirmed && hasIncreased(comparable, card, sellerNow);
  const events: OrderEvent[] = [
    { kind: 'balance-read', hasIncreased: isIncreased, isBalanceOnly },
    { kind: 'time-passed' },
  ];
  return applyEvents(order, events, now);
}

async function applyEvents(order: Order, events: OrderEvent[], now: number): Promise<Order> {
  const after = events.reduce((current, event) => nextOrder(current, event, now), order);
  if (after !== order) await applyOrderEvents(order.card, order.id, ...events);
  return after;
}

type DueNotice = { order: Order; notification: OrderNotification; notice: Notice };

/** The id is made of order, notification and transition, so that a crash before it is recorded cannot send it twice. */
function toNotice(
  card: NotifiedCard,
  order: Order,
  notification: OrderNotification,
  view: DisplayMode,
  now: number,
): DueNotice {
  const text = async () => {
    const { title, message } = orderNotificationText(card, order, notification, view, now);
    return { title, message, buttons: [], line: lineAbout(card.listed.title, title) };
  };
  const id = orderNotificationId(card.listed.idText, order.id, notification, order.changedAt);
  return { order, notification, notice: { id, text, wasDeferred: false } };
}

function markNotified(told: readonly DueNotice[], now: number): Omit<Outcome, 'times'> {
  const cards = [...new Map(told.map(({ order }) => [formatCardId(order.card), order.card])).values()];
  const mark = (orders: Order[], { order, notification }: DueNotice) =>
    withOrderEvents(orders, order.id, [{ kind: 'notified', notification }], now);
  return {
    toRead: cards.map((card) => keys.orders(card)),
    change: (values) =>
      cards.map((card) => {
        const saved = values(keys.orders(card));
        const ofCard = told.filter(({ order }) => isSameCard(order.card, card));
        return changeOf(keys.orders(card), saved && ofCard.reduce(mark, saved));
      }),
  };
}
