import { keys } from '../../../utils/browser/storage-keys.ts';
import { isOpen, needsBalanceProof } from '../../../utils/core/orders/order.ts';
import { isAtRest } from '../../../utils/core/orders/order-notifications.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { listCardIds } from '../accounts/account-store.ts';
import type { Announcement } from '../alerts/announce.ts';
import type { CardOverview } from '../state/card-overviews.ts';
import { readAll, readIndex } from '../state/state-store.ts';
import { loadGoneCards } from './gone-cards.ts';
import { readOrders, readOrdersOf } from './stored-orders.ts';

/* Looks whether there is an order to follow, for most cards have none: what follows it is loaded then. */

export const ordersPart = () => import('./order-part.ts');

/** Polls the orders with these ids, whichever card they are for. */
export async function pollOrders(ids: string[]): Promise<void> {
  if (ids.length > 0) await (await ordersPart()).pollOrders(ids);
}

/** Polls a card's open orders, unless that was done within the last seconds, and starts again with short intervals. */
export async function pollOpenOrders(card: CardId): Promise<void> {
  const now = Date.now();
  const isFollowed = (await readOrders(card)).some((order) => isOpen(order, now) || needsBalanceProof(order));
  if (isFollowed) await (await ordersPart()).pollOpenOrders(card);
}

/** After a browser start: whatever was under way when it ended. */
export async function pollAllOpenOrders(): Promise<void> {
  for (const { card } of await readOrdersOf(listCardIds(await readIndex()))) {
    await pollOpenOrders(card).catch(() => undefined);
  }
}

/**
 * Brings every card's orders, also of cards that are gone, in line with its balance and the clock; what there is to
 * tell of them.
 */
export async function reconcileOrders(overviews: readonly CardOverview[]): Promise<Announcement | null> {
  const now = Date.now();
  const gone = await loadGoneCards();
  const orderKeys = [...overviews, ...gone].map(({ listed }) => keys.orders(listed.id));
  const stored = await readAll([keys.settings, ...orderKeys]);
  if (orderKeys.every((key) => (stored(key) ?? []).every((order) => isAtRest(order, now)))) return null;
  return (await ordersPart()).reconcileOrders(overviews, gone, stored);
}
