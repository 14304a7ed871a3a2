import { amountText, moneyText } from '../../utils/browser/i18n.ts';
import type { Seller, UsualPurchase } from '../../utils/core/accounts/account.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { type ByteUnit, toBytes } from '../../utils/core/values/bytes.ts';
import { hostOf } from '../../utils/core/values/urls.ts';

/** "Big · 10 GB"; '' where neither was entered. */
export function usualPlanText({ planName, amount }: UsualPurchase, byteUnit: ByteUnit): string {
  return joined([planName, amount && amountText(toBytes(amount, byteUnit), byteUnit)]);
}

export function usualPurchaseText(usual: UsualPurchase, byteUnit: ByteUnit): string {
  return joined([usualPlanText(usual, byteUnit), usual.cost && moneyText(usual.cost)]);
}

/**
 * What the user had said they usually buy, as an order at a page has it; null: nothing, or the order is none at a page.
 */
export function enteredPurchaseText(order: Order, seller: Seller): string | null {
  if (seller.page === null) return null;
  return joined([enteredPlanText(order, seller), order.cost && moneyText(order.cost)]) || null;
}

/** Without a name the order is called by its amount, or by the host of the page. */
export function enteredPlanText({ planId, planName, quotaBytes }: Order, { byteUnit }: Seller): string {
  const amount = quotaBytes === null ? null : amountText(quotaBytes, byteUnit);
  return joined([planName === hostOf(planId) ? null : planName, planName === amount ? null : amount]);
}

function joined(texts: readonly (string | null)[]): string {
  return texts.filter(Boolean).join(' · ');
}
