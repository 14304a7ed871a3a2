import { test as base } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { startSeller } from '../../../sandbox/seller.ts';
import type { Seller } from '../../../sandbox/types.ts';
import { expect } from '../expect.ts';
import { phones } from '../user.ts';
import { addressOf, installIn, launchFirefox, waitForPage } from './firefox.ts';

export { expect } from '../expect.ts';

/* The browser's API, as seen from the extension's pages. */
declare const browser: {
  action: { getBadgeText: (o: object) => Promise<string>; openPopup: () => Promise<void> };
  extension: { getViews: (o: { type: 'popup' }) => Window[] };
  runtime: { sendMessage: (message: object) => Promise<unknown> };
  storage: { local: { get: (n: null) => Promise<Record<string, unknown>> } };
  tabs: { create: (o: { url: string; windowId?: number }) => Promise<unknown> };
  windows: {
    getAll: (o: object) => Promise<{ incognito: boolean; tabs?: unknown[] }[]>;
    create: (o: object) => Promise<{ id: number }>;
  };
};

const byTestId = (testId: string) => `[data-testid="${testId}"]`;

/** The extension in a Firefox of its own, allowed in private windows. */
async function openGigabar(prefs: Record<string, unknown>) {
  const firefox = await launchFirefox(prefs);
  await installIn(firefox, true);
  const probe = await openProbe(firefox);
  let opened = 0;

  /** Opens a page of the extension, in the window if one is given. */
  const open = async (page: string, windowId?: number): Promise<Page> => {
    opened += 1;
    const url = addressOf(`${page}#${opened}`);
    await probe.evaluate((o) => void browser.tabs.create(o), windowId === undefined ? { url } : { url, windowId });
    return waitForPage(firefox, url);
  };

  return {
    firefox,
    probe,
    open,
    waitForPage: (address: string) => waitForPage(firefox, address),
    close: () => firefox.close(),
    badge: () => probe.evaluate(() => browser.action.getBadgeText({})),
    stored: () => probe.evaluate(() => browser.storage.local.get(null)),
    /** All windows, oldest first. */
    windows: () =>
      probe.evaluate(async () => {
        const all = await browser.windows.getAll({ populate: true });
        return all.map(({ incognito, tabs }) => ({ isPrivate: incognito, tabs: tabs?.length }));
      }),
    openPrivateWindow: () => probe.evaluate(async () => (await browser.windows.create({ incognito: true })).id),

    /** Waits until the background has answered, and with that done what it has begun. */
    waitForBackground: () =>
      probe.evaluate(async () => void (await browser.runtime.sendMessage({ type: 'pageOpened', payload: {} }))),

    /** Opens a page of the web in the window. */
    visit: async (url: string, windowId: number): Promise<Page> => {
      await probe.evaluate((o) => void browser.tabs.create(o), { url, windowId });
      return waitForPage(firefox, url);
    },

    /** Signs in to the seller's second account, which has one card. */
    connect: async ({ url }: Pick<Seller, 'url'>): Promise<void> => {
      const connect = await open('connect.html');
      await connect.locator(byTestId('seller-address')).fill(url);
      await expect.poll(() => text(connect, 'will-ask')).toMatch(/may read/);
      await press(connect, 'connect');
      const window = await waitForPage(firefox, `${url}/oauth/authorize`);
      await window.locator(byTestId('phone')).fill(phones.nordic);
      await press(window, 'send-code');
      await expect.poll(() => text(window, 'code-shown')).toMatch(/\d{6}/);
      await window.locator(byTestId('code')).fill((await text(window, 'code-shown')).match(/\d{6}/)?.[0] ?? '');
      await press(window, 'sign-in');
      await expect.poll(() => text(connect, 'connect-status')).toMatch(/left/);
    },

    /** The real toolbar popup: the text of its elements, and presses on them. */
    toolbarPopup: async () => {
      await probe.evaluate(() => browser.action.openPopup());
      const textOf = (selector: string) =>
        probe.evaluate((wanted) => {
          const [popup] = browser.extension.getViews({ type: 'popup' });
          return popup?.document.querySelector(wanted)?.textContent ?? '';
        }, selector);
      return {
        text: (testId: string) => textOf(byTestId(testId)),
        press: (testId: string) =>
          probe.evaluate((wanted) => {
            const [popup] = browser.extension.getViews({ type: 'popup' });
            popup?.document.querySelector<HTMLElement>(wanted)?.click();
          }, byTestId(testId)),
      };
    },
  };
}

/**
 * A page of the extension without any of its code, from which the browser's APIs are called. Allowed in private windows
 * the extension has been loaded anew, so that no page of it has opened by itself.
 */
async function openProbe(firefox: Browser): Promise<Page> {
  const address = addressOf('manifest.json');
  const tab = await firefox.newPage();
  // Firefox never completes a navigation to a page of an extension.
  tab.goto(address).catch(() => undefined);
  return waitForPage(firefox, address);
}

export const press = (page: Page, testId: string) => page.locator(byTestId(testId)).click();

/** The text of all matching elements; empty if there are none. */
export const text = (page: Page, testId: string) =>
  page.$$eval(byTestId(testId), (elements) => elements.map(({ textContent }) => textContent ?? '').join(' '));

type Fixtures = { prefs: Record<string, unknown>; seller: Seller; gigabar: Awaited<ReturnType<typeof openGigabar>> };

/** Each test has its own seller, and its own Firefox with the given preferences. */
export const test = base.extend<Fixtures>({
  prefs: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  seller: async ({}, use) => {
    const seller = await startSeller({ creditDelayMs: 0 });
    await use(seller);
    await seller.close();
  },
  gigabar: async ({ prefs }, use) => {
    const gigabar = await openGigabar(prefs);
    await use(gigabar);
    await gigabar.close();
  },
});
