import type { Messages } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { safeHref } from '../../../utils/core/values/urls.ts';
import { update } from '../state/state-store.ts';
import { schedulePageRead } from './page-schedule.ts';

/** What a page's readings by themselves may take; the next one is planned by that. */
export async function setPageLimits({ accountId, limits }: Messages['setPageLimits']['payload']): Promise<void> {
  await update(keys.pageReads(accountId), (reads) => reads && { ...reads, limits });
  await schedulePageRead(accountId);
}

/** The page where a card is topped up; an address that may not be opened changes nothing. */
export async function setTopUpPage({ accountId, url }: Messages['setTopUpPage']['payload']): Promise<void> {
  await update(keys.account(accountId), (account) => {
    const seller = account && withTopUpPage(account.seller, url);
    return seller ? { ...account, seller } : account;
  });
}

/** What the user usually buys there; null: nothing any more. */
export async function setUsualPurchase({ accountId, usual }: Messages['setUsualPurchase']['payload']): Promise<void> {
  await update(keys.account(accountId), (account) => {
    const page = account?.seller.page;
    return page ? { ...account, seller: { ...account.seller, page: { ...page, usualPurchase: usual } } } : account;
  });
}

/**
 * No other origin is opened to pay; without a page, what is usually bought there goes too. Null: it is no page, or not a
 * safe address.
 */
export function withTopUpPage(seller: Seller, url: string | null): Seller | null {
  const topUpUrl = url && safeHref(url);
  if (!seller.page || (url !== null && topUpUrl === null)) return null;
  const checkoutOrigins = topUpUrl === null ? [] : [new URL(topUpUrl).origin];
  const usualPurchase = topUpUrl === null ? null : seller.page.usualPurchase;
  return { ...seller, checkoutOrigins, page: { ...seller.page, topUpUrl, usualPurchase } };
}
