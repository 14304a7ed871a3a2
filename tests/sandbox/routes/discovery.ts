import { Hono, type MiddlewareHandler } from 'hono';
import { listOffers } from '../data/offers.ts';
import type { SellerContext } from '../seller-context.ts';

export const SCOPES = ['plan:read', 'plan:checkout'] as const;

export function discoveryRoutes(context: SellerContext): Hono {
  const app = new Hono();
  const allowCors: MiddlewareHandler = async (c, next) => {
    await next();
    if (context.options.cors !== false) c.header('access-control-allow-origin', '*');
  };
  app.get('/.well-known/data-account.json', allowCors, (c) => {
    c.header('cache-control', 'no-cache');
    return c.json(toDocument(context));
  });
  if (context.options.noServer) {
    app.get('/offers.json', allowCors, (c) => {
      const expireTime = new Date(Date.now() + context.settings.expireAfterS * 1000).toISOString();
      const offers = listOffers(context.db, 'c_europe').map((offer) => ({
        ...offer,
        checkoutUrl: `${context.origins.pay}/buy/${offer.planId}`,
      }));
      return c.json({ languageCode: 'en', expireTime, offers });
    });
  }
  return app;
}

function toDocument(context: SellerContext): object {
  const { options, origins } = context;
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
