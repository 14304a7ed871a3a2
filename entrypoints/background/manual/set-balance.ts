import { keys } from '../../../utils/browser/storage-keys.ts';
import { manualPlanAfterPurchase, manualPlanWithLeft } from '../../../utils/core/manual/manual-plan.ts';
import type { Offer } from '../../../utils/core/offers/offer.ts';
import { isAwaitingPayment, type Order } from '../../../utils/core/orders/order.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { cardBalance } from '../../../utils/core/usage/card-balance.ts';
import { applyOrderEvents } from '../orders/order-store.ts';
import { readOrders } from '../orders/stored-orders.ts';
import { checkAfterChange } from '../polling/check-account.ts';
import { read, update } from '../state/state-store.ts';

/**
 * Sets the remaining bytes of a manual card. An increase of at least half of what an unpaid order would add, is taken
 * as that purchase.
 */
export async function setManualBalance(accountId: string, bytes: number): Promise<void> {
  const now = Date.now();
  const matched = await purchaseMatching(accountId, bytes, now);
  await update(keys.account(accountId), (account) => {
    if (!account?.seller.manualPlan) return account;
    const manualPlan = matched
      ? manualPlanAfterPurchase(account.seller.manualPlan, matched.card, matched.offer, now)
      : account.seller.manualPlan;
    return { ...account, seller: { ...account.seller, manualPlan: manualPlanWithLeft(manualPlan, bytes, now) } };
  });
  // In a plan that renews itself each month the balance would not show it.
  if (matched)
    await applyOrderEvents(matched.order.card, matched.order.id, {
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
  // A smaller increase is a correction.
  return order && offer && moreBytes * 2 >= (offer.quotaBytes ?? 1) ? { card, order, offer } : null;
}
