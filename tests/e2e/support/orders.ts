import type { Page, Route } from '@playwright/test';
import type { Seller, Transaction } from '../../sandbox/types.ts';
import { expect } from './expect.ts';
import type { Gigabar } from './gigabar.ts';

/* What the tests of orders do and look at. */

/** Presses the large button; the payment page that opens. */
export async function renew(gigabar: Gigabar, plan = 'Europe 3 GB'): Promise<{ popup: Page; checkout: Page }> {
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('renew')).toContainText(plan);
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByTestId('renew').click();
  return { popup, checkout: await opened };
}

/** The seller's newest purchase. */
export function newest(seller: Seller): Transaction {
  const [transaction] = seller.transactions();
  if (!transaction) throw new Error('The seller has no purchase');
  return transaction;
}

/** How the saved orders of a card stand, newest first. */
export async function savedOrders(gigabar: Gigabar, cardKey = 'c_europe'): Promise<Record<string, unknown>[]> {
  const entries = Object.entries(await gigabar.stored());
  const name = entries.find(([key]) => key.startsWith('orders:') && key.endsWith(`/${cardKey}`));
  return (name?.[1] ?? []) as Record<string, unknown>[];
}

export function payPages(gigabar: Gigabar, seller: Seller): Page[] {
  return gigabar.context.pages().filter((page) => page.url().startsWith(`${seller.payUrl}/s/`));
}

/** The notices of orders, by what they tell. */
export async function orderNews(gigabar: Gigabar): Promise<string[]> {
  const orders = (await gigabar.notices()).filter((id) => id.startsWith('order:'));
  return orders.map((id) => id.split(':')[3] ?? '');
}

/**
 * Holds the next request to an address: before it reaches the seller, or its answer on the way back. `held` resolves
 * once it is; the worker that waits for it is to be ended. All later ones go through.
 */
export async function holdNext(
  gigabar: Gigabar,
  address: string,
  where: 'on its way' | 'on its way back',
): Promise<{ held: Promise<void> }> {
  let isHeld = false;
  const { promise: held, resolve: tell } = Promise.withResolvers<void>();
  await gigabar.context.route(address, async (route: Route) => {
    if (isHeld) return route.continue();
    isHeld = true;
    if (where === 'on its way back') await route.fetch();
    return tell();
  });
  return { held };
}

/** A page of the extension as it will look then. */
export async function openLater(gigabar: Gigabar, page: string, byMs: number): Promise<Page> {
  const tab = await gigabar.context.newPage();
  await tab.addInitScript((shift) => {
    const { now } = Date;
    Date.now = () => now() + shift;
  }, byMs);
  await tab.goto(`chrome-extension://${gigabar.id}/${page}`);
  return tab;
}
