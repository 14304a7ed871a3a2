import type { Page } from 'puppeteer-core';
import type { UserName, Website, WebsiteOptions } from '../../../sandbox/websites/types.ts';
import { startWebsite } from '../../../sandbox/websites/website.ts';
import { expect } from '../expect.ts';
import { answerPermission, clickIcon } from '../firefox/browser-window.ts';
import { addressOf } from '../firefox/firefox.ts';
import { test as base, press, text } from '../firefox/firefox-gigabar.ts';

export { expect } from '../expect.ts';
export { answerPermission, endBackground } from '../firefox/browser-window.ts';
export { press, text } from '../firefox/firefox-gigabar.ts';
export { ownRequests } from './own-readings.ts';

/* A seller's page in Firefox, whose own window asks for permissions. */

/* The browser's API, as seen from the extension's pages. */
declare const browser: {
  alarms: { create: (name: string, o: { when: number }) => void };
  extension: { getViews: (o: { type: 'popup' }) => Window[] };
  permissions: {
    getAll: () => Promise<{ origins: string[] }>;
    remove: (some: { origins: string[] }) => Promise<boolean>;
  };
  runtime: { getBackgroundPage: () => Promise<{ Date: DateConstructor }> };
};

type Fixtures = { siteOptions: WebsiteOptions; site: Website };

export const test = base.extend<Fixtures>({
  prefs: {
    'extensions.webextOptionalPermissionPrompts': true,
    // Buttons of a question that has just come do nothing for a while.
    'security.notification_enable_delay': 0,
  },
  siteOptions: [{ kind: 'rendered' }, { option: true }],
  site: async ({ siteOptions }, use) => {
    const site = await startWebsite(siteOptions);
    await use(site);
    await site.close();
  },
});

/** The extension in its Firefox. */
type Gigabar = Parameters<Parameters<typeof test>[2]>[0]['gigabar'];

export const grantedOrigins = ({ probe }: Gigabar) =>
  probe.evaluate(async () => (await browser.permissions.getAll()).origins);

export const revokeSites = ({ probe }: Gigabar) =>
  probe.evaluate(async () => {
    const { origins } = await browser.permissions.getAll();
    await browser.permissions.remove({ origins });
  });

/** Fires the alarm as if it were so much later. An event page that was ended begins anew, at the present. */
export async function letPass({ probe, waitForBackground }: Gigabar, ms: number): Promise<void> {
  // It may be about to set the alarm itself.
  await waitForBackground();
  await probe.evaluate(async (shift) => {
    const { Date: clock } = await browser.runtime.getBackgroundPage();
    const { now } = clock;
    clock.now = () => now() + shift;
    browser.alarms.create('wake', { when: Date.now() });
  }, ms);
}

export async function signInAt(site: Website, gigabar: Gigabar, user: UserName): Promise<Page> {
  const tab = await visit(site, gigabar);
  await fillSignIn(tab, user);
  return tab;
}

/** Opens the account page. */
export async function visit(site: Website, gigabar: Gigabar): Promise<Page> {
  const tab = await gigabar.firefox.newPage();
  await tab.goto(site.accountUrl);
  return tab;
}

async function fillSignIn(tab: Page, user: UserName): Promise<void> {
  await tab.locator('[data-testid=user-name]').fill(user);
  await tab.locator('[data-testid=password]').fill('sandbox');
  await Promise.all([tab.waitForNavigation(), press(tab, 'sign-in')]);
}

/** Clicks the icon over the tab, and then what the popup offers, one after the other. */
export async function pressInPopup(gigabar: Gigabar, tab: Page, testIds: string[]): Promise<void> {
  await tab.bringToFront();
  await clickIcon(gigabar.firefox);
  const pressIfThere = (testId: string) =>
    gigabar.probe.evaluate((wanted) => {
      const [popup] = browser.extension.getViews({ type: 'popup' });
      const button = popup?.document.querySelector<HTMLElement>(`[data-testid="${wanted}"]`);
      button?.click();
      return !!button;
    }, testId);
  for (const testId of testIds) await expect.poll(() => pressIfThere(testId)).toBe(true);
  await expect.poll(() => tab.$$eval('html > div[popover=manual]', ({ length }) => length)).toBe(1);
}

/** Clicks the first place of the text on the page; returns the tab of Gigabar's that opens. */
export async function pickNumber(gigabar: Gigabar, tab: Page, number: string): Promise<Page> {
  const place = await tab.evaluate((wanted) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode } = texts;
      if (!currentNode.nodeValue?.includes(wanted)) continue;
      const range = document.createRange();
      range.selectNodeContents(currentNode);
      const { x, y, height } = range.getBoundingClientRect();
      return { x: x + 10, y: y + height / 2 };
    }
    return null;
  }, number);
  if (!place) throw new Error(`“${number}” is not to be seen`);
  await tab.mouse.click(place.x, place.y);
  return gigabar.waitForPage(addressOf('connect.html?page='));
}

/** "Keep it up to date", and the answer to what Firefox asks then. */
export async function keepUpToDate(gigabar: Gigabar, setup: Page, isAllowed: boolean): Promise<void> {
  await press(setup, 'page-keep');
  await answerPermission(gigabar.firefox, isAllowed);
  const shown = isAllowed ? 'reading-way' : 'page-notice';
  await expect.poll(() => text(setup, shown)).not.toBe('');
}
