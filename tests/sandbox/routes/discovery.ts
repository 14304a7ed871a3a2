import { Hono, type MiddlewareHandler } from 'hono';
import { offersOf } from '../data/offers.ts';
import type { Shop } from '../seller-context.ts';

export const SCOPES = ['plan:read', 'plan:checkout'] as const;

export function discoveryRoutes(shop: Shop): Hono {
  const app = new Hono();
  const openToAll: MiddlewareHandler = async (c, next) => {
    await next();
    if (shop.options.cors !== false) c.header('access-control-allow-origin', '*');
  };
  app.get('/.well-known/data-account.json', openToAll, (c) => {
    c.header('cache-control', 'no-cache');
    return c.json(toDocument(shop));
  });
  if (shop.options.noServer) {
    app.get('/offers.json', openToAll, (c) => {
      const expireTime = new Date(Date.now() + shop.settings.expireAfterS * 1000).toISOString();
      const offers = offersOf(shop.db, 'c_europe').map((offer) => ({
        ...offer,
        checkoutUrl: `${shop.origins.pay}/buy/${offer.planId}`,
      }));
      return c.json({ languageCode: 'en', expireTime, offers });
    });
  }
  return app;
}

function toDocument(shop: Shop): object {
  const { options, origins } = shop;
  const signIn = options.signIn ?? 'oauth';
  const oauth = { issuer: origins.issuer, clientId: 'gigabar', scope: SCOPES.join(' ') };
  const server = {
    apiBase: `${origins.api}/v1`,
    ...(signIn === 'card-token' ? {} : oauth),
    cardToken: signIn !== 'oauth',
    typicalDataDelay: '900s',
  };
  return {
    name: 'Axis',
    ...(options.noServer ? { offersUrl: `${origins.seller}/offers.json` } : server),
    checkoutOrigins: [origins.pay],
    accountUrl: `${origins.seller}/account`,
    support: { url: `${origins.seller}/support`, email: 'help@axis.example', phone: '+46 8 000 00 00' },
    byteUnit: options.byteUnit ?? 1000,
    typicalCreditTime: '300s',
    ...options.discovery,
  };
}
