import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import type { CheckoutResponse, Provider } from '../adapter/provider.ts';
import { errorCode, isProviderError } from '../http/provider-error.ts';
import { findSeller } from './discovery.ts';
import { toOfferList } from './map-offer.ts';
import { toCheckoutOrder, toSellerOrder } from './map-order.ts';
import { signIn } from './oauth.ts';
import { readUsageSnapshot } from './read-cards.ts';
import * as wire from './wire-schemas.ts';

/** Any seller that serves the account API described in README.md beside this file. */
export const accountApi = {
  id: 'account-api',
  findSeller,
  readCards: async (client, seller, previous) =>
    readUsageSnapshot(await client.get(at(seller, '/planStatus'), ifNot(previous?.etag)), previous),
  signIn,
  offers: {
    list: async (client, seller, card) => {
      const response = await client.get(at(seller, `/planOffer?userKey=${encodeURIComponent(card.key)}`));
      return toOfferList(response.body, response.receivedAt);
    },
  },
  checkout: {
    start: async (client, seller, { id, cardKey, planId, cost, allowSecond }) => {
      const price = { currencyCode: cost.currency, units: cost.units, nanos: cost.nanos };
      const wish = { userKey: cardKey, planId, transactionId: id, cost: price, allowSecond };
      try {
        return {
          kind: 'order',
          order: toCheckoutOrder((await client.postJson(at(seller, '/checkout'), wish)).body),
        };
      } catch (error) {
        return conflictOf(error);
      }
    },
  },
  orders: {
    getStatus: async (client, seller, id) =>
      toSellerOrder((await client.get(at(seller, `/transactions/${encodeURIComponent(id)}`))).body),
  },
} satisfies Provider;

function ifNot(etag: string | null | undefined): Record<string, string> {
  return etag ? { 'if-none-match': etag } : {};
}

function at({ endpoints }: Seller, path: string): string {
  return `${endpoints.apiBase?.replace(/\/$/, '')}${path}`;
}

/** A 409 with the new price or the open purchase is an answer; everything else stays an error. */
function conflictOf(error: unknown): CheckoutResponse {
  const read = v.safeParse(wire.conflict, isProviderError(error) && error.status === 409 ? error.body : undefined);
  if (read.success && errorCode(error) === 'PRICE_CHANGED' && read.output.cost) {
    return { kind: 'price-changed', cost: read.output.cost };
  }
  if (read.success && errorCode(error) === 'REQUEST_QUEUED' && read.output.transactionId) {
    return { kind: 'already-open', id: read.output.transactionId };
  }
  throw error;
}
