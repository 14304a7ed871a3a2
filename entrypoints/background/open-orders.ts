import { keys } from '../../utils/browser/state.ts';
import type { CardId } from '../../utils/core/account.ts';
import { isOpen } from '../../utils/core/order.ts';
import { minuteMs } from '../../utils/core/time.ts';
import { cardsOf } from './accounts.ts';
import { askForCheckout } from './checkout.ts';
import { changeOrder, findOrder } from './order-book.ts';
import { lookAtOrder } from './orders.ts';
import { checkAnew } from './refresh.ts';
import { settle } from './settle.ts';
import { read, readIndex, update } from './store.ts';

/** How long after the click a payment page may still be opened without a new one. */
const clickIsFreshMs = 2 * minuteMs;
const justLookedMs = 5_000;

/** Looks at the orders with these ids, wherever they are. */
export async function lookAtOrders(ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const card of cardsOf(await readIndex())) {
    for (const order of (await read(keys.orders(card))) ?? []) {
      if (ids.includes(order.id)) await look(card, order.id);
    }
  }
}

/** Looks at a card's open orders that were not looked at just now. */
export async function lookAtOpenOrders(card: CardId): Promise<void> {
  const now = Date.now();
  for (const order of (await read(keys.orders(card))) ?? []) {
    if (isOpen(order, now) && now - (order.lookedAt ?? 0) >= justLookedMs) await look(card, order.id);
  }
}

/** An order that never reached the seller (the worker died on the way) is sent again, under the same id. */
async function look(card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  if (order?.state !== 'created') return lookAtOrder(card, orderId);
  const now = Date.now();
  await changeOrder(card, orderId, (saved) => ({ ...saved, lookedAt: now }));
  if (now - order.createdAt < clickIsFreshMs) await askForCheckout(card, orderId);
}

/** A checkout tab was closed: something may have been paid, whatever the page said. */
export async function onTabClosed(tabId: number): Promise<void> {
  const text = (await read(keys.tabs))?.[tabId];
  if (text === undefined) return;
  const [card, orderId] = JSON.parse(text) as [CardId, string];
  await update(keys.tabs, (tabs) =>
    Object.fromEntries(Object.entries(tabs ?? {}).filter(([id]) => id !== String(tabId))),
  );
  await look(card, orderId);
  await checkAnew(card.accountId);
  await settle();
}
