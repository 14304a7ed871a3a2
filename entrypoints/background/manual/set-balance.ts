import { keys } from '../../../utils/browser/storage-keys.ts';
import { ownAfterPurchase } from '../../../utils/core/manual/manual-plan.ts';
import type { Offer } from '../../../utils/core/offers/offer.ts';
import { isUnpaid, type Order } from '../../../utils/core/orders/order.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { figureFor } from '../../../utils/core/usage/card-balance.ts';
import { noteEvent, ordersOf } from '../orders/order-store.ts';
import { checkAnew } from '../polling/refresh-account.ts';
import { read, update } from '../state/store.ts';

/** The person's own word of what is left, from now on. Much more than before, while an order waits, is what was ordered. */
export async function enterLeft(accountId: string, bytes: number): Promise<void> {
  const now = Date.now();
  const bought = await boughtBy(accountId, bytes, now);
  await update(keys.account(accountId), (account) => {
    if (!account?.seller.own) return account;
    const own = bought ? ownAfterPurchase(account.seller.own, bought.card, bought.offer, now) : account.seller.own;
    return { ...account, seller: { ...account.seller, own: { ...own, left: { bytes, at: now } } } };
  });
  // A plan that begins anew by itself shows nothing of it in the balance.
  if (bought) await noteEvent(bought.order.card, bought.order.id, { kind: 'balance', hasGrown: true, isAlone: true });
  await checkAnew(accountId);
}

type Bought = { card: Card; order: Order; offer: Offer };

async function boughtBy(accountId: string, bytes: number, now: number): Promise<Bought | null> {
  const card = (await read(keys.reading(accountId)))?.cards[0];
  if (!card || bytes === 0) return null;
  const figure = figureFor(card, now);
  const moreBytes = bytes - (figure.kind === 'known' ? figure.leftBytes : 0);
  const id = { accountId, cardKey: card.key };
  const order = (await ordersOf(id)).find(isUnpaid);
  const offer = (await read(keys.offers(id)))?.offers.find(({ planId }) => planId === order?.planId);
  // Less is a word put right.
  return order && offer && moreBytes * 2 >= (offer.quotaBytes ?? 1) ? { card, order, offer } : null;
}
