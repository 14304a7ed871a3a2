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
 * No other origin is opened to pay. What is usually bought is of the old page's origin: it goes where the new page has
 * another, or there is none. Null: it is no page, or not a safe address.
 */
export function withTopUpPage(seller: Seller, url: string | null): Seller | null {
  const { page } = seller;
  const topUpUrl = url && safeHref(url);
  if (!page || (url !== null && topUpUrl === null)) return null;
  const origin = originOf(topUpUrl);
  const usualPurchase = origin === originOf(page.topUpUrl) ? page.usualPurchase : null;
  const checkoutOrigins = origin === null ? [] : [origin];
  return { ...seller, checkoutOrigins, page: { ...page, topUpUrl, usualPurchase } };
}

function originOf(url: string | null): string | null {
  return url === null ? null : new URL(url).origin;
}
