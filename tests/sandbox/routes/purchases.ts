import { type Context, Hono } from 'hono';
import { findOffer } from '../data/offers.ts';
import {
  findPurchase,
  insertPurchase,
  isOpen,
  listPurchases,
  type Purchase,
  toTransaction,
} from '../data/purchases.ts';
import { applyDueChanges } from '../payments.ts';
import type { SellerContext } from '../seller-context.ts';
import type { Money } from '../wire.ts';
import { type CheckoutRequest, toCheckoutRequest } from './checkout-request.ts';
import { accountFrom, cardFrom, fail } from './responses.ts';

export function purchaseRoutes(context: SellerContext): Hono {
  const app = new Hono();
  app.post('/v1/checkout', async (c) => {
    const accountKey = accountFrom(context, c);
    if (!accountKey) return fail(c, 401, 'UNAUTHENTICATED', 'The token is not valid.');
    const request = toCheckoutRequest(await c.req.json().catch(() => null));
    if (typeof request === 'string') return fail(c, 400, 'BAD_REQUEST', request);
    applyDueChanges(context);
    const existing = findPurchase(context.db, request.transactionId);
    return existing
      ? repeatCheckout(context, c, existing, accountKey, request)
      : startCheckout(context, c, accountKey, request);
  });

  app.get('/v1/transactions/:id', (c) => {
    const accountKey = accountFrom(context, c);
    if (!accountKey) return fail(c, 401, 'UNAUTHENTICATED', 'The token is not valid.');
    applyDueChanges(context);
    const purchase = findPurchase(context.db, c.req.param('id'));
    if (purchase?.accountKey !== accountKey) return fail(c, 404, 'UNKNOWN_TRANSACTION', 'There is no such purchase.');
    return c.json(toTransaction(purchase, context.origins.pay));
  });

  app.get('/v1/transactions', (c) => {
    const accountKey = accountFrom(context, c);
    if (!accountKey) return fail(c, 401, 'UNAUTHENTICATED', 'The token is not valid.');
    const card = cardFrom(context, c, accountKey, c.req.query('userKey'));
    if (card instanceof Response) return card;
    applyDueChanges(context);
    const purchases = listPurchases(context.db).filter((purchase) => purchase.userKey === card.userKey);
    return c.json({ transactions: purchases.map((purchase) => toTransaction(purchase, context.origins.pay)) });
  });
  return app;
}

function repeatCheckout(
  context: SellerContext,
  c: Context,
  existing: Purchase,
  accountKey: string,
  request: CheckoutRequest,
): Response {
  const isSame =
    existing.accountKey === accountKey &&
    existing.userKey === request.userKey &&
    existing.offer.planId === request.planId;
  if (!isSame) return fail(c, 400, 'BAD_REQUEST', 'This transactionId stands for another purchase.');
  return c.json(toCheckoutResponse(context, existing), 200);
}

function startCheckout(context: SellerContext, c: Context, accountKey: string, request: CheckoutRequest): Response {
  const card = cardFrom(context, c, accountKey, request.userKey);
  if (card instanceof Response) return card;
  const offer = findOffer(context.db, card.userKey, request.planId);
  if (!offer || (offer.availability ?? 'AVAILABLE') !== 'AVAILABLE') {
    return fail(c, 409, 'INCOMPATIBLE_PLAN', offer?.reason ?? 'This plan is not on sale for this card.');
  }
  if (!isSameCost(offer.cost, request.cost)) {
    return fail(c, 409, 'PRICE_CHANGED', 'The price has changed.', { cost: offer.cost });
  }
  const open = listPurchases(context.db).find((purchase) => purchase.userKey === card.userKey && isOpen(purchase));
  if (open && !request.allowSecond) {
    const { transactionId } = open;
    return fail(c, 409, 'REQUEST_QUEUED', 'A purchase for this card is still open.', { transactionId });
  }
  const { transactionId } = request;
  const lifeS = context.options.checkoutLifeS ?? 1800;
  const purchase = insertPurchase(context.db, { transactionId, accountKey, userKey: card.userKey, offer }, lifeS);
  return c.json(toCheckoutResponse(context, purchase), 201);
}

function isSameCost(a: Money, b: Money): boolean {
  return a.currencyCode === b.currencyCode && a.units === b.units && (a.nanos ?? 0) === b.nanos;
}

function toCheckoutResponse(context: SellerContext, purchase: Purchase): object {
  const { transactionId, status, checkoutUrl, expireTime } = toTransaction(purchase, context.origins.pay);
  return { transactionId, status, checkoutUrl, expireTime };
}
