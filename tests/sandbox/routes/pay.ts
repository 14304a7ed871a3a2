import { type Context, Hono } from 'hono';
import { findCard } from '../data/cards.ts';
import { findOffer } from '../data/offers.ts';
import { findBySession, findPurchase, isPayable, type Purchase, toTransaction } from '../data/purchases.ts';
import { donePage, isMethod, linkPage, methodPage, resultPage, verifyPage } from '../pages/pay-pages.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { applyDueChanges, cancel, decline, pay } from '../payments.ts';
import type { SellerContext } from '../seller-context.ts';
import { parseForm } from './sign-in.ts';
import { isVerificationCode, verificationCode } from './verification.ts';

type Step = (c: Context, purchase: Purchase) => Response | Promise<Response>;

/** The hosted checkout. Like real ones it needs no sign-in: anyone who has the session's address may pay. */
export function payRoutes(context: SellerContext): Hono {
  const app = new Hono();
  const redirectToOrder = (c: Context, purchase: Purchase) => c.redirect(`/s/${purchase.session}`, 303);

  const onSession = (needsPayable: boolean, step: Step) => async (c: Context) => {
    applyDueChanges(context);
    const purchase = findBySession(context.db, c.req.param('session') ?? '');
    if (!purchase) return c.html(donePage('Not found', 'There is no such order.'), 404);
    // A second click, or a click on an outdated page, shows the order's current status.
    if (needsPayable && !isPayable(purchase)) return redirectToOrder(c, purchase);
    c.header('cache-control', 'no-store');
    return step(c, purchase);
  };

  app.get(
    '/s/:session',
    onSession(false, (c, purchase) => {
      if (isPayable(purchase)) return c.html(methodPage(purchase, cardName(context, purchase)));
      return c.html(resultPage(purchase, toTransaction(purchase, context.origins.pay).receiptUrl));
    }),
  );
  app.post(
    '/s/:session/method',
    onSession(true, async (c, purchase) => {
      const { method } = await parseForm(c);
      if (!isMethod(method)) return redirectToOrder(c, purchase);
      const code = verificationCode(purchase.session);
      return c.html(verifyPage(purchase, cardName(context, purchase), { method, code, problem: null }));
    }),
  );
  app.post(
    '/s/:session/pay',
    onSession(true, async (c, purchase) => {
      const { method, code = '', outcome } = await parseForm(c);
      if (!isMethod(method)) return redirectToOrder(c, purchase);
      if (outcome === 'decline') {
        decline(context, purchase.transactionId);
      } else if (isVerificationCode(purchase.session, code)) {
        pay(context, purchase.transactionId);
      } else {
        const correctCode = verificationCode(purchase.session);
        const step = { method, code: correctCode, problem: 'This code is not right.' };
        return c.html(verifyPage(purchase, cardName(context, purchase), step));
      }
      return redirectToOrder(c, purchase);
    }),
  );
  app.post(
    '/s/:session/cancel',
    onSession(true, (c, purchase) => {
      cancel(context, purchase.transactionId);
      return redirectToOrder(c, purchase);
    }),
  );

  app.get('/r/:id', (c) => {
    applyDueChanges(context);
    const purchase = findPurchase(context.db, c.req.param('id'));
    if (purchase?.paidAt == null) return c.html(donePage('Not found', 'There is no such receipt.'), 404);
    return c.html(receiptPage(toTransaction(purchase, context.origins.pay)));
  });

  app.get('/buy/:planId', (c) => {
    const offer = findOffer(context.db, 'c_europe', c.req.param('planId'));
    if (!offer) return c.html(donePage('Not found', 'There is no such plan.'), 404);
    return c.html(linkPage(offer, c.req.query('client_reference_id') ?? ''));
  });
  app.post('/buy/:planId', (c) => c.html(donePage('Paid', 'Paid. You can close this tab.')));
  return app;
}

function cardName(context: SellerContext, purchase: Purchase): string {
  const card = findCard(context.db, purchase.userKey)?.card;
  return [card?.title, card?.subscriberId].filter(Boolean).join(' ') || purchase.userKey;
}
