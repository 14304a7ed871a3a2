import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { cardsOf, listCards } from '../data/cards.ts';
import { listOffers } from '../data/offers.ts';
import { applyDueChanges } from '../payments.ts';
import type { SellerContext } from '../seller-context.ts';
import { accountFrom, cardFrom, fail } from './responses.ts';

export function planRoutes(context: SellerContext): Hono {
  const app = new Hono();
  app.get('/v1/planStatus', (c) => {
    const accountKey = accountFrom(context, c);
    if (!accountKey) return fail(c, 401, 'UNAUTHENTICATED', 'The token is not valid.');
    applyDueChanges(context);
    const cards = cardsOf(context.db, accountKey);
    const etag = toEtag(context.options.equalEtags ? listCards(context.db) : cards);
    // Whole seconds, as in Last-Modified.
    const updatedAt = Math.floor(Date.now() / 1000) * 1000;
    const expiresAt = updatedAt + context.settings.expireAfterS * 1000;
    setCacheHeaders(context, c, etag);
    if (hasEtag(c.req.header('if-none-match'), etag)) {
      if (context.options.timesOn304 !== false) {
        c.header('last-modified', new Date(updatedAt).toUTCString());
        c.header('expires', new Date(expiresAt).toUTCString());
      }
      return c.body(null, 304);
    }
    return c.json({
      languageCode: 'en',
      ...(context.options.accountKeys === false ? {} : { accountKey }),
      updateTime: new Date(updatedAt).toISOString(),
      expireTime: new Date(expiresAt).toISOString(),
      cards,
    });
  });

  app.get('/v1/planOffer', (c) => {
    const accountKey = accountFrom(context, c);
    if (!accountKey) return fail(c, 401, 'UNAUTHENTICATED', 'The token is not valid.');
    const card = cardFrom(context, c, accountKey, c.req.query('userKey'));
    if (card instanceof Response) return card;
    const expireTime = new Date(Date.now() + context.settings.expireAfterS * 1000).toISOString();
    c.header('vary', 'Authorization');
    c.header('cache-control', 'private, max-age=0');
    return c.json({ languageCode: 'en', expireTime, offers: listOffers(context.db, card.userKey) });
  });
  return app;
}

function toEtag(cards: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(cards)).digest('base64url').slice(0, 27)}"`;
}

function hasEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

function setCacheHeaders(context: SellerContext, c: Context, etag: string): void {
  const { maxAgeS } = context.settings;
  c.header('etag', etag);
  c.header('vary', 'Authorization');
  if (maxAgeS !== null) c.header('cache-control', `private, max-age=${maxAgeS}`);
}
