import { keys } from '../../../utils/browser/storage-keys.ts';
import { isAwaitingPayment } from '../../../utils/core/orders/order.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { read } from '../state/state-store.ts';
import { applyOrderEvents } from './order-store.ts';
import { findOrder } from './stored-orders.ts';

/** The user closes an order. Of a manual card they thereby say that they did not pay: the seller reports no status. */
export async function dismissOrder(card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  const account = await read(keys.account(card.accountId));
  const isNotPaid = account?.seller.meteredBy === 'user' && order !== null && isAwaitingPayment(order);
  await applyOrderEvents(card, orderId, ...(isNotPaid ? [{ kind: 'not-paid' } as const] : []), { kind: 'dismissed' });
}
