import path from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../tools/find-browser.ts';
import { expect } from '../expect.ts';
import type { InstalledExtension, OpenedPage, StartedBrowser } from './browser-types.ts';

/* The browser's API, as seen from the extension's pages. */
declare const browser: {
  action: { getBadgeText: (o: object) => Promise<string> };
  alarms: { create: (name: string, o: { when: number }) => void };
  tabs: { create: (o: { url: string }) => Promise<unknown> };
  runtime: { getURL: (path: string) => string };
};

const extensionDir = path.resolve('.output/firefox-mv3');
const gecko = 'gigabar@gigabar.app';
const host = '11111111-2222-3333-4444-555555555555';

const prefs = {
  'extensions.webextensions.uuids': JSON.stringify({ [gecko]: host }),
  'extensions.webextensions.keepUuidOnUninstall': true,
  // Grants requested permissions without a prompt, which tests cannot operate.
  'extensions.webextOptionalPermissionPrompts': false,
};

/**
 * One Firefox for all tests, as its start takes seconds. Uninstalling deletes the extension's storage and permissions.
 */
export async function startFirefox(): Promise<StartedBrowser> {
  const firefox = await launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    // Without it, extension pages cannot be automated.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: prefs,
  });
  return { install: () => install(firefox), close: () => firefox.close() };
}

async function install(firefox: Browser): Promise<InstalledExtension> {
  const id = await firefox.installExtension(extensionDir);
  // The page that opens by itself. It opens the others, as Firefox never completes a navigation to an extension page.
  const first = await waitForPage(firefox, 'connect.html');
  const opened = [first];
  return {
    open: async (name) => {
      const address = `${name}#${opened.length}`;
      await first.evaluate((to) => void browser.tabs.create({ url: browser.runtime.getURL(to) }), address);
      const page = await waitForPage(firefox, address);
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

/** Finds it by the page's own `location`, as Firefox reports no address for extension pages. */
async function waitForPage(firefox: Browser, address: string): Promise<Page> {
  const found = new Map<string, Page>();
  const add = async (page: Page) => found.set(await page.evaluate(() => location.href).catch(String), page);
  const findPages = async () => {
    // Not awaited: a page that is just being closed or loaded may never answer, and is asked again by the next poll.
    for (const page of await firefox.pages()) void add(page);
    return [...found.keys()];
  };
  const url = `moz-extension://${host}/${address}`;
  // A failure names the pages there are.
  await expect.poll(findPages).toContain(url);
  return found.get(url) as Page;
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
