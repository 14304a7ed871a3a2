import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { allowedCheckoutHref } from '../../../utils/core/accounts/origins.ts';
import type { Order } from '../../../utils/core/orders/order.ts';
import { isAbout } from '../../../utils/core/orders/order-terms.ts';
import type { SellerOrder } from '../../../utils/core/orders/seller-order.ts';
import { safeHref } from '../../../utils/core/values/urls.ts';
import { read } from '../state/state-store.ts';
import { heldPageEvent, judgeCheckoutPage } from './checkout-page.ts';
import { applyOrderEvents } from './order-store.ts';

/**
 * Records what the seller reports of an order: its times by our clock, no address outside the allowed origins; a
 * checkout page outside them is kept apart. False: the report is about another order or card, so it is no answer to
 * what was asked, and nothing was recorded.
 */
export async function recordSellerOrder(
  { id, seller }: Account,
  order: Order,
  reported: SellerOrder,
): Promise<boolean> {
  if (!isAbout(order, reported)) return false;
  const skewMs = (await read(keys.snapshot(id)))?.skewMs ?? 0;
  const toOurTime = (at: number | null) => at && at - skewMs;
  const { checkoutUrl, receiptUrl } = reported;
  const wasJudged = order.heldCheckoutUrl !== null && isSameOrigin(checkoutUrl, order.heldCheckoutUrl);
  const verdict = checkoutUrl === null ? null : await judgeCheckoutPage(id, checkoutUrl, wasJudged);
  const checked = {
    ...reported,
    expiresAt: toOurTime(reported.expiresAt),
    paidAt: toOurTime(reported.paidAt),
    startsAt: toOurTime(reported.startsAt),
    checkoutUrl: verdict?.kind === 'allowed' ? verdict.href : null,
    receiptUrl: receiptUrl === null ? null : allowedCheckoutHref(receiptUrl, seller.checkoutOrigins),
  };
  const held = verdict && heldPageEvent(verdict);
  await applyOrderEvents(order.card, order.id, { kind: 'seller-order', order: checked }, ...(held ? [held] : []));
  return true;
}

/** A page is judged by its origin alone: one with another address in each answer is not looked up in each. */
function isSameOrigin(url: string | null, heldUrl: string): boolean {
  const href = safeHref(url ?? '');
  return href !== null && new URL(href).origin === new URL(heldUrl).origin;
}
