import { test as base } from '@playwright/test';
import { startSeller } from '../../sandbox/seller.ts';
import { closePorts, kept, openPorts, type Ports } from '../../sandbox/seller-ports.ts';
import type { Seller, SellerOptions } from '../../sandbox/types.ts';
import { type ConnectedBrowser, openConnectedBrowser } from './connected-browser.ts';
import { type Gigabar, openGigabar } from './gigabar.ts';

export type { Seller } from '../../sandbox/types.ts';
export * from './alerts.ts';
export { expect } from './expect.ts';
export * from './gigabar.ts';
export * from './orders.ts';
export * from './past-usage.ts';
export * from './user.ts';

type Fixtures = { sellerOptions: SellerOptions; seller: Seller; gigabar: Gigabar; connected: Gigabar };
type WorkerFixtures = { ports: Ports; connectedBrowser: ConnectedBrowser };

/**
 * Each test has a seller of its own, and `gigabar` a browser of its own. `connected`: signed in to the seeded Axis
 * account, Europe pinned; its browser is the worker's, set back between tests, and closed with the worker after a
 * failed one.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  ports: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const ports = await openPorts();
      await use(ports);
      await closePorts(ports);
    },
    { scope: 'worker' },
  ],
  connectedBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const browser = await openConnectedBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  sellerOptions: [{ creditDelayMs: 0 }, { option: true }],
  seller: async ({ sellerOptions, ports }, use) => {
    const seller = await startSeller(sellerOptions, kept(ports));
    await use(seller);
    await seller.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  gigabar: async ({}, use) => {
    const gigabar = await openGigabar();
    await use(gigabar);
    await gigabar.close();
  },
  connected: async ({ connectedBrowser, seller, sellerOptions }, use) => {
    const { creditDelayMs, ...others } = sellerOptions;
    await use(await connectedBrowser.begin(seller, JSON.stringify(others)));
    await connectedBrowser.end();
  },
});
