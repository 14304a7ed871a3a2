import { test as base } from '@playwright/test';
import type { Website, WebsiteOptions } from '../../../sandbox/websites/types.ts';
import { startWebsite } from '../../../sandbox/websites/website.ts';
import { type BrowserOptions, loopbackGrant } from '../chromium.ts';
import { expect } from '../expect.ts';
import { type Gigabar, openGigabar } from '../gigabar.ts';
import { grantedOrigins } from './site-access.ts';

export { expect } from '../expect.ts';
export type { Gigabar } from '../gigabar.ts';
export { pressIcon } from '../toolbar-popup.ts';
export * from './own-readings.ts';
export * from './page-steps.ts';
export * from './picker.ts';
export * from './site-access.ts';

type Fixtures = {
  siteOptions: WebsiteOptions;
  site: Website;
  grant: NonNullable<BrowserOptions['grant']>;
  gigabar: Gigabar;
};

/** Needed for a press on the toolbar button. */
const args = ['--enable-unsafe-extension-debugging'];

/** Each test has its own website of a seller, and a new browser in which no site is allowed yet. */
export const test = base.extend<Fixtures>({
  siteOptions: [{ kind: 'rendered' }, { option: true }],
  site: async ({ siteOptions }, use) => {
    const site = await startWebsite(siteOptions);
    await use(site);
    await site.close();
  },
  grant: [loopbackGrant, { option: true }],
  gigabar: async ({ grant }, use) => {
    const gigabar = await openGigabar({ grant, args });
    expect(await grantedOrigins(gigabar)).toEqual([]);
    await use(gigabar);
    await gigabar.close();
  },
});
