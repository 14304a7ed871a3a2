import type { Page } from '@playwright/test';
import { openGigabar } from '../gigabar.ts';
import type { Opened, Shown, Started } from './opened-page.ts';
import { hotspots } from './start-hotspot.ts';

/** The two hotspots are allowed without the browser's prompt, which no test can press. */
const grant = { origins: Object.values(hotspots).map(({ url }) => `${url}/*`), api: [] };

/** Chromium starts fast, and takes an extension only then: one for each time it is installed. */
export async function startChromium(): Promise<Started> {
  return { install, close: async () => undefined };
}

async function install(): Promise<Opened> {
  const gigabar = await openGigabar({ grant });
  return {
    open: async (page) => shown(await gigabar.open(page)),
    visit: async (url) => {
      const tab = await gigabar.context.newPage();
      await tab.goto(url);
      return shown(tab);
    },
    badge: gigabar.badge,
    wake: gigabar.wake,
    uninstall: gigabar.close,
  };
}

function shown(page: Page): Shown {
  return {
    press: (selector) => page.locator(selector).click(),
    text: async (selector) => (await page.locator(selector).allTextContents()).join(' '),
    fetchSilently: (from) =>
      page.evaluate(async (path) => void (await fetch(path, { referrerPolicy: 'no-referrer' })), from),
    close: () => page.close(),
  };
}
