import type { PurchaseResult } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { isSameOffer } from '../../../utils/core/orders/decide-purchase.ts';
import { type CheckoutProblem, canPay, type Order } from '../../../utils/core/orders/order.ts';
import { adoptSellerOrder } from '../../../utils/core/orders/order-list.ts';
import { isRetryAfterActive } from '../../../utils/core/polling/check-schedule.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { CheckoutResponse } from '../../../utils/providers/adapter/provider.ts';
import { invalidResponseError, isProviderError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { withAuthorizedClient } from '../accounts/authorized-client.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { saveRetryAfter } from '../polling/save-check-result.ts';
import { read } from '../state/state-store.ts';
import { openCheckoutTab } from './checkout-tab.ts';
import { fetchOrderStatus } from './fetch-order-status.ts';
import { applyOrderEvents, isOrderOfAnotherCard, updateOrders } from './order-store.ts';
import { recordSellerOrder } from './record-seller-order.ts';
import { findOrder } from './stored-orders.ts';

export const accepted: PurchaseResult = { isRefused: false, confirmation: null };
export const rejected: PurchaseResult = { isRefused: true, confirmation: null };

/** Sends an order to the seller, always under the id it was saved with, and opens its page. Needs the card's lock. */
export async function requestCheckout(card: CardId, orderId: string): Promise<PurchaseResult> {
  const account = await read(keys.account(card.accountId));
  const order = await findOrder(card, orderId);
  const start = (await findProvider(account?.seller.providerId ?? ''))?.checkout?.start;
  // What has no price is ordered on the seller's page alone.
  if (!account || !order || !start || order.cost === null) return rejected;
  const check = await read(keys.check(account.id));
  if (check?.failure && isRetryAfterActive(check, Date.now())) {
    return recordProblem(order, { kind: 'failure', failure: check.failure });
  }
  await applyOrderEvents(card, orderId, { kind: 'asked' });
  // The user may have put it away since it was saved.
  if ((await findOrder(card, orderId))?.state !== 'asked') return accepted;
  const { planId, cost, isSecond: allowSecond } = order;
  const request = { id: orderId, cardKey: card.cardKey, planId, cost, allowSecond };
  try {
    const response = await withAuthorizedClient(account, (client) => start(client, account.seller, request));
    await applyResponse(account, order, response);
    return accepted;
  } catch (error) {
    return applyError(order, error);
  }
}

async function applyResponse(account: Account, order: Order, response: CheckoutResponse): Promise<void> {
  const { card } = order;
  if (response.kind === 'price-changed') {
    await applyOrderEvents(card, order.id, { kind: 'price-changed', cost: response.cost });
    return fetchOffers(card);
  }
  if (response.kind === 'order') {
    if (!(await recordSellerOrder(account, order, response.order))) throw invalidResponseError('Another order');
    return openIfPayable(card, order.id);
  }
  if (await isOrderOfAnotherCard(card, response.id)) throw invalidResponseError('An order of another card');
  await updateOrders(card, (orders) => adoptSellerOrder(orders, order, response.id, Date.now()));
  await applyOrderEvents(card, response.id, { kind: 'resumed' });
  await fetchOrderStatus(card, response.id);
  const adopted = await findOrder(card, response.id);
  if (adopted && isSameOffer(adopted, order)) await openIfPayable(card, response.id);
}

async function openIfPayable(card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  if (order && canPay(order, Date.now())) await openCheckoutTab(order);
}

/** A clear refusal ends the order. Without an answer it stays open: the request may have reached the seller. */
async function applyError(order: Order, error: unknown): Promise<PurchaseResult> {
  const failure = toFailure(error, Date.now(), navigator.onLine);
  await saveRetryAfter(order.card.accountId, failure);
  const status = isProviderError(error) ? error.status : null;
  const isRefusal = status !== null && status >= 400 && status < 500 && status !== 429;
  const hasOwnRemedy = ['signed-out', 'forbidden', 'card-gone'].includes(failure.kind);
  if (!isRefusal || hasOwnRemedy) return recordProblem(order, { kind: 'failure', failure });
  await applyOrderEvents(order.card, order.id, { kind: 'refused' });
  return accepted;
}

/** Stored with the order, so that a popup opened later still says why. */
async function recordProblem(order: Order, problem: CheckoutProblem): Promise<PurchaseResult> {
  await applyOrderEvents(order.card, order.id, { kind: 'problem', problem });
  return accepted;
}
