import { type Context, Hono } from 'hono';
import { findCard } from '../data/cards.ts';
import { offerOf } from '../data/offers.ts';
import { findBySession, findPurchase, isPayable, type Purchase, toTransaction } from '../data/purchases.ts';
import { donePage, isMethod, linkPage, methodPage, resultPage, verifyPage } from '../pages/pay-pages.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { cancel, decline, pay, settle } from '../payments.ts';
import type { Shop } from '../seller-context.ts';
import { formOf } from './sign-in.ts';
import { isVerificationCode, verificationCode } from './verification.ts';

type Step = (c: Context, purchase: Purchase) => Response | Promise<Response>;

/** The hosted checkout. Whoever knows a session's address may pay it: no sign-in, as on real ones. */
export function payRoutes(shop: Shop): Hono {
  const app = new Hono();
  const home = (c: Context, purchase: Purchase) => c.redirect(`/s/${purchase.session}`, 303);

  const onSession = (needsPayable: boolean, step: Step) => async (c: Context) => {
    settle(shop);
    const purchase = findBySession(shop.db, c.req.param('session') ?? '');
    if (!purchase) return c.html(donePage('Not found', 'There is no such order.'), 404);
    // A second click, or one from a page left open, shows what became of the order.
    if (needsPayable && !isPayable(purchase)) return home(c, purchase);
    c.header('cache-control', 'no-store');
    return step(c, purchase);
  };

  app.get(
    '/s/:session',
    onSession(false, (c, purchase) => {
      if (isPayable(purchase)) return c.html(methodPage(purchase, cardName(shop, purchase)));
      return c.html(resultPage(purchase, toTransaction(purchase, shop.origins.pay).receiptUrl));
    }),
  );
  app.post(
    '/s/:session/method',
    onSession(true, async (c, purchase) => {
      const { method } = await formOf(c);
      if (!isMethod(method)) return home(c, purchase);
      const code = verificationCode(purchase.session);
      return c.html(verifyPage(purchase, cardName(shop, purchase), { method, code, problem: null }));
    }),
  );
  app.post(
    '/s/:session/pay',
    onSession(true, async (c, purchase) => {
      const { method, code = '', outcome } = await formOf(c);
      if (!isMethod(method)) return home(c, purchase);
      if (outcome === 'decline') {
        decline(shop, purchase.transactionId);
      } else if (isVerificationCode(purchase.session, code)) {
        pay(shop, purchase.transactionId);
      } else {
        const shown = verificationCode(purchase.session);
        const step = { method, code: shown, problem: 'This code is not right.' };
        return c.html(verifyPage(purchase, cardName(shop, purchase), step));
      }
      return home(c, purchase);
    }),
  );
  app.post(
    '/s/:session/cancel',
    onSession(true, (c, purchase) => {
      cancel(shop, purchase.transactionId);
      return home(c, purchase);
    }),
  );

  app.get('/r/:id', (c) => {
    settle(shop);
    const purchase = findPurchase(shop.db, c.req.param('id'));
    if (purchase?.paidAt == null) return c.html(donePage('Not found', 'There is no such receipt.'), 404);
    return c.html(receiptPage(toTransaction(purchase, shop.origins.pay)));
  });

  app.get('/buy/:planId', (c) => {
    const offer = offerOf(shop.db, 'c_europe', c.req.param('planId'));
    if (!offer) return c.html(donePage('Not found', 'There is no such plan.'), 404);
    return c.html(linkPage(offer, c.req.query('client_reference_id') ?? ''));
  });
  app.post('/buy/:planId', (c) => c.html(donePage('Paid', 'Paid. You can close this tab.')));
  return app;
}

function cardName(shop: Shop, purchase: Purchase): string {
  const card = findCard(shop.db, purchase.userKey)?.card;
  return [card?.title, card?.subscriberId].filter(Boolean).join(' ') || purchase.userKey;
}
