import * as v from 'valibot';
import { isSafeUrl, patternFor, type Seller } from '../../core/account.ts';
import { minuteMs } from '../../core/time.ts';
import { causeOf, isAnswerError, unreadable } from '../answer-error.ts';
import type { CheckoutAnswer, Client, Provider } from '../provider.ts';
import { toCheckout, toOfferList, toPurchase } from './map.ts';
import { signIn } from './oauth.ts';
import { toReading } from './reading.ts';
import * as wire from './wire.ts';

/** Any seller that serves the account API described in README.md beside this file. */
export const accountApi: Provider = {
  id: 'account-api',
  findSeller,
  originsFor: ({ endpoints }) => [
    ...new Set([endpoints.apiBase, endpoints.issuer].filter((url) => url !== undefined).map(patternFor)),
  ],
  readCards: async (client, seller, previous) =>
    toReading(await client.get(at(seller, '/planStatus'), previous?.etag ?? null), previous),
  signIn,
  offers: {
    list: async (client, seller, card) => {
      const answer = await client.get(at(seller, `/planOffer?userKey=${encodeURIComponent(card.key)}`));
      return toOfferList(answer.body, answer.receivedAt);
    },
  },
  checkout: {
    start: async (client, seller, { id, cardKey, planId, cost, allowSecond }) => {
      const price = { currencyCode: cost.currency, units: cost.units, nanos: cost.nanos };
      const wish = { userKey: cardKey, planId, transactionId: id, cost: price, allowSecond };
      try {
        return { kind: 'purchase', purchase: toCheckout((await client.postJson(at(seller, '/checkout'), wish)).body) };
      } catch (error) {
        return conflictOf(error);
      }
    },
  },
  orders: {
    look: async (client, seller, id) =>
      toPurchase((await client.get(at(seller, `/transactions/${encodeURIComponent(id)}`))).body),
  },
};

function at({ endpoints }: Seller, path: string): string {
  return `${endpoints.apiBase?.replace(/\/$/, '')}${path}`;
}

/** A 409 with the new price or the open purchase is an answer; everything else stays an error. */
function conflictOf(error: unknown): CheckoutAnswer {
  const read = v.safeParse(wire.conflict, isAnswerError(error) && error.status === 409 ? error.body : undefined);
  if (read.success && causeOf(error) === 'PRICE_CHANGED' && read.output.cost) {
    return { kind: 'price-changed', cost: read.output.cost };
  }
  if (read.success && causeOf(error) === 'REQUEST_QUEUED' && read.output.transactionId) {
    return { kind: 'already-open', id: read.output.transactionId };
  }
  throw error;
}

async function findSeller(client: Client, origin: string): Promise<Seller> {
  const answer = await client.get(`${origin}/.well-known/data-account.json`);
  const found = v.parse(wire.discovery, answer.body);
  if (!isSafeUrl(found.apiBase)) throw unreadable('The seller does not use https');
  const issuer = found.issuer && isSafeUrl(found.issuer) ? found.issuer : null;
  const safe = (url: string | null | undefined) => (url && isSafeUrl(url) ? url : null);
  return {
    providerId: accountApi.id,
    origin,
    name: found.name,
    byteUnit: found.byteUnit ?? 1000,
    checkoutOrigins: found.checkoutOrigins
      .filter((url) => typeof url === 'string')
      .filter(isSafeUrl)
      .map((url) => new URL(url).origin),
    accountUrl: safe(found.accountUrl),
    support: {
      url: safe(found.support?.url),
      email: found.support?.email ?? null,
      phone: found.support?.phone ?? null,
    },
    dataDelayMs: found.typicalDataDelay ?? null,
    creditMs: found.typicalCreditTime ?? 5 * minuteMs,
    signIn: issuer !== null,
    cardToken: issuer === null || found.cardToken === true,
    endpoints: {
      apiBase: found.apiBase,
      ...(issuer === null ? {} : { issuer }),
      ...(found.clientId ? { clientId: found.clientId } : {}),
      ...(found.scope ? { scope: found.scope } : {}),
    },
  };
}
