import type { Renewal } from '../../utils/browser/messages.ts';
import { keys } from '../../utils/browser/state.ts';
import { openTab, showTab } from '../../utils/browser/tabs.ts';
import { type Account, type CardId, cardIdText, isSafeUrl } from '../../utils/core/account.ts';
import { sellerTimeFor } from '../../utils/core/card.ts';
import type { Failure } from '../../utils/core/failure.ts';
import { figureFor } from '../../utils/core/figure.ts';
import type { Money } from '../../utils/core/money.ts';
import { canPay, isListed, isOpen, type Order, type Purchase, withPurchase } from '../../utils/core/order.ts';
import { isAnswerError } from '../../utils/providers/answer-error.ts';
import { toFailure } from '../../utils/providers/http.ts';
import { providerOf } from '../../utils/providers/index.ts';
import type { CheckoutAnswer } from '../../utils/providers/provider.ts';
import { asAccount } from './access.ts';
import { changeOrder, findOrder } from './order-book.ts';
import { lookAtOrder, noteHold } from './orders.ts';
import { settle } from './settle.ts';
import { read, update } from './store.ts';

const fine: Renewal = { problem: null };
const lanes = new Map<string, Promise<unknown>>();

/** One thing at a time for a card: two windows clicking at once make one order. */
function inLane<T>(card: CardId, task: () => Promise<T>): Promise<T> {
  const name = cardIdText(card);
  const run = (lanes.get(name) ?? Promise.resolve()).then(task, task);
  lanes.set(
    name,
    run.catch(() => undefined),
  );
  return run;
}

/** Starts buying a plan, or goes on with the order that is open for the card. */
export function renew(card: CardId, planId: string, cost: Money): Promise<Renewal> {
  return inLane(card, async () => {
    const orders = (await read(keys.orders(card))) ?? [];
    const open = orders.find((order) => isOpen(order, Date.now()));
    if (open) return goOn(card, open);
    const order = await newOrder(card, planId, cost);
    if (!order) return { problem: { kind: 'refused' } };
    await update(keys.orders(card), (saved) => [order, ...(saved ?? []).filter(isWorthKeeping)].slice(0, 50));
    await settle();
    return askForCheckout(card, order.id);
  });
}

/** What was never bought leaves no trace once something else is. */
function isWorthKeeping({ state }: Order): boolean {
  return state !== 'price-changed' && state !== 'created';
}

async function newOrder(card: CardId, planId: string, cost: Money): Promise<Order | null> {
  const offer = (await read(keys.offers(card)))?.offers.find((listed) => listed.planId === planId);
  const reading = await read(keys.reading(card.accountId));
  const shown = reading?.cards.find(({ key }) => key === card.cardKey);
  if (!offer || !reading || !shown || offer.availability !== 'available') return null;
  const now = Date.now();
  return {
    id: crypto.randomUUID(),
    card,
    planId,
    planName: offer.name,
    quotaBytes: offer.quotaBytes,
    cost,
    newCost: null,
    balanceBefore: figureFor(shown, sellerTimeFor(reading, now)),
    createdAt: now,
    state: 'created',
    changedAt: now,
    lookedAt: null,
    checkoutUrl: null,
    expiresAt: null,
    confirmationCode: null,
    failureText: null,
    told: false,
    dismissed: false,
  };
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
  if (account && canPay(order, Date.now())) return openCheckout(account, order);
  if (order.state === 'created' || order.state === 'awaiting-payment') return askForCheckout(card, order.id);
  await lookAtOrder(card, order.id);
  return fine;
}

/** The person said yes to the seller's new price. The same order: nothing was bought at the old one. */
export function acceptPrice(card: CardId, orderId: string): Promise<Renewal> {
  return inLane(card, async () => {
    await changeOrder(card, orderId, (order) =>
      order.newCost === null
        ? order
        : { ...order, cost: order.newCost, newCost: null, state: 'created', createdAt: Date.now() },
    );
    return askForCheckout(card, orderId);
  });
}

/** Sends an order to the seller, always under the id it was saved with, and opens its page. */
export async function askForCheckout(card: CardId, orderId: string): Promise<Renewal> {
  const account = await read(keys.account(card.accountId));
  const order = await findOrder(card, orderId);
  const start = providerOf(account?.seller.providerId ?? '')?.checkout?.start;
  if (!account || !order || !start) return { problem: { kind: 'refused' } };
  const { planId, cost } = order;
  const wish = { id: orderId, cardKey: card.cardKey, planId, cost, allowSecond: false };
  try {
    return await take(account, order, await asAccount(account, (client) => start(client, account.seller, wish)));
  } catch (error) {
    return refused(
      card,
      order,
      toFailure(error, Date.now(), navigator.onLine),
      isAnswerError(error) ? error.status : null,
    );
  }
}

async function take(account: Account, order: Order, answer: CheckoutAnswer): Promise<Renewal> {
  const now = Date.now();
  if (answer.kind === 'purchase') return takePurchase(account, order, answer.purchase);
  if (answer.kind === 'price-changed') {
    await changeOrder(order.card, order.id, (saved) => ({
      ...saved,
      state: 'price-changed',
      newCost: answer.cost,
      changedAt: now,
    }));
    return fine;
  }
  await adopt(order, answer.id);
  await lookAtOrder(order.card, answer.id);
  const adopted = await findOrder(order.card, answer.id);
  return adopted && canPay(adopted, Date.now()) ? openCheckout(account, adopted) : fine;
}

async function takePurchase(account: Account, order: Order, purchase: Purchase): Promise<Renewal> {
  const listed = purchase.checkoutUrl === null || isAllowed(account, purchase.checkoutUrl);
  const known = listed ? purchase : { ...purchase, checkoutUrl: null };
  await changeOrder(order.card, order.id, (saved) => withPurchase(saved, known, Date.now()));
  if (!listed) return { problem: { kind: 'not-listed' } };
  const saved = await findOrder(order.card, order.id);
  return saved && canPay(saved, Date.now()) ? openCheckout(account, saved) : fine;
}

/** The seller has a purchase open for this card that we did not know of: that one is followed, ours never was. */
async function adopt(order: Order, id: string): Promise<void> {
  await update(keys.orders(order.card), (orders) => {
    const others = (orders ?? []).filter((saved) => saved.id !== order.id);
    return others.some((saved) => saved.id === id) ? others : [{ ...order, id, state: 'unknown' }, ...others];
  });
}

/** A clear no ends the order; without an answer it waits, for it may have reached the seller. */
async function refused(card: CardId, order: Order, failure: Failure, status: number | null): Promise<Renewal> {
  await noteHold(card.accountId, failure);
  const isClearNo = status !== null && status >= 400 && status < 500 && status !== 429;
  if (isClearNo && order.state === 'created') await changeOrder(card, order.id, () => null);
  const isKnown = ['signed-out', 'forbidden', 'card-gone'].includes(failure.kind) || !isClearNo;
  return { problem: isKnown ? { kind: 'failure', failure } : { kind: 'refused' } };
}

function isAllowed({ seller }: Account, url: string): boolean {
  return isSafeUrl(url) && isListed(url, seller.checkoutOrigins);
}

/** Opens the payment page in a normal tab, or shows the tab that has it. */
async function openCheckout(account: Account, order: Order): Promise<Renewal> {
  const url = order.checkoutUrl ?? '';
  if (!isAllowed(account, url)) return { problem: { kind: 'not-listed' } };
  const tabs = (await read(keys.tabs)) ?? {};
  const known = Object.keys(tabs).find((tab) => tabs[tab] === tabTextFor(order));
  if (known !== undefined && (await showTab(Number(known)))) return fine;
  const tab = await openTab(url);
  if (tab !== null) await update(keys.tabs, (saved) => ({ ...saved, [tab]: tabTextFor(order) }));
  return fine;
}

function tabTextFor(order: Order): string {
  return JSON.stringify([order.card, order.id]);
}
