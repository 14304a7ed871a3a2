import { amountText } from '../../../utils/browser/i18n.ts';
import type { Messages, PurchaseResult } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { withCheckoutOrigin } from '../../../utils/core/accounts/origins.ts';
import { previewPurchase } from '../../../utils/core/offers/purchase-preview.ts';
import { decidePurchase } from '../../../utils/core/orders/decide-purchase.ts';
import { newOrder } from '../../../utils/core/orders/new-order.ts';
import { canPay, isAwaitingCheckout, isOpen, type Order } from '../../../utils/core/orders/order.ts';
import { addOrder } from '../../../utils/core/orders/order-list.ts';
import { nextOrder } from '../../../utils/core/orders/order-transitions.ts';
import { awaitingPaymentAt } from '../../../utils/core/orders/seller-order.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { toSellerTime } from '../../../utils/core/usage/usage-snapshot.ts';
import { toBytes } from '../../../utils/core/values/bytes.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { schedulePageRead } from '../pages/page-schedule.ts';
import { readAll, update } from '../state/state-store.ts';
import { withCardLock } from './card-lock.ts';
import { heldPageEvent, judgeCheckoutPage } from './checkout-page.ts';
import { openCheckoutTab } from './checkout-tab.ts';
import { fetchOrderStatus } from './fetch-order-status.ts';
import { applyOrderEvents, updateOrders } from './order-store.ts';
import { accepted, rejected, requestCheckout } from './request-checkout.ts';
import { findOrder, readOrders } from './stored-orders.ts';

/**
 * Starts the purchase of an offer, resumes the order that is open for it, or returns what the user has to confirm
 * first. `onSaved`: runs once the order is stored and before the seller is asked, so that the popup shows it.
 */
export function renew(
  { card, planId, cost, confirmation }: Messages['renew']['payload'],
  onSaved: () => Promise<void>,
): Promise<PurchaseResult> {
  return withCardLock(card, async () => {
    const now = Date.now();
    const { accountId, cardKey } = card;
    const values = await readAll([keys.account(accountId), keys.snapshot(accountId), keys.offers(card)]);
    const snapshot = values(keys.snapshot(accountId));
    const before = snapshot?.cards.find(({ key }) => key === cardKey);
    const provider = await findProvider(values(keys.account(accountId))?.seller.providerId ?? '');
    const offer = values(keys.offers(card))?.offers.find((listed) => listed.planId === planId);
    if (!provider?.checkout || !snapshot || !before || offer?.availability !== 'available' || offer.page)
      return rejected;
    const { warnings } = previewPurchase(before, offer, toSellerTime(snapshot, now));
    const decision = decidePurchase(await readOrders(card), planId, warnings, confirmation, now);
    if (decision.kind === 'confirm') return { isRefused: false, confirmation: decision.request };
    if (decision.kind === 'resume') return resume(decision.order);
    const { isSecond } = decision;
    const order = { ...newOrder(crypto.randomUUID(), card, offer, snapshot, before, now), cost, isSecond };
    await updateOrders(card, (orders) => addOrder(orders, order, now));
    await onSaved();
    return requestCheckout(card, order.id);
  });
}

/**
 * Opens the page where a card is topped up, as an order that the balance will prove; one that is open is resumed. It is
 * saved in the state in which the seller waits for the payment: nobody is asked for it before.
 */
export function renewAtPage(card: CardId, onSaved: () => Promise<void>): Promise<PurchaseResult> {
  return withCardLock(card, async () => {
    const now = Date.now();
    const values = await readAll([keys.account(card.accountId), keys.snapshot(card.accountId)]);
    const snapshot = values(keys.snapshot(card.accountId));
    const before = snapshot?.cards.find(({ key }) => key === card.cardKey);
    const seller = values(keys.account(card.accountId))?.seller;
    const url = seller?.page?.topUpUrl ?? null;
    if (!snapshot || !before || !seller || url === null) return rejected;
    const open = (await readOrders(card)).find((order) => isOpen(order, now));
    if (open) return resume(open);
    const created = newOrder(crypto.randomUUID(), card, orderedAt(url, seller), snapshot, before, now);
    const order = nextOrder(
      created,
      { kind: 'seller-order', order: awaitingPaymentAt({ ...created, cardKey: card.cardKey }, url) },
      now,
    );
    await updateOrders(card, (orders) => addOrder(orders, order, now));
    await onSaved();
    await openCheckoutTab(order);
    await schedulePageRead(card.accountId);
    return accepted;
  });
}

/** What the user usually buys there, where they have entered it; what they will buy this time, nobody knows. */
function orderedAt(url: string, { page, byteUnit }: Seller) {
  const { planName = null, amount = null, cost = null } = page?.usualPurchase ?? {};
  const quotaBytes = amount && toBytes(amount, byteUnit);
  const name = planName ?? (quotaBytes === null ? new URL(url).host : amountText(quotaBytes, byteUnit));
  return { planId: url, name, quotaBytes, cost };
}

/** Continues where an order stands: opens its checkout page again, or polls its status. */
export function resumeOrder(card: CardId, orderId: string): Promise<PurchaseResult> {
  return withCardLock(card, async () => {
    const order = await findOrder(card, orderId);
    return order ? resume(order) : accepted;
  });
}

/**
 * The user accepts the seller's plan and price, as they were shown. It stays the same order: never a second purchase.
 */
export function acceptPrice({ card, orderId, terms }: Messages['acceptPrice']['payload']): Promise<PurchaseResult> {
  return withCardLock(card, async () => {
    await applyOrderEvents(card, orderId, { kind: 'price-accepted', terms });
    const order = await findOrder(card, orderId);
    return order ? resume(order) : accepted;
  });
}

/** The user agrees to a payment origin that the seller names only since it was connected: the page held back opens. */
export function acceptCheckoutOrigin({
  card,
  orderId,
  origin,
}: Messages['acceptCheckoutOrigin']['payload']): Promise<PurchaseResult> {
  return withCardLock(card, async () => {
    await update(keys.account(card.accountId), (account) => account && withCheckoutOrigin(account, origin));
    const order = await findOrder(card, orderId);
    return order ? resume(order) : accepted;
  });
}

async function resume(order: Order): Promise<PurchaseResult> {
  const { card, id } = order;
  await applyOrderEvents(card, id, { kind: 'resumed' });
  if (isAwaitingCheckout(order)) return requestCheckout(card, id);
  const current = order.heldCheckoutUrl === null ? order : await reviewHeldPage(order, order.heldCheckoutUrl);
  if (canPay(current, Date.now())) await openCheckoutTab(current);
  else await fetchOrderStatus(card, id);
  return accepted;
}

async function reviewHeldPage(order: Order, url: string): Promise<Order> {
  const held = heldPageEvent(await judgeCheckoutPage(order.card.accountId, url, false));
  await applyOrderEvents(order.card, order.id, held ?? { kind: 'page-released' });
  return (await findOrder(order.card, order.id)) ?? order;
}
