import { test as base } from '@playwright/test';
import { startSeller } from '../../sandbox/seller.ts';
import { closePorts, keepPortsOpen, openPorts, type Ports } from '../../sandbox/seller-ports.ts';
import type { Seller, SellerOptions } from '../../sandbox/types.ts';
import { type Gigabar, openGigabar } from './gigabar.ts';
import { openWorkerBrowser, type WorkerBrowser } from './worker-browser.ts';

export type { Seller } from '../../sandbox/types.ts';
export * from './checks.ts';
export { expect } from './expect.ts';
export * from './gigabar.ts';
export * from './orders.ts';
export * from './past-usage.ts';
export * from './user.ts';

type Fixtures = {
  sellerOptions: SellerOptions;
  seller: Seller;
  gigabar: Gigabar;
  connected: Gigabar;
  installed: Gigabar;
};
type WorkerFixtures = { ports: Ports; workerBrowser: WorkerBrowser };

/**
 * Each test has its own seller. `gigabar`: nothing is stored; `connected`: signed in to the seeded Axis account, Europe
 * pinned. Their browser belongs to the worker, is reset between tests, and is closed with the worker after a failed
 * one. `installed`: a new browser with a new profile.
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
  workerBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const browser = await openWorkerBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  sellerOptions: [{ creditDelayMs: 0 }, { option: true }],
  seller: async ({ sellerOptions, ports }, use) => {
    const seller = await startSeller(sellerOptions, keepPortsOpen(ports));
    await use(seller);
    await seller.close();
  },
  gigabar: async ({ workerBrowser }, use) => {
    await use(await workerBrowser.blank());
    await workerBrowser.end();
  },
  connected: async ({ workerBrowser, seller, sellerOptions }, use) => {
    const { creditDelayMs, ...others } = sellerOptions;
    await use(await workerBrowser.connected(seller, JSON.stringify(others)));
    await workerBrowser.end();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  installed: async ({}, use) => {
    const gigabar = await openGigabar();
    await use(gigabar);
    await gigabar.close();
  },
});
