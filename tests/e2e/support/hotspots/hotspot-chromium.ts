import type { Page } from '@playwright/test';
import { openGigabar } from '../gigabar.ts';
import type { InstalledExtension, OpenedPage, StartedBrowser } from './browser-types.ts';
import { hotspots } from './start-hotspot.ts';

/** Both hotspots are granted without the browser's prompt, which tests cannot operate. */
const grant = { origins: Object.values(hotspots).map(({ url }) => `${url}/*`), api: [] };

/** Chromium loads an extension only at its start, which is fast, so each installation starts a new one. */
export async function startChromium(): Promise<StartedBrowser> {
  return { install, close: async () => undefined };
}

async function install(): Promise<InstalledExtension> {
  const gigabar = await openGigabar({ grant });
  return {
    open: async (page) => toOpenedPage(await gigabar.open(page)),
    visit: async (url) => {
      const tab = await gigabar.context.newPage();
      await tab.goto(url);
      return toOpenedPage(tab);
    },
    badge: gigabar.badge,
    fireAlarm: gigabar.fireAlarm,
    uninstall: gigabar.close,
  };
}

function toOpenedPage(page: Page): OpenedPage {
  return {
    press: (selector) => page.locator(selector).click(),
    text: async (selector) => (await page.locator(selector).allTextContents()).join(' '),
    fetchSilently: (from) =>
      page.evaluate(async (path) => void (await fetch(path, { referrerPolicy: 'no-referrer' })), from),
    close: () => page.close(),
  };
}
