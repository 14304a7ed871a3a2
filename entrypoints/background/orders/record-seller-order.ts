import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { allowedCheckoutHref } from '../../../utils/core/accounts/origins.ts';
import type { Order } from '../../../utils/core/orders/order.ts';
import { isAbout } from '../../../utils/core/orders/order-terms.ts';
import type { OrderEvent } from '../../../utils/core/orders/order-transitions.ts';
import type { SellerOrder } from '../../../utils/core/orders/seller-order.ts';
import { read } from '../state/state-store.ts';
import { applyOrderEvents } from './order-store.ts';

/**
 * Records what the seller reports of an order: its times by our clock, no address outside the allowed origins. False: the
 * report is about another order or card, so it is no answer to what was asked, and nothing was recorded.
 */
export async function recordSellerOrder(
  { id, seller }: Account,
  order: Order,
  reported: SellerOrder,
): Promise<boolean> {
  if (!isAbout(order, reported)) return false;
  const skewMs = (await read(keys.snapshot(id)))?.skewMs ?? 0;
  const toOurTime = (at: number | null) => at && at - skewMs;
  const allowed = (url: string | null) => (url === null ? null : allowedCheckoutHref(url, seller.checkoutOrigins));
  const checked = {
    ...reported,
    expiresAt: toOurTime(reported.expiresAt),
    paidAt: toOurTime(reported.paidAt),
    startsAt: toOurTime(reported.startsAt),
    checkoutUrl: allowed(reported.checkoutUrl),
    receiptUrl: allowed(reported.receiptUrl),
  };
  const isNotListed = reported.checkoutUrl !== null && checked.checkoutUrl === null;
  const problems: OrderEvent[] = isNotListed ? [{ kind: 'problem', problem: { kind: 'not-listed' } }] : [];
  await applyOrderEvents(order.card, order.id, { kind: 'seller-order', order: checked }, ...problems);
  return true;
}
