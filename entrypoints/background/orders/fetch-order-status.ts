import { keys } from '../../../utils/browser/storage-keys.ts';
import { isCredited, needsBalanceProof, type Order } from '../../../utils/core/orders/order.ts';
import { isUnconfirmed } from '../../../utils/core/orders/order-terms.ts';
import { isRetryAfterActive } from '../../../utils/core/polling/check-schedule.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { errorCode } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { withAuthorizedClient } from '../accounts/authorized-client.ts';
import { checkAfterChange } from '../polling/check-account.ts';
import { saveRetryAfter } from '../polling/save-check-result.ts';
import { read } from '../state/state-store.ts';
import { applyOrderEvents } from './order-store.ts';
import { recordSellerOrder } from './record-seller-order.ts';
import { findOrder } from './stored-orders.ts';

/** Asks the seller for the status of an order and records it; a seller that reports none is asked for the balance. */
export async function fetchOrderStatus(card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  const account = await read(keys.account(card.accountId));
  if (!order || !account || isRetryAfterActive(await read(keys.check(account.id)), Date.now())) return;
  await applyOrderEvents(card, orderId, { kind: 'polled' });
  const getStatus = (await findProvider(account.seller.providerId))?.orders?.getStatus;
  if (!getStatus) return checkAfterChange(account.id);
  try {
    const reported = await withAuthorizedClient(account, (client) => getStatus(client, account.seller, orderId));
    const isRecorded = await recordSellerOrder(account, order, reported);
    if (!isRecorded && isUnconfirmed(order)) await applyOrderEvents(card, orderId, { kind: 'unknown-to-seller' });
  } catch (error) {
    if (errorCode(error) === 'UNKNOWN_TRANSACTION')
      await applyOrderEvents(card, orderId, { kind: 'unknown-to-seller' });
    else await saveRetryAfter(account.id, toFailure(error, Date.now(), navigator.onLine));
  }
  const after = await findOrder(card, orderId);
  if (after && mayHaveChangedBalance(order, after)) await checkAfterChange(account.id);
}

function mayHaveChangedBalance(before: Order, after: Order): boolean {
  return needsBalanceProof(after) || (isCredited(after) && after.state !== before.state);
}
