import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import type { OfferList } from '../../core/offers/offer.ts';
import type { Card } from '../../core/usage/card.ts';
import type { CheckoutResponse, Client, Provider } from '../adapter/provider.ts';
import { errorCode, isProviderError } from '../http/provider-error.ts';
import { apiUrl } from './api-url.ts';
import { toOfferList } from './map-offer.ts';
import { toCheckoutOrder, toSellerOrder } from './map-order.ts';
import { conflict as conflictSchema } from './purchase-schemas.ts';

/* What is on sale at a seller with the account API, and orders there. */

export const offers = {
  list: async (client: Client, seller: Seller, card: Card): Promise<OfferList> => {
    const response = await client.get(apiUrl(seller, `/planOffer?userKey=${encodeURIComponent(card.key)}`));
    return toOfferList(response.body, response.receivedAt);
  },
};

export const checkout: NonNullable<Provider['checkout']> = {
  start: async (client, seller, { id, cardKey, planId, cost, allowSecond }) => {
    const price = { currencyCode: cost.currency, units: cost.units, nanos: cost.nanos };
    const request = { userKey: cardKey, planId, transactionId: id, cost: price, allowSecond };
    try {
      const response = await client.postJson(apiUrl(seller, '/checkout'), request);
      return { kind: 'order', order: toCheckoutOrder(response.body) };
    } catch (error) {
      return toConflictResponse(error);
    }
  },
};

export const orders: NonNullable<Provider['orders']> = {
  getStatus: async (client, seller, id) =>
    toSellerOrder((await client.get(apiUrl(seller, `/transactions/${encodeURIComponent(id)}`))).body),
};

/** A 409 with the new price or the open purchase is a valid response; everything else stays an error. */
function toConflictResponse(error: unknown): CheckoutResponse {
  const body = isProviderError(error) && error.status === 409 ? error.body : undefined;
  const conflict = v.safeParse(conflictSchema, body);
  if (conflict.success && errorCode(error) === 'PRICE_CHANGED' && conflict.output.cost) {
    return { kind: 'price-changed', cost: conflict.output.cost };
  }
  if (conflict.success && errorCode(error) === 'REQUEST_QUEUED' && conflict.output.transactionId) {
    return { kind: 'already-open', id: conflict.output.transactionId };
  }
  throw error;
}
