import type { Page, Route } from '@playwright/test';
import type { Seller, Transaction } from '../../sandbox/types.ts';
import { expect } from './expect.ts';
import type { Gigabar } from './gigabar.ts';

/* Helpers for tests of orders. */

/** Clicks the renew button; returns the popup and the checkout page that opens. */
export async function renew(gigabar: Gigabar, plan = 'Europe 3 GB'): Promise<{ popup: Page; checkout: Page }> {
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('renew')).toContainText(plan);
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByTestId('renew').click();
  return { popup, checkout: await opened };
}

export function newestTransaction(seller: Seller): Transaction {
  const [transaction] = seller.transactions();
  if (!transaction) throw new Error('The seller has no purchase');
  return transaction;
}

/** The stored orders of a card, newest first. */
export async function savedOrders(gigabar: Gigabar, cardKey = 'c_europe'): Promise<Record<string, unknown>[]> {
  const entries = Object.entries(await gigabar.stored());
  const name = entries.find(([key]) => key.startsWith('orders:') && key.endsWith(`/${cardKey}`));
  return (name?.[1] ?? []) as Record<string, unknown>[];
}

export function checkoutPages(gigabar: Gigabar, seller: Seller): Page[] {
  return gigabar.context.pages().filter((page) => page.url().startsWith(`${seller.payUrl}/s/`));
}

/** The kinds of the visible notifications about orders: `arrived`, `late`, `failed` … */
export async function orderNotifications(gigabar: Gigabar): Promise<string[]> {
  const orders = (await gigabar.notifications()).filter((id) => id.startsWith('order:'));
  return orders.map((id) => id.split(':')[3] ?? '');
}

/**
 * Blocks the next request to an address: before it reaches the seller, or its response. `blocked` resolves once it is
 * blocked; it stays so, so the worker that waits for it has to be ended. Later requests pass.
 */
export async function blockNextRequest(
  gigabar: Gigabar,
  address: string,
  where: 'on its way' | 'on its way back',
): Promise<{ blocked: Promise<void> }> {
  let isBlocked = false;
  const { promise: blocked, resolve: resolveBlocked } = Promise.withResolvers<void>();
  await gigabar.context.route(address, async (route: Route) => {
    if (isBlocked) return route.continue();
    isBlocked = true;
    if (where === 'on its way back') await route.fetch();
    return resolveBlocked();
  });
  return { blocked };
}

/** Opens a page of the extension with its clock shifted. */
export async function openAtLaterTime(gigabar: Gigabar, page: string, byMs: number): Promise<Page> {
  const tab = await gigabar.context.newPage();
  await tab.addInitScript((shift) => {
    const { now } = Date;
    Date.now = () => now() + shift;
  }, byMs);
  await tab.goto(`chrome-extension://${gigabar.id}/${page}`);
  return tab;
}
