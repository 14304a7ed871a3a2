import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { cardsOf, ownedCards } from '../data/cards.ts';
import { offersOf } from '../data/offers.ts';
import { settle } from '../payments.ts';
import type { Shop } from '../seller-context.ts';
import { accountFrom, cardFrom, fail } from './responses.ts';

export function planRoutes(shop: Shop): Hono {
  const app = new Hono();
  app.get('/v1/planStatus', (c) => {
    const accountKey = accountFrom(shop, c);
    if (!accountKey) return fail(c, 401, 'UNAUTHENTICATED', 'The token is not valid.');
    settle(shop);
    const cards = cardsOf(shop.db, accountKey);
    const etag = toEtag(shop.options.equalEtags ? ownedCards(shop.db) : cards);
    // Whole seconds, since Last-Modified cannot say more.
    const updatedAt = Math.floor(Date.now() / 1000) * 1000;
    const expiresAt = updatedAt + shop.settings.expireAfterS * 1000;
    setCacheHeaders(shop, c, etag);
    if (hasEtag(c.req.header('if-none-match'), etag)) {
      if (shop.options.timesOn304 !== false) {
        c.header('last-modified', new Date(updatedAt).toUTCString());
        c.header('expires', new Date(expiresAt).toUTCString());
      }
      return c.body(null, 304);
    }
    return c.json({
      languageCode: 'en',
      ...(shop.options.accountKeys === false ? {} : { accountKey }),
      updateTime: new Date(updatedAt).toISOString(),
      expireTime: new Date(expiresAt).toISOString(),
      cards,
    });
  });

  app.get('/v1/planOffer', (c) => {
    const accountKey = accountFrom(shop, c);
    if (!accountKey) return fail(c, 401, 'UNAUTHENTICATED', 'The token is not valid.');
    const card = cardFrom(shop, c, accountKey, c.req.query('userKey'));
    if (card instanceof Response) return card;
    const expireTime = new Date(Date.now() + shop.settings.expireAfterS * 1000).toISOString();
    c.header('vary', 'Authorization');
    c.header('cache-control', 'private, max-age=0');
    return c.json({ languageCode: 'en', expireTime, offers: offersOf(shop.db, card.userKey) });
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

function setCacheHeaders(shop: Shop, c: Context, etag: string): void {
  const { maxAgeS } = shop.settings;
  c.header('etag', etag);
  c.header('vary', 'Authorization');
  if (maxAgeS !== null) c.header('cache-control', `private, max-age=${maxAgeS}`);
}
