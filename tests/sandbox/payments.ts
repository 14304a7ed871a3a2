import { getCard, saveCard } from './data/cards.ts';
import { inTransaction } from './data/database.ts';
import { findPurchase, isPayable, listPurchases, type Purchase, updatePurchase } from './data/purchases.ts';
import { creditCard, withoutQueued, withQueuedStarted } from './rules/credit.ts';
import type { SellerContext } from './seller-context.ts';
import type { TransactionStatus } from './wire.ts';

/**
 * Applies all changes that are due: expired checkouts, credits, queued plans. Call before reading a purchase or a card.
 */
export function applyDueChanges(context: SellerContext): void {
  const now = Date.now();
  for (const purchase of listPurchases(context.db)) {
    if (isPayable(purchase) && purchase.expiresAt <= now) updatePurchase(context.db, purchase, { status: 'EXPIRED' });
    const { status, creditDueAt, activatesAt } = purchase;
    if (status === 'PAID' && creditDueAt !== null && creditDueAt <= now) creditData(context, purchase);
    if (status === 'QUEUED' && activatesAt !== null && activatesAt <= now) {
      updatePurchase(context.db, purchase, { status: 'CREDITED' });
    }
  }
}

export function pay(context: SellerContext, id: string): void {
  const purchase = requirePayable(context, id);
  const now = Date.now();
  const { creditDelay } = context.settings;
  const delayMs = creditDelay === 'queued' ? 0 : creditDelay;
  const creditDueAt = delayMs === 'never' ? null : now + delayMs;
  const paid = updatePurchase(context.db, purchase, { status: 'PAID', paidAt: now, creditDueAt, failure: null });
  if (creditDelay === 'queued') {
    creditData(context, { ...paid, offer: { ...paid.offer, purchaseEffect: 'QUEUE' } });
  } else if (delayMs === 0) {
    creditData(context, paid);
  } else if (delayMs !== 'never') {
    context.later(delayMs, () => applyDueChanges(context));
  }
}

export function decline(context: SellerContext, id: string): void {
  const failure = { cause: 'PAYMENT_MISSING', errorMessage: 'The payment was declined. No money was taken.' };
  updatePurchase(context.db, requirePayable(context, id), { status: 'PAYMENT_FAILED', failure });
}

export function cancel(context: SellerContext, id: string): void {
  updatePurchase(context.db, requirePayable(context, id), { status: 'CANCELLED', failure: null });
}

export function expire(context: SellerContext, id: string): void {
  updatePurchase(context.db, requirePayable(context, id), { status: 'EXPIRED', expiresAt: Date.now() });
}

export function credit(context: SellerContext, id: string): void {
  const purchase = requireStatus(context, id, ['PAID', 'QUEUED'], 'credited');
  if (purchase.status === 'PAID') creditData(context, purchase);
  else startQueued(context, purchase);
}

function startQueued(context: SellerContext, purchase: Purchase): void {
  const now = Date.now();
  const { card } = getCard(context.db, purchase.userKey);
  inTransaction(context.db, () => {
    saveCard(context.db, purchase.userKey, withQueuedStarted(card, purchase.activatesAt ?? now, now));
    updatePurchase(context.db, purchase, { status: 'CREDITED', activatesAt: now });
  });
}

/** Data already credited stays on the card; a pending credit or queued plan is dropped. */
export function refund(context: SellerContext, id: string): void {
  const purchase = requireStatus(context, id, ['PAID', 'CREDITED', 'QUEUED'], 'refunded');
  inTransaction(context.db, () => {
    if (purchase.status === 'QUEUED' && purchase.activatesAt !== null) {
      const { card } = getCard(context.db, purchase.userKey);
      saveCard(context.db, purchase.userKey, withoutQueued(card, purchase.activatesAt));
    }
    updatePurchase(context.db, purchase, { status: 'REFUNDED', creditDueAt: null });
  });
}

export function getPurchase(context: SellerContext, id: string): Purchase {
  applyDueChanges(context);
  const purchase = findPurchase(context.db, id);
  if (!purchase) throw new Error(`there is no purchase ${id}`);
  return purchase;
}

function creditData(context: SellerContext, purchase: Purchase): void {
  const now = Date.now();
  const { card: before } = getCard(context.db, purchase.userKey);
  const { card, startsAt } = creditCard(before, purchase.offer, now);
  inTransaction(context.db, () => {
    saveCard(context.db, purchase.userKey, card);
    const status = startsAt > now ? 'QUEUED' : 'CREDITED';
    updatePurchase(context.db, purchase, { status, activatesAt: startsAt, creditDueAt: null });
  });
}

function requirePayable(context: SellerContext, id: string): Purchase {
  return requireStatus(context, id, ['PENDING_PAYMENT', 'PAYMENT_FAILED'], 'changed on the checkout page');
}

function requireStatus(
  context: SellerContext,
  id: string,
  allowed: readonly TransactionStatus[],
  action: string,
): Purchase {
  const purchase = getPurchase(context, id);
  if (!allowed.includes(purchase.status)) throw new Error(`a purchase that is ${purchase.status} cannot be ${action}`);
  return purchase;
}
