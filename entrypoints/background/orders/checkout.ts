import type { Messages, PurchaseResult } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { previewPurchase } from '../../../utils/core/offers/purchase-effect.ts';
import { decidePurchase, isSameOffer } from '../../../utils/core/orders/decide-purchase.ts';
import { newOrder } from '../../../utils/core/orders/new-order.ts';
import { type CheckoutProblem, canPay, type Order } from '../../../utils/core/orders/order.ts';
import { addOrder, adoptSellerOrder } from '../../../utils/core/orders/order-list.ts';
import { isRetryAfterActive } from '../../../utils/core/polling/check-schedule.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { toSellerTime } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Failure } from '../../../utils/core/values/failure.ts';
import type { CheckoutResponse } from '../../../utils/providers/adapter/provider.ts';
import { isProviderError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { withAuthorizedClient } from '../accounts/authorized-client.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { read } from '../state/store.ts';
import { withCardLock } from './card-lock.ts';
import { openCheckoutTab } from './checkout-tab.ts';
import { fetchOrderStatus, recordRetryAfter, recordSellerOrder } from './fetch-order-status.ts';
import { applyOrderEvents, findOrder, readOrders, updateOrders } from './order-store.ts';

const accepted: PurchaseResult = { isRefused: false, confirmation: null };
const rejected: PurchaseResult = { isRefused: true, confirmation: null };

/** Starts buying a plan, goes on with the order that is open for it, or asks what needs a second click. */
export function renew(
  { card, planId, cost, confirmation }: Messages['renew']['payload'],
  onSaved: () => Promise<void>,
): Promise<PurchaseResult> {
  return withCardLock(card, async () => {
    const now = Date.now();
    const snapshot = await read(keys.snapshot(card.accountId));
    const shown = snapshot?.cards.find(({ key }) => key === card.cardKey);
    const offer = (await read(keys.offers(card)))?.offers.find((listed) => listed.planId === planId);
    if (!offer || !snapshot || !shown || offer.availability !== 'available' || offer.page) return rejected;
    const { warnings } = previewPurchase(shown, offer, toSellerTime(snapshot, now));
    const decision = decidePurchase(await readOrders(card), planId, warnings, confirmation, now);
    if (decision.kind === 'ask') return { isRefused: false, confirmation: decision.question };
    if (decision.kind === 'go-on') return resume(card, decision.order);
    const order = {
      ...newOrder(crypto.randomUUID(), card, offer, snapshot, shown, now),
      cost,
      isSecond: decision.isSecond,
    };
    await updateOrders(card, (orders) => addOrder(orders, order, now));
    await onSaved();
    return startCheckout(card, order.id);
  });
}

/** Goes on where an order stands: its page again, or the seller's word. */
export function resumeOrder(card: CardId, orderId: string): Promise<PurchaseResult> {
  return withCardLock(card, async () => {
    const order = await findOrder(card, orderId);
    return order ? resume(card, order) : accepted;
  });
}

async function resume(card: CardId, order: Order): Promise<PurchaseResult> {
  const account = await read(keys.account(card.accountId));
  if (account && canPay(order, Date.now())) {
    await openCheckoutTab(account, order);
    return accepted;
  }
  if (order.state === 'created' || order.state === 'asked') return startCheckout(card, order.id);
  await fetchOrderStatus(card, order.id);
  return accepted;
}

/** The person said yes to the seller's new price. The same order: nothing was bought at the old one. */
export function acceptPrice(card: CardId, orderId: string): Promise<PurchaseResult> {
  return withCardLock(card, async () => {
    await applyOrderEvents(card, orderId, { kind: 'price-accepted' });
    const order = await findOrder(card, orderId);
    return order ? resume(card, order) : accepted;
  });
}

/** Sends an order to the seller, always under the id it was saved with, and opens its page. Only in the card's lane. */
export async function startCheckout(card: CardId, orderId: string): Promise<PurchaseResult> {
  const account = await read(keys.account(card.accountId));
  const order = await findOrder(card, orderId);
  const start = findProvider(account?.seller.providerId ?? '')?.checkout?.start;
  if (!account || !order || !start) return rejected;
  const check = await read(keys.check(account.id));
  if (check?.failure && isRetryAfterActive(check, Date.now()))
    return recordProblem(order, { kind: 'failure', failure: check.failure });
  await applyOrderEvents(card, orderId, { kind: 'asked' });
  const { planId, cost, isSecond: allowSecond } = order;
  const wish = { id: orderId, cardKey: card.cardKey, planId, cost, allowSecond };
  try {
    await applyCheckoutResponse(
      account,
      order,
      await withAuthorizedClient(account, (client) => start(client, account.seller, wish)),
    );
    return accepted;
  } catch (error) {
    const failure = toFailure(error, Date.now(), navigator.onLine);
    return applyCheckoutFailure(order, failure, isProviderError(error) ? error.status : null);
  }
}

async function applyCheckoutResponse(account: Account, order: Order, answer: CheckoutResponse): Promise<void> {
  const { card } = order;
  if (answer.kind === 'price-changed') {
    await applyOrderEvents(card, order.id, { kind: 'price-changed', cost: answer.cost });
    return fetchOffers(card);
  }
  if (answer.kind === 'order') {
    await recordSellerOrder(account, order, answer.order);
    return openIfPayable(account, order.card, order.id);
  }
  await updateOrders(card, (orders) => adoptSellerOrder(orders, order, answer.id, Date.now()));
  await fetchOrderStatus(card, answer.id);
  const adopted = await findOrder(card, answer.id);
  if (adopted && isSameOffer(adopted, order)) await openIfPayable(account, card, answer.id);
}

async function openIfPayable(account: Account, card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  if (order && canPay(order, Date.now())) await openCheckoutTab(account, order);
}

/** A clear no ends the order; without an answer it waits, for it may have reached the seller. */
async function applyCheckoutFailure(order: Order, failure: Failure, status: number | null): Promise<PurchaseResult> {
  await recordRetryAfter(order.card.accountId, failure);
  const isClearNo = status !== null && status >= 400 && status < 500 && status !== 429;
  const isKnown = ['signed-out', 'forbidden', 'card-gone'].includes(failure.kind) || !isClearNo;
  if (isKnown) return recordProblem(order, { kind: 'failure', failure });
  await applyOrderEvents(order.card, order.id, { kind: 'refused' });
  return accepted;
}

/** Kept with the order, so that a popup opened anew still tells why. */
async function recordProblem(order: Order, problem: CheckoutProblem): Promise<PurchaseResult> {
  await applyOrderEvents(order.card, order.id, { kind: 'problem', problem });
  return accepted;
}
