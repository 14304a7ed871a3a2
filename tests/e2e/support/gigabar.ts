import type { Page } from '@playwright/test';
import { recordOf } from '../../../utils/core/storage/versions.ts';
import type { Seller } from '../../sandbox/types.ts';
import { alarmControls } from './alarm-controls.ts';
import { type BrowserOptions, openBrowser, workerOf } from './chromium.ts';
import { expect } from './expect.ts';
import { notificationControls } from './notification-controls.ts';
import { attachToPopup } from './toolbar-popup.ts';
import { chooseCard, phones, pressConnect, pressPin, signIn } from './user.ts';

/* The browser's API, as seen from the extension's pages. */
declare const chrome: {
  action: {
    getBadgeText: (o: object) => Promise<string>;
    setBadgeText: (o: { text: string }) => Promise<void>;
    getTitle: (o: object) => Promise<string>;
    openPopup: () => Promise<void>;
  };
  storage: { local: { get: (n: null) => Promise<Record<string, unknown>> } };
  runtime: { getContexts: (o: object) => Promise<unknown[]>; sendMessage: (message: object) => Promise<unknown> };
};

/** The extension in its browser. */
export type Gigabar = Awaited<ReturnType<typeof openGigabar>>;

export async function openGigabar(options: BrowserOptions = {}) {
  const browser = await openBrowser(options);
  const { context, id } = browser;
  const url = (page: string) => `chrome-extension://${id}/${page}`;

  const open = async (page: string): Promise<Page> => {
    const tab = await context.newPage();
    await tab.goto(url(page));
    // A tab in the background (the connect page opens by itself) renders once a second, and each click waits for that.
    await tab.bringToFront();
    return tab;
  };

  /** A page of the extension without any of its code, from which the browser's APIs are called. */
  const probe = await open('manifest.json');

  const badge = () => probe.evaluate(() => chrome.action.getBadgeText({}));

  const notifications = notificationControls(context, probe);

  const tooltip = () => probe.evaluate(() => chrome.action.getTitle({}));

  const stored = async () => {
    const written = Object.entries(await probe.evaluate(() => chrome.storage.local.get(null)));
    return Object.fromEntries(written.map(([name, value]) => [name, recordOf(value)]));
  };

  return {
    context,
    id,
    open,
    badge,
    setBadge: (text: string) => probe.evaluate((badgeText) => chrome.action.setBadgeText({ text: badgeText }), text),
    close: browser.close,
    profile: browser.profile,
    probe,
    tooltip,
    stored,
    ...notifications,
    ...alarmControls(probe),

    /** Shifts the worker's clock, until the worker ends. */
    async setClock(byMs: number): Promise<void> {
      const worker = await workerOf(context);
      await worker.evaluate((shift) => {
        const { now } = Date;
        Date.now = () => now() + shift;
      }, byMs);
    },

    /** Ends the worker as the browser does when it is idle. A worker that is just starting is ended once it runs. */
    async killWorker() {
      const session = await context.newCDPSession(probe);
      await session.send('ServiceWorker.enable');
      const stopped = async () => {
        await session.send('ServiceWorker.stopAllWorkers');
        return probe.evaluate(async () => (await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })).length);
      };
      await expect.poll(stopped).toBe(0);
      await session.detach();
    },

    /** The popup's page in a tab. */
    popup: () => open('popup.html'),

    /** Pins a card to the toolbar: chooses it in the popup and pins it in the menu. */
    async pin(card: string): Promise<void> {
      const popup = await open('popup.html');
      await chooseCard(popup, card);
      await pressPin(popup, true);
      await popup.close();
      await expect.poll(tooltip).toContain(card);
    },

    /** Allows notifications on the settings page. Waits for the alert of the last seeded card, which is empty. */
    async allowAlerts(): Promise<void> {
      const settings = await open('options.html');
      await settings.getByTestId('allow-alerts').click();
      await expect(settings.getByTestId('allow-alerts')).toHaveCount(0);
      await settings.close();
      await expect.poll(async () => sentAlertsOf(await stored(), 'c_home')).toContain('0');
    },

    /** Changes some settings, as the settings page does. */
    saveSettings: (changes: Record<string, unknown>) =>
      probe.evaluate(async (changed) => {
        const { settings } = await chrome.storage.local.get(null);
        const all = {
          pollIntervalMinutes: null,
          thresholds: [20, 10, 0],
          badgeNumber: true,
          ...(settings as object),
          ...changed,
        };
        await chrome.runtime.sendMessage({ type: 'saveSettings', payload: { settings: all } });
      }, changes),

    /** Waits until the worker has finished what it has started: a message is answered after everything before it. */
    waitForWorker() {
      return this.saveSettings({});
    },

    /** The real toolbar popup. */
    async toolbarPopup() {
      await probe.evaluate(() => chrome.action.openPopup());
      return attachToPopup(browser.profile, url('popup.html'));
    },

    /** The popup that a click on a notification opens. */
    async popupAfterNotificationClick(notificationId: string) {
      await notifications.clickNotification(notificationId);
      return attachToPopup(browser.profile, url('popup.html'));
    },

    /** Presses Connect on the connect page; returns it and the seller's sign-in window. */
    async signInWindow(seller: Pick<Seller, 'url'>): Promise<{ connect: Page; window: Page }> {
      const connect = await open('connect.html');
      await connect.getByTestId('seller-address').fill(seller.url);
      const opened = context.waitForEvent('page');
      await pressConnect(connect);
      return { connect, window: await opened };
    },

    /** Connects an account on the pages: address, permission, phone number, code. Returns the connect page. */
    async connect(seller: Pick<Seller, 'url'>, phone = phones.axis): Promise<Page> {
      const { connect, window } = await this.signInWindow(seller);
      await signIn(window, phone);
      await expect(connect.getByTestId('connect-status')).toContainText(/left|Connected/);
      return connect;
    },
  };
}

/** The alerts of a card that are recorded as sent. */
function sentAlertsOf(stored: Record<string, unknown>, cardKey: string): string[] {
  const name = Object.keys(stored).find((key) => key.startsWith('alerts:') && key.endsWith(`/${cardKey}`));
  return name === undefined ? [] : (stored[name] as { sent: string[] }).sent;
}
