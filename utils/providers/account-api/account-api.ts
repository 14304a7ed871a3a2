import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import type { CheckoutResponse, Provider } from '../adapter/provider.ts';
import { errorCode, isProviderError } from '../http/provider-error.ts';
import { findSeller } from './discovery.ts';
import { toOfferList } from './map-offer.ts';
import { toCheckoutOrder, toSellerOrder } from './map-order.ts';
import { signIn } from './oauth.ts';
import { requestUsageSnapshot } from './read-cards.ts';
import * as wire from './wire-schemas.ts';

/** Any seller that serves the account API of the README.md of this folder. */
export const accountApi = {
  id: 'account-api',
  findSeller,
  readCards: (client, seller, previous) => requestUsageSnapshot(client, apiUrl(seller, '/planStatus'), previous),
  signIn,
  offers: {
    list: async (client, seller, card) => {
      const response = await client.get(apiUrl(seller, `/planOffer?userKey=${encodeURIComponent(card.key)}`));
      return toOfferList(response.body, response.receivedAt);
    },
  },
  checkout: {
    start: async (client, seller, { id, cardKey, planId, cost, allowSecond }) => {
      const price = { currencyCode: cost.currency, units: cost.units, nanos: cost.nanos };
      const request = { userKey: cardKey, planId, transactionId: id, cost: price, allowSecond };
      try {
        return {
          kind: 'order',
          order: toCheckoutOrder((await client.postJson(apiUrl(seller, '/checkout'), request)).body),
        };
      } catch (error) {
        return toConflictResponse(error);
      }
    },
  },
  orders: {
    getStatus: async (client, seller, id) =>
      toSellerOrder((await client.get(apiUrl(seller, `/transactions/${encodeURIComponent(id)}`))).body),
  },
} satisfies Provider;

function apiUrl({ endpoints }: Seller, path: string): string {
  return `${endpoints.apiBase?.replace(/\/$/, '')}${path}`;
}

/** A 409 with the new price or the open purchase is a valid response; everything else stays an error. */
function toConflictResponse(error: unknown): CheckoutResponse {
  const conflict = v.safeParse(wire.conflict, isProviderError(error) && error.status === 409 ? error.body : undefined);
  if (conflict.success && errorCode(error) === 'PRICE_CHANGED' && conflict.output.cost) {
    return { kind: 'price-changed', cost: conflict.output.cost };
  }
  if (conflict.success && errorCode(error) === 'REQUEST_QUEUED' && conflict.output.transactionId) {
    return { kind: 'already-open', id: conflict.output.transactionId };
  }
  throw error;
}
