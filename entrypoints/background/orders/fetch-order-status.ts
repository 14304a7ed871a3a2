import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { isAllowedCheckoutUrl } from '../../../utils/core/accounts/origins.ts';
import { isAwaitingPayment, isCredited, needsBalanceProof, type Order } from '../../../utils/core/orders/order.ts';
import type { OrderEvent } from '../../../utils/core/orders/order-transitions.ts';
import type { SellerOrder } from '../../../utils/core/orders/seller-order.ts';
import { isRetryAfterActive } from '../../../utils/core/polling/check-schedule.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { type Failure, retryAfterOf } from '../../../utils/core/values/failure.ts';
import { errorCode } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { withAuthorizedClient } from '../accounts/authorized-client.ts';
import { checkAfterChange, saveFailure } from '../polling/refresh-account.ts';
import { read } from '../state/store.ts';
import { applyOrderEvents, findOrder } from './order-store.ts';

/** Asks the seller how an order stands, and takes its word; a seller without such words is asked for the balance. */
export async function fetchOrderStatus(card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  const account = await read(keys.account(card.accountId));
  if (!order || !account || isRetryAfterActive(await read(keys.check(account.id)), Date.now())) return;
  await applyOrderEvents(card, orderId, { kind: 'polled' });
  const look = findProvider(account.seller.providerId)?.orders?.getStatus;
  if (!look) return checkAfterChange(account.id);
  try {
    await recordSellerOrder(
      account,
      order,
      await withAuthorizedClient(account, (client) => look(client, account.seller, orderId)),
    );
  } catch (error) {
    if (errorCode(error) === 'UNKNOWN_TRANSACTION')
      await applyOrderEvents(card, orderId, { kind: 'unknown-to-seller' });
    else await recordRetryAfter(account.id, toFailure(error, Date.now(), navigator.onLine));
  }
  const after = await findOrder(card, orderId);
  if (after && (needsBalanceProof(after) || (isCredited(after) && after.state !== order.state)))
    await checkAfterChange(account.id);
}

/** The person puts an order away. Where the seller has no words for orders, theirs is that they did not pay. */
export async function dismissOrder(card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  const account = await read(keys.account(card.accountId));
  const isTheirs = account?.seller.meteredBy === 'user' && order !== null && isAwaitingPayment(order);
  await applyOrderEvents(card, orderId, ...(isTheirs ? [{ kind: 'not-paid' } as const] : []), { kind: 'dismissed' });
}

/** The seller's word: by our clock, and without addresses on origins it never listed. */
export async function recordSellerOrder(account: Account, order: Order, purchase: SellerOrder): Promise<void> {
  const skewMs = (await read(keys.snapshot(account.id)))?.skewMs ?? 0;
  const ours = (at: number | null) => at && at - skewMs;
  const listed = (url: string | null) => (url !== null && isAllowedCheckoutPage(account, url) ? url : null);
  const word = {
    ...purchase,
    expiresAt: ours(purchase.expiresAt),
    paidAt: ours(purchase.paidAt),
    startsAt: ours(purchase.startsAt),
    checkoutUrl: listed(purchase.checkoutUrl),
    receiptUrl: listed(purchase.receiptUrl),
  };
  const isUnlisted = purchase.checkoutUrl !== null && word.checkoutUrl === null;
  const trouble: OrderEvent[] = isUnlisted ? [{ kind: 'problem', problem: { kind: 'not-listed' } }] : [];
  await applyOrderEvents(order.card, order.id, { kind: 'seller-order', order: word }, ...trouble);
}

export function isAllowedCheckoutPage({ seller }: Account, url: string): boolean {
  return isAllowedCheckoutUrl(url, seller.checkoutOrigins);
}

/** A Retry-After holds for the account, whichever request it answered. */
export async function recordRetryAfter(accountId: string, failure: Failure): Promise<void> {
  if (retryAfterOf(failure) !== null) await saveFailure(accountId, failure);
}
