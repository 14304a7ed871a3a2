import path from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../tools/find-browser.ts';
import { expect } from '../expect.ts';

const extensionDir = path.resolve('.output/firefox-mv3');
export const gecko = 'gigabar@gigabar.app';
const host = '11111111-2222-3333-4444-555555555555';

const defaultPrefs = {
  'extensions.webextensions.uuids': JSON.stringify({ [gecko]: host }),
  'extensions.webextensions.keepUuidOnUninstall': true,
  // Grants requested permissions without a prompt, which tests cannot operate.
  'extensions.webextOptionalPermissionPrompts': false,
};

/** The address of a page of the extension. */
export const addressOf = (page: string) => `moz-extension://${host}/${page}`;

export function launchFirefox(prefs: Record<string, unknown> = {}): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    // Without it, extension pages cannot be automated.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...defaultPrefs, ...prefs },
  });
}

/** Puppeteer has no words for it, but the connection that its own commands go through. */
export type Connected = { connection: { send: (method: string, parameters: object) => Promise<unknown> } };

/** Installs the extension, allowed in private windows or not. Returns its id. */
export async function installIn(firefox: Browser, isAllowedInPrivate = false): Promise<string> {
  if (!isAllowedInPrivate) return firefox.installExtension(extensionDir);
  await (firefox as unknown as Connected).connection.send('webExtension.install', {
    extensionData: { type: 'path', path: extensionDir },
    'moz:allowPrivateBrowsing': true,
  });
  return gecko;
}

/**
 * Waits for a page whose address begins so. Finds it by its own `location`, as Firefox reports no address for extension
 * pages.
 */
export async function waitForPage(firefox: Browser, address: string): Promise<Page> {
  const found = new Map<string, Page>();
  const add = async (page: Page) => found.set(await page.evaluate(() => location.href).catch(String), page);
  const findPages = async () => {
    // Not awaited: a page that is just being closed or loaded may never answer, and is asked again by the next poll.
    for (const page of await firefox.pages()) void add(page);
    return [...found.keys()];
  };
  // A failure names the pages there are.
  await expect.poll(findPages).toContainEqual(expect.stringContaining(address));
  return [...found].find(([url]) => url.startsWith(address))?.[1] as Page;
}
