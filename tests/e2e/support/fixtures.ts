import { test as base } from '@playwright/test';
import { startSeller } from '../../sandbox/seller.ts';
import type { Seller, SellerOptions } from '../../sandbox/types.ts';
import { type Gigabar, openGigabar } from './gigabar.ts';

export { expect } from '@playwright/test';
export type { Seller } from '../../sandbox/types.ts';
export * from './alerts.ts';
export * from './gigabar.ts';
export * from './orders.ts';
export * from './past-usage.ts';
export * from './user.ts';

type Fixtures = { sellerOptions: SellerOptions; seller: Seller; gigabar: Gigabar; connected: Gigabar };

/** Each test has a seller and a browser of its own. `connected`: signed in to the seeded Axis account, Europe pinned. */
export const test = base.extend<Fixtures>({
  sellerOptions: [{ creditDelayMs: 0 }, { option: true }],
  seller: async ({ sellerOptions }, use) => {
    const seller = await startSeller(sellerOptions);
    await use(seller);
    await seller.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  gigabar: async ({}, use) => {
    const gigabar = await openGigabar();
    await use(gigabar);
    await gigabar.close();
  },
  connected: async ({ gigabar, seller }, use) => {
    const page = await gigabar.connect(seller);
    await page.close();
    await gigabar.pin('Axis Europe');
    await use(gigabar);
  },
});
