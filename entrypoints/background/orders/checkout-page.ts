import { keys } from '../../../utils/browser/storage-keys.ts';
import { checkoutPageVerdict, type PageVerdict } from '../../../utils/core/accounts/origins.ts';
import type { CheckoutProblem } from '../../../utils/core/orders/order.ts';
import type { OrderEvent } from '../../../utils/core/orders/order-transitions.ts';
import { refreshDiscovery } from '../accounts/refresh-discovery.ts';
import { read } from '../state/state-store.ts';

/**
 * Judges a checkout page by what the seller has listed. Before one is refused the seller's document is read again;
 * `wasJudged`: that was done for this page.
 */
export async function judgeCheckoutPage(accountId: string, url: string, wasJudged: boolean): Promise<PageVerdict> {
  const account = await read(keys.account(accountId));
  if (!account) return { kind: 'not-listed', href: null };
  const verdict = checkoutPageVerdict(url, account);
  if (verdict.kind !== 'not-listed' || verdict.href === null || wasJudged) return verdict;
  return checkoutPageVerdict(url, (await refreshDiscovery(accountId)) ?? account);
}

/** What is recorded of a page that may not be opened; null: it may. */
export function heldPageEvent(verdict: PageVerdict): OrderEvent | null {
  if (verdict.kind === 'allowed') return null;
  const problem: CheckoutProblem =
    verdict.kind === 'new-origin' ? { kind: 'new-origin', origin: verdict.origin } : { kind: 'not-listed' };
  return { kind: 'page-held', url: verdict.href, problem };
}
