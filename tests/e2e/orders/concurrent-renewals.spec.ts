import type { Page } from '@playwright/test';
import { expect, type Gigabar, newest, payPages, type Seller, test } from '../support/fixtures.ts';

/* Story F1: nobody pays twice. */

const rounds = 50;
const often = { intervals: [50] };

/** A second and a third browser window beside the first, each with the popup's page in a tab. */
async function windowWithPopup(gigabar: Gigabar) {
  const opened = gigabar.context.waitForEvent('page');
  await gigabar.probe.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { windows: { create: (o: object) => Promise<unknown> }; runtime: { getURL: (path: string) => string } };
    };
    await chrome.windows.create({ url: chrome.runtime.getURL('popup.html') });
  });
  return opened;
}

/** How many times a checkout page was opened, by the seller's own log. */
function pagesSeen(seller: Seller): number {
  return seller.requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/s/')).length;
}

const stateOn = (page: Page) => page.getByTestId('order').first().getAttribute('data-state', { timeout: 5000 });

/** Ends an order as its seller would, so that the next may begin. */
async function end(gigabar: Gigabar, seller: Seller): Promise<void> {
  seller.cancel(newest(seller).transactionId);
  for (const page of payPages(gigabar, seller)) await page.close();
}

test('four surfaces that press Renew at once, fifty times, make fifty orders and open fifty checkouts', async ({
  connected,
  seller,
}) => {
  test.setTimeout(400_000);
  const tabs = [await connected.popup(), await windowWithPopup(connected), await windowWithPopup(connected)];
  for (let round = 1; round <= rounds; round += 1) {
    const { page: popup, detach } = await connected.toolbarPopup();
    for (const page of [popup, ...tabs]) await expect(page.getByTestId('renew')).toContainText('Renew Europe 3 GB');
    // All at one instant. The real popup closes as soon as a press has opened a tab, so it is the first to be told.
    const press = (button: HTMLElement, at: number) => void setTimeout(() => button.click(), at - Date.now());
    const at = Date.now() + 300;
    await popup.getByTestId('renew').evaluate(press, at);
    await Promise.all(tabs.map((page) => page.getByTestId('renew').evaluate(press, at)));
    await expect.poll(() => pagesSeen(seller), often).toBe(round);
    for (const page of tabs) {
      await expect.poll(() => stateOn(page), often).toBe('awaiting-payment');
      await expect.poll(() => page.getByTestId('renew').getAttribute('aria-busy'), often).toBe('false');
    }
    await detach();
    await end(connected, seller);
    for (const page of tabs) await expect.poll(() => stateOn(page), often).toBe('cancelled');
  }
  const orders = seller.transactions().length;
  expect(seller.count('/v1/checkout')).toBe(rounds);
  const checkouts = pagesSeen(seller);
  console.log(`orders=${orders} checkouts=${checkouts}`);
  expect({ orders, checkouts }).toEqual({ orders: rounds, checkouts: rounds });
});
