import { type Context, Hono } from 'hono';
import type { Subscriber } from '../data/subscribers.ts';
import { findOffer, findTopUp, orderTopUp, payTopUp, type TopUp } from '../data/top-ups.ts';
import { payPage, topUpPage } from '../pages/top-up-pages.ts';
import { siteWords, type WebsiteContext } from '../website-context.ts';
import { identityLine, readForm, sendPage, visitor } from './site-responses.ts';

type Send = Response | Promise<Response>;

/** A list of plans, a page that confirms the one chosen, and the same page once it is paid. */
export function topUpRoutes(context: WebsiteContext): Hono {
  const app = new Hono();
  const { db } = context;

  const signedIn = (send: (c: Context, subscriber: Subscriber) => Send) => (c: Context) => {
    const subscriber = visitor(context, c);
    return subscriber ? send(c, subscriber) : c.redirect('/sign-in');
  };
  const ownOrder = (send: (c: Context, subscriber: Subscriber, topUp: TopUp) => Send) =>
    signedIn((c, subscriber) => {
      const topUp = findTopUp(db, c.req.param('reference') ?? '');
      return topUp?.userName === subscriber.userName ? send(c, subscriber, topUp) : c.notFound();
    });

  app.get(
    '/top-up',
    signedIn((c, subscriber) => {
      const words = siteWords(context);
      return sendPage(context, c, {
        title: words.topUp,
        body: topUpPage(words),
        signedInAs: identityLine(context, subscriber),
      });
    }),
  );
  app.post(
    '/top-up',
    signedIn(async (c, { userName }) => {
      const offer = findOffer((await readForm(c)).get('offer') ?? '');
      return offer ? c.redirect(`/pay/${orderTopUp(db, userName, offer)}`, 303) : c.notFound();
    }),
  );
  app.get(
    '/pay/:reference',
    ownOrder((c, subscriber, topUp) => {
      const words = siteWords(context);
      const title = topUp.paidAt === null ? words.confirm : words.paid;
      return sendPage(context, c, {
        title,
        body: payPage(topUp, words),
        signedInAs: identityLine(context, subscriber),
      });
    }),
  );
  app.post(
    '/pay/:reference',
    ownOrder((c, _, { reference }) => {
      const { creditDelayMs = 1500 } = context.options;
      const now = Date.now();
      payTopUp(db, reference, now, creditDelayMs === 'never' ? null : now + creditDelayMs);
      return c.redirect(`/pay/${reference}`, 303);
    }),
  );
  return app;
}
