import { type Context, Hono } from 'hono';
import { offerOf } from '../data/offers.ts';
import {
  findPurchase,
  insertPurchase,
  isOpen,
  listPurchases,
  type Purchase,
  toTransaction,
} from '../data/purchases.ts';
import { settle } from '../payments.ts';
import type { Shop } from '../seller-context.ts';
import type { Money } from '../wire.ts';
import { type CheckoutWish, toCheckoutWish } from './checkout-request.ts';
import { accountFrom, cardFrom, fail } from './responses.ts';

export function purchaseRoutes(shop: Shop): Hono {
  const app = new Hono();
  app.post('/v1/checkout', async (c) => {
    const accountKey = accountFrom(shop, c);
    if (!accountKey) return fail(c, 401, 'UNAUTHENTICATED', 'The token is not valid.');
    const wish = toCheckoutWish(await c.req.json().catch(() => null));
    if (typeof wish === 'string') return fail(c, 400, 'BAD_REQUEST', wish);
    settle(shop);
    const known = findPurchase(shop.db, wish.transactionId);
    return known ? repeat(shop, c, known, accountKey, wish) : begin(shop, c, accountKey, wish);
  });

  app.get('/v1/transactions/:id', (c) => {
    const accountKey = accountFrom(shop, c);
    if (!accountKey) return fail(c, 401, 'UNAUTHENTICATED', 'The token is not valid.');
    settle(shop);
    const purchase = findPurchase(shop.db, c.req.param('id'));
    if (purchase?.accountKey !== accountKey) return fail(c, 404, 'UNKNOWN_TRANSACTION', 'There is no such purchase.');
    return c.json(toTransaction(purchase, shop.origins.pay));
  });

  app.get('/v1/transactions', (c) => {
    const accountKey = accountFrom(shop, c);
    if (!accountKey) return fail(c, 401, 'UNAUTHENTICATED', 'The token is not valid.');
    const card = cardFrom(shop, c, accountKey, c.req.query('userKey'));
    if (card instanceof Response) return card;
    settle(shop);
    const purchases = listPurchases(shop.db).filter((purchase) => purchase.userKey === card.userKey);
    return c.json({ transactions: purchases.map((purchase) => toTransaction(purchase, shop.origins.pay)) });
  });
  return app;
}

function repeat(shop: Shop, c: Context, known: Purchase, accountKey: string, wish: CheckoutWish): Response {
  const isSame =
    known.accountKey === accountKey && known.userKey === wish.userKey && known.offer.planId === wish.planId;
  if (!isSame) return fail(c, 400, 'BAD_REQUEST', 'This transactionId stands for another purchase.');
  return c.json(toStarted(shop, known), 200);
}

function begin(shop: Shop, c: Context, accountKey: string, wish: CheckoutWish): Response {
  const card = cardFrom(shop, c, accountKey, wish.userKey);
  if (card instanceof Response) return card;
  const offer = offerOf(shop.db, card.userKey, wish.planId);
  if (!offer || (offer.availability ?? 'AVAILABLE') !== 'AVAILABLE') {
    return fail(c, 409, 'INCOMPATIBLE_PLAN', offer?.reason ?? 'This plan is not on sale for this card.');
  }
  if (!isSameCost(offer.cost, wish.cost)) {
    return fail(c, 409, 'PRICE_CHANGED', 'The price has changed.', { cost: offer.cost });
  }
  const open = listPurchases(shop.db).find((purchase) => purchase.userKey === card.userKey && isOpen(purchase));
  if (open && !wish.allowSecond) {
    const { transactionId } = open;
    return fail(c, 409, 'REQUEST_QUEUED', 'A purchase for this card is still open.', { transactionId });
  }
  const { transactionId } = wish;
  const lifeS = shop.options.checkoutLifeS ?? 1800;
  const purchase = insertPurchase(shop.db, { transactionId, accountKey, userKey: card.userKey, offer }, lifeS);
  return c.json(toStarted(shop, purchase), 201);
}

function isSameCost(a: Money, b: Money): boolean {
  return a.currencyCode === b.currencyCode && a.units === b.units && (a.nanos ?? 0) === b.nanos;
}

function toStarted(shop: Shop, purchase: Purchase): object {
  const { transactionId, status, checkoutUrl, expireTime } = toTransaction(purchase, shop.origins.pay);
  return { transactionId, status, checkoutUrl, expireTime };
}
