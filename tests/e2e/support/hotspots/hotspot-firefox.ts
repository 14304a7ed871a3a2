import type { Browser, Page } from 'puppeteer-core';
import { addressOf, installIn, launchFirefox, waitForPage } from '../firefox/firefox.ts';
import type { InstalledExtension, OpenedPage, StartedBrowser } from './browser-types.ts';

/* The browser's API, as seen from the extension's pages. */
declare const browser: {
  action: { getBadgeText: (o: object) => Promise<string> };
  alarms: { create: (name: string, o: { when: number }) => void };
  tabs: { create: (o: { url: string }) => Promise<unknown> };
  runtime: { getURL: (path: string) => string };
};

/**
 * One Firefox for all tests, as its start takes seconds. Uninstalling deletes the extension's storage and permissions.
 */
export async function startFirefox(): Promise<StartedBrowser> {
  const firefox = await launchFirefox();
  return { install: () => install(firefox), close: () => firefox.close() };
}

async function install(firefox: Browser): Promise<InstalledExtension> {
  const id = await installIn(firefox);
  // The page that opens by itself. It opens the others, as Firefox never completes a navigation to an extension page.
  const first = await waitForPage(firefox, addressOf('connect.html'));
  const opened = [first];
  return {
    open: async (name) => {
      const address = `${name}#${opened.length}`;
      await first.evaluate((to) => void browser.tabs.create({ url: browser.runtime.getURL(to) }), address);
      const page = await waitForPage(firefox, addressOf(address));
      opened.push(page);
      return toOpenedPage(page);
    },
    visit: async (url) => {
      const tab = await firefox.newPage();
      await tab.goto(url);
      return toOpenedPage(tab);
    },
    badge: () => first.evaluate(() => browser.action.getBadgeText({})),
    fireAlarm: () => first.evaluate(() => browser.alarms.create('wake', { when: Date.now() })),
    uninstall: async () => {
      // Left to Firefox they would close some time later, and the next installation has pages at the same addresses.
      for (const page of opened) if (!page.isClosed()) await page.close();
      await firefox.uninstallExtension(id);
      await firefox.deleteCookie(...(await firefox.cookies()));
    },
  };
}

function toOpenedPage(page: Page): OpenedPage {
  return {
    press: (selector) => page.locator(selector).click(),
    text: (selector) =>
      page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent ?? '').join(' ')),
    fetchSilently: (from) =>
      page.evaluate(async (path) => void (await fetch(path, { referrerPolicy: 'no-referrer' })), from),
    close: () => page.close(),
  };
}
