import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { isListed } from '../../../utils/core/accounts/origins.ts';
import { isArrived, isUnpaid, lacksProof, type Order } from '../../../utils/core/orders/order.ts';
import type { OrderEvent } from '../../../utils/core/orders/order-transitions.ts';
import type { Purchase } from '../../../utils/core/orders/seller-order.ts';
import { isHeld } from '../../../utils/core/polling/check-schedule.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { type Failure, holdOf } from '../../../utils/core/values/failure.ts';
import { causeOf } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { providerOf } from '../../../utils/providers/registry.ts';
import { asAccount } from '../accounts/authorized-client.ts';
import { checkAnew, noteFailure } from '../polling/refresh-account.ts';
import { read } from '../state/store.ts';
import { findOrder, noteEvent } from './order-store.ts';

/** Asks the seller how an order stands, and takes its word; a seller without such words is asked for the balance. */
export async function lookAtOrder(card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  const account = await read(keys.account(card.accountId));
  if (!order || !account || isHeld(await read(keys.check(account.id)), Date.now())) return;
  await noteEvent(card, orderId, { kind: 'looked' });
  const look = providerOf(account.seller.providerId)?.orders?.look;
  if (!look) return checkAnew(account.id);
  try {
    await noteWord(account, order, await asAccount(account, (client) => look(client, account.seller, orderId)));
  } catch (error) {
    if (causeOf(error) === 'UNKNOWN_TRANSACTION') await noteEvent(card, orderId, { kind: 'not-known' });
    else await noteHold(account.id, toFailure(error, Date.now(), navigator.onLine));
  }
  const after = await findOrder(card, orderId);
  if (after && (lacksProof(after) || (isArrived(after) && after.state !== order.state))) await checkAnew(account.id);
}

/** The person puts an order away. Where the seller has no words for orders, theirs is that they did not pay. */
export async function putAway(card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  const account = await read(keys.account(card.accountId));
  const isTheirs = account?.seller.countedBy === 'person' && order !== null && isUnpaid(order);
  await noteEvent(card, orderId, ...(isTheirs ? [{ kind: 'not-paid' } as const] : []), { kind: 'dismissed' });
}

/** The seller's word: by our clock, and without addresses on origins it never listed. */
export async function noteWord(account: Account, order: Order, purchase: Purchase): Promise<void> {
  const skewMs = (await read(keys.reading(account.id)))?.skewMs ?? 0;
  const ours = (at: number | null) => at && at - skewMs;
  const listed = (url: string | null) => (url !== null && isPayPage(account, url) ? url : null);
  const word = {
    ...purchase,
    expiresAt: ours(purchase.expiresAt),
    paidAt: ours(purchase.paidAt),
    startsAt: ours(purchase.startsAt),
    checkoutUrl: listed(purchase.checkoutUrl),
    receiptUrl: listed(purchase.receiptUrl),
  };
  const isUnlisted = purchase.checkoutUrl !== null && word.checkoutUrl === null;
  const trouble: OrderEvent[] = isUnlisted ? [{ kind: 'trouble', trouble: { kind: 'not-listed' } }] : [];
  await noteEvent(order.card, order.id, { kind: 'purchase', purchase: word }, ...trouble);
}

export function isPayPage({ seller }: Account, url: string): boolean {
  return isListed(url, seller.checkoutOrigins);
}

/** A Retry-After holds for the account, whichever request it answered. */
export async function noteHold(accountId: string, failure: Failure): Promise<void> {
  if (holdOf(failure) !== null) await noteFailure(accountId, failure);
}
