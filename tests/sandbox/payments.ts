import { ownedCard, saveCard } from './data/cards.ts';
import { inTransaction } from './data/database.ts';
import { findPurchase, isPayable, listPurchases, type Purchase, updatePurchase } from './data/purchases.ts';
import { credited, withoutQueued, withQueuedStarted } from './rules/credit.ts';
import type { Shop } from './seller-context.ts';
import type { TransactionStatus } from './wire.ts';

/** Does whatever has fallen due. Every read of a purchase or a card comes after it. */
export function settle(shop: Shop): void {
  const now = Date.now();
  for (const purchase of listPurchases(shop.db)) {
    if (isPayable(purchase) && purchase.expiresAt <= now) updatePurchase(shop.db, purchase, { status: 'EXPIRED' });
    const { status, creditDueAt, activatesAt } = purchase;
    if (status === 'PAID' && creditDueAt !== null && creditDueAt <= now) bringData(shop, purchase);
    if (status === 'QUEUED' && activatesAt !== null && activatesAt <= now) {
      updatePurchase(shop.db, purchase, { status: 'CREDITED' });
    }
  }
}

export function pay(shop: Shop, id: string): void {
  const purchase = payable(shop, id);
  const now = Date.now();
  const { creditDelay } = shop.settings;
  const delayMs = creditDelay === 'queued' ? 0 : creditDelay;
  const creditDueAt = delayMs === 'never' ? null : now + delayMs;
  const paid = updatePurchase(shop.db, purchase, { status: 'PAID', paidAt: now, creditDueAt, failure: null });
  if (creditDelay === 'queued') {
    bringData(shop, { ...paid, offer: { ...paid.offer, purchaseEffect: 'QUEUE' } });
  } else if (delayMs === 0) {
    bringData(shop, paid);
  } else if (delayMs !== 'never') {
    shop.later(delayMs, () => settle(shop));
  }
}

export function decline(shop: Shop, id: string): void {
  const failure = { cause: 'PAYMENT_MISSING', errorMessage: 'The payment was declined. No money was taken.' };
  updatePurchase(shop.db, payable(shop, id), { status: 'PAYMENT_FAILED', failure });
}

export function cancel(shop: Shop, id: string): void {
  updatePurchase(shop.db, payable(shop, id), { status: 'CANCELLED', failure: null });
}

export function expire(shop: Shop, id: string): void {
  updatePurchase(shop.db, payable(shop, id), { status: 'EXPIRED', expiresAt: Date.now() });
}

export function credit(shop: Shop, id: string): void {
  const purchase = inStatus(shop, id, ['PAID', 'QUEUED'], 'credited');
  if (purchase.status === 'PAID') bringData(shop, purchase);
  else startQueued(shop, purchase);
}

function startQueued(shop: Shop, purchase: Purchase): void {
  const now = Date.now();
  const { card } = ownedCard(shop.db, purchase.userKey);
  inTransaction(shop.db, () => {
    saveCard(shop.db, purchase.userKey, withQueuedStarted(card, purchase.activatesAt ?? now, now));
    updatePurchase(shop.db, purchase, { status: 'CREDITED', activatesAt: now });
  });
}

/** What was credited stays on the card; what is still to come does not come. */
export function refund(shop: Shop, id: string): void {
  const purchase = inStatus(shop, id, ['PAID', 'CREDITED', 'QUEUED'], 'refunded');
  inTransaction(shop.db, () => {
    if (purchase.status === 'QUEUED' && purchase.activatesAt !== null) {
      const { card } = ownedCard(shop.db, purchase.userKey);
      saveCard(shop.db, purchase.userKey, withoutQueued(card, purchase.activatesAt));
    }
    updatePurchase(shop.db, purchase, { status: 'REFUNDED', creditDueAt: null });
  });
}

export function purchaseOf(shop: Shop, id: string): Purchase {
  settle(shop);
  const purchase = findPurchase(shop.db, id);
  if (!purchase) throw new Error(`there is no purchase ${id}`);
  return purchase;
}

function bringData(shop: Shop, purchase: Purchase): void {
  const now = Date.now();
  const { card: before } = ownedCard(shop.db, purchase.userKey);
  const { card, startsAt } = credited(before, purchase.offer, now);
  inTransaction(shop.db, () => {
    saveCard(shop.db, purchase.userKey, card);
    const status = startsAt > now ? 'QUEUED' : 'CREDITED';
    updatePurchase(shop.db, purchase, { status, activatesAt: startsAt, creditDueAt: null });
  });
}

function payable(shop: Shop, id: string): Purchase {
  return inStatus(shop, id, ['PENDING_PAYMENT', 'PAYMENT_FAILED'], 'changed on the checkout page');
}

function inStatus(shop: Shop, id: string, wanted: readonly TransactionStatus[], done: string): Purchase {
  const purchase = purchaseOf(shop, id);
  if (!wanted.includes(purchase.status)) throw new Error(`a purchase that is ${purchase.status} cannot be ${done}`);
  return purchase;
}
