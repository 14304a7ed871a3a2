import { keys } from '../../../utils/browser/storage-keys.ts';
import { manualPlanAfterPurchase } from '../../../utils/core/manual/manual-plan.ts';
import type { Offer } from '../../../utils/core/offers/offer.ts';
import { isAwaitingPayment, type Order } from '../../../utils/core/orders/order.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { cardBalance } from '../../../utils/core/usage/card-balance.ts';
import { applyOrderEvents, readOrders } from '../orders/order-store.ts';
import { checkAfterChange } from '../polling/refresh-account.ts';
import { read, update } from '../state/store.ts';

/** The person's own word of what is left, from now on. Much more than before, while an order waits, is what was ordered. */
export async function setManualBalance(accountId: string, bytes: number): Promise<void> {
  const now = Date.now();
  const bought = await purchaseMatching(accountId, bytes, now);
  await update(keys.account(accountId), (account) => {
    if (!account?.seller.manualPlan) return account;
    const manualPlan = bought
      ? manualPlanAfterPurchase(account.seller.manualPlan, bought.card, bought.offer, now)
      : account.seller.manualPlan;
    return { ...account, seller: { ...account.seller, manualPlan: { ...manualPlan, left: { bytes, at: now } } } };
  });
  // A plan that begins anew by itself shows nothing of it in the balance.
  if (bought)
    await applyOrderEvents(bought.order.card, bought.order.id, {
      kind: 'balance-read',
      hasIncreased: true,
      isBalanceOnly: true,
    });
  await checkAfterChange(accountId);
}

type MatchedPurchase = { card: Card; order: Order; offer: Offer };

async function purchaseMatching(accountId: string, bytes: number, now: number): Promise<MatchedPurchase | null> {
  const card = (await read(keys.snapshot(accountId)))?.cards[0];
  if (!card || bytes === 0) return null;
  const balance = cardBalance(card, now);
  const moreBytes = bytes - (balance.kind === 'known' ? balance.leftBytes : 0);
  const id = { accountId, cardKey: card.key };
  const order = (await readOrders(id)).find(isAwaitingPayment);
  const offer = (await read(keys.offers(id)))?.offers.find(({ planId }) => planId === order?.planId);
  // Less is a word put right.
  return order && offer && moreBytes * 2 >= (offer.quotaBytes ?? 1) ? { card, order, offer } : null;
}
