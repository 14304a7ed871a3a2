import type { Renewal, Wishes } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { effectFor } from '../../../utils/core/offers/purchase-effect.ts';
import { decideDeal, isSameDeal } from '../../../utils/core/orders/decide-purchase.ts';
import { newOrder } from '../../../utils/core/orders/new-order.ts';
import { canPay, type Order, type Trouble } from '../../../utils/core/orders/order.ts';
import { withAdopted, withOrder } from '../../../utils/core/orders/order-list.ts';
import { isHeld } from '../../../utils/core/polling/check-schedule.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { sellerTimeFor } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Failure } from '../../../utils/core/values/failure.ts';
import type { CheckoutAnswer } from '../../../utils/providers/adapter/provider.ts';
import { isAnswerError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { providerOf } from '../../../utils/providers/registry.ts';
import { asAccount } from '../accounts/authorized-client.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { read } from '../state/store.ts';
import { inLane } from './card-lock.ts';
import { openPayPage } from './checkout-tab.ts';
import { lookAtOrder, noteHold, noteWord } from './fetch-order-status.ts';
import { changeOrders, findOrder, noteEvent, ordersOf } from './order-store.ts';

const fine: Renewal = { isRefused: false, question: null };
const refusal: Renewal = { isRefused: true, question: null };

/** Starts buying a plan, goes on with the order that is open for it, or asks what needs a second click. */
export function renew(
  { card, planId, cost, yes }: Wishes['renew']['ask'],
  onSaved: () => Promise<void>,
): Promise<Renewal> {
  return inLane(card, async () => {
    const now = Date.now();
    const reading = await read(keys.reading(card.accountId));
    const shown = reading?.cards.find(({ key }) => key === card.cardKey);
    const offer = (await read(keys.offers(card)))?.offers.find((listed) => listed.planId === planId);
    if (!offer || !reading || !shown || offer.availability !== 'available' || offer.page) return refusal;
    const { doubts } = effectFor(shown, offer, sellerTimeFor(reading, now));
    const deal = decideDeal(await ordersOf(card), planId, doubts, yes, now);
    if (deal.kind === 'ask') return { isRefused: false, question: deal.question };
    if (deal.kind === 'go-on') return goOn(card, deal.order);
    const order = { ...newOrder(crypto.randomUUID(), card, offer, reading, shown, now), cost, isSecond: deal.isSecond };
    await changeOrders(card, (orders) => withOrder(orders, order, now));
    await onSaved();
    return askForCheckout(card, order.id);
  });
}

/** Goes on where an order stands: its page again, or the seller's word. */
export function resumeOrder(card: CardId, orderId: string): Promise<Renewal> {
  return inLane(card, async () => {
    const order = await findOrder(card, orderId);
    return order ? goOn(card, order) : fine;
  });
}

async function goOn(card: CardId, order: Order): Promise<Renewal> {
  const account = await read(keys.account(card.accountId));
  if (account && canPay(order, Date.now())) {
    await openPayPage(account, order);
    return fine;
  }
  if (order.state === 'created' || order.state === 'asked') return askForCheckout(card, order.id);
  await lookAtOrder(card, order.id);
  return fine;
}

/** The person said yes to the seller's new price. The same order: nothing was bought at the old one. */
export function acceptPrice(card: CardId, orderId: string): Promise<Renewal> {
  return inLane(card, async () => {
    await noteEvent(card, orderId, { kind: 'agreed' });
    const order = await findOrder(card, orderId);
    return order ? goOn(card, order) : fine;
  });
}

/** Sends an order to the seller, always under the id it was saved with, and opens its page. Only in the card's lane. */
export async function askForCheckout(card: CardId, orderId: string): Promise<Renewal> {
  const account = await read(keys.account(card.accountId));
  const order = await findOrder(card, orderId);
  const start = providerOf(account?.seller.providerId ?? '')?.checkout?.start;
  if (!account || !order || !start) return refusal;
  const check = await read(keys.check(account.id));
  if (check?.failure && isHeld(check, Date.now())) return noPage(order, { kind: 'failure', failure: check.failure });
  await noteEvent(card, orderId, { kind: 'asked' });
  const { planId, cost, isSecond: allowSecond } = order;
  const wish = { id: orderId, cardKey: card.cardKey, planId, cost, allowSecond };
  try {
    await take(account, order, await asAccount(account, (client) => start(client, account.seller, wish)));
    return fine;
  } catch (error) {
    const failure = toFailure(error, Date.now(), navigator.onLine);
    return refused(order, failure, isAnswerError(error) ? error.status : null);
  }
}

async function take(account: Account, order: Order, answer: CheckoutAnswer): Promise<void> {
  const { card } = order;
  if (answer.kind === 'price-changed') {
    await noteEvent(card, order.id, { kind: 'price', cost: answer.cost });
    return fetchOffers(card);
  }
  if (answer.kind === 'purchase') {
    await noteWord(account, order, answer.purchase);
    return openIfPayable(account, order.card, order.id);
  }
  await changeOrders(card, (orders) => withAdopted(orders, order, answer.id, Date.now()));
  await lookAtOrder(card, answer.id);
  const adopted = await findOrder(card, answer.id);
  if (adopted && isSameDeal(adopted, order)) await openIfPayable(account, card, answer.id);
}

async function openIfPayable(account: Account, card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  if (order && canPay(order, Date.now())) await openPayPage(account, order);
}

/** A clear no ends the order; without an answer it waits, for it may have reached the seller. */
async function refused(order: Order, failure: Failure, status: number | null): Promise<Renewal> {
  await noteHold(order.card.accountId, failure);
  const isClearNo = status !== null && status >= 400 && status < 500 && status !== 429;
  const isKnown = ['signed-out', 'forbidden', 'card-gone'].includes(failure.kind) || !isClearNo;
  if (isKnown) return noPage(order, { kind: 'failure', failure });
  await noteEvent(order.card, order.id, { kind: 'refused' });
  return fine;
}

/** Kept with the order, so that a popup opened anew still tells why. */
async function noPage(order: Order, trouble: Trouble): Promise<Renewal> {
  await noteEvent(order.card, order.id, { kind: 'trouble', trouble });
  return fine;
}
