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

/** No other origin is opened to pay. Null: it is no page, or not a safe address. */
export function withTopUpPage(seller: Seller, url: string | null): Seller | null {
  const topUpUrl = url && safeHref(url);
  if (!seller.page || (url !== null && topUpUrl === null)) return null;
  const checkoutOrigins = topUpUrl === null ? [] : [new URL(topUpUrl).origin];
  return { ...seller, checkoutOrigins, page: { ...seller.page, topUpUrl } };
}
