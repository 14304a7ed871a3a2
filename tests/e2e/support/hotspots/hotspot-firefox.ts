import path from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../tools/find-browser.ts';
import { expect } from '../expect.ts';
import type { Opened, Shown, Started } from './opened-page.ts';

/* What the tests need of the browser's side of the extension; run in its pages. */
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
  // A press on a button that asks for permission grants it: no test can press the browser's own prompt.
  'extensions.webextOptionalPermissionPrompts': false,
};

/** One Firefox, as its start takes seconds. Uninstalled, the extension loses what it saved and was allowed. */
export async function startFirefox(): Promise<Started> {
  const firefox = await launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    // Else it keeps its hands off extensions' pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: prefs,
  });
  return { install: () => install(firefox), close: () => firefox.close() };
}

async function install(firefox: Browser): Promise<Opened> {
  const id = await firefox.installExtension(extensionDir);
  // The page that opens by itself; the others are opened from it: told to go to one of them, Firefox never answers.
  const first = await pageAt(firefox, 'connect.html');
  let pages = 0;
  return {
    open: async (name) => {
      pages += 1;
      const address = `${name}#${pages}`;
      await first.evaluate((to) => void browser.tabs.create({ url: browser.runtime.getURL(to) }), address);
      return shown(await pageAt(firefox, address));
    },
    visit: async (url) => {
      const tab = await firefox.newPage();
      await tab.goto(url);
      return shown(tab);
    },
    badge: () => first.evaluate(() => browser.action.getBadgeText({})),
    wake: () => first.evaluate(() => browser.alarms.create('wake', { when: Date.now() })),
    uninstall: async () => {
      await firefox.uninstallExtension(id);
      await firefox.deleteCookie(...(await firefox.cookies()));
    },
  };
}

/** By what the page itself says: of an extension's pages the browser tells no address. */
async function pageAt(firefox: Browser, address: string): Promise<Page> {
  const found: Page[] = [];
  const look = async () => {
    for (const page of await firefox.pages()) {
      const href = await page.evaluate(() => location.href).catch(() => '');
      if (href === `moz-extension://${host}/${address}`) found.push(page);
    }
    return found.length;
  };
  await expect.poll(look).toBeGreaterThan(0);
  return found[0] as Page;
}

function shown(page: Page): Shown {
  return {
    press: (selector) => page.locator(selector).click(),
    text: (selector) =>
      page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent ?? '').join(' ')),
    fetchSilently: (from) =>
      page.evaluate(async (path) => void (await fetch(path, { referrerPolicy: 'no-referrer' })), from),
    close: () => page.close(),
  };
}
