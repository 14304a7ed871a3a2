import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Seller } from '../../sandbox/types.ts';
import { type BrowserOptions, openBrowser } from './chromium.ts';
import { expect } from './expect.ts';
import { chooseCard, phones, pressConnect, signIn } from './user.ts';

/* What the tests need of the browser's side of the extension; run in its pages, which see the same APIs. */
declare const chrome: {
  action: {
    getBadgeText: (o: object) => Promise<string>;
    setBadgeText: (o: { text: string }) => Promise<void>;
    getTitle: (o: object) => Promise<string>;
    openPopup: () => Promise<void>;
  };
  alarms: {
    create: (name: string, o: { when: number }) => Promise<void>;
    get: (name: string) => Promise<{ scheduledTime: number } | undefined>;
    onAlarm: { addListener: (heard: () => void) => void; removeListener: (heard: () => void) => void };
  };
  storage: { local: { get: (n: null) => Promise<Record<string, unknown>> } };
  notifications?: {
    getAll: (done: (all: Record<string, unknown>) => void) => void;
    clear: (id: string) => void;
  };
  runtime: { getContexts: (o: object) => Promise<unknown[]>; sendMessage: (message: object) => Promise<unknown> };
};

/** The extension in its browser, by the words of a user: what is on the badge, what the popup says. */
export type Gigabar = Awaited<ReturnType<typeof openGigabar>>;

export async function openGigabar(options: BrowserOptions = {}) {
  const browser = await openBrowser(options);
  const { context, id } = browser;
  const url = (page: string) => `chrome-extension://${id}/${page}`;

  const open = async (page: string): Promise<Page> => {
    const tab = await context.newPage();
    await tab.goto(url(page));
    // A tab behind another (the welcome page opens by itself) draws once a second, and every press waits for that.
    await tab.bringToFront();
    return tab;
  };

  /** A page of the extension that shows nothing of it, to look behind the curtain from. */
  const probe = await open('manifest.json');

  const badge = () => probe.evaluate(() => chrome.action.getBadgeText({}));

  const nextAlarm = async () => (await probe.evaluate(() => chrome.alarms.get('wake')))?.scheduledTime ?? null;

  /** The open popup as a page: only a second connection sees it. */
  const seenPopup = async (): Promise<{ page: Page; detach: () => Promise<void> }> => {
    const portFile = path.join(browser.profile, 'DevToolsActivePort');
    await expect.poll(() => existsSync(portFile)).toBe(true);
    const port = readFileSync(portFile, 'utf8').split('\n')[0];
    const found: { page: Page; browser: Browser }[] = [];
    const look = async () => {
      // By default it would take over downloads, and leave them to nobody.
      const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
      const pages = second.contexts().flatMap((other) => other.pages());
      const page = pages.find((candidate) => candidate.url().startsWith(url('popup.html')));
      if (page) found.push({ page, browser: second });
      else await second.close();
      return found.length;
    };
    await expect.poll(look).toBe(1);
    const [popup] = found;
    if (!popup) throw new Error('The popup did not open');
    return { page: popup.page, detach: () => popup.browser.close() };
  };

  return {
    context,
    id,
    open,
    badge,
    setBadge: (text: string) => probe.evaluate((shown) => chrome.action.setBadgeText({ text: shown }), text),
    close: browser.close,
    profile: browser.profile,
    probe,
    tooltip: () => probe.evaluate(() => chrome.action.getTitle({})),
    stored: () => probe.evaluate(() => chrome.storage.local.get(null)),
    notices: () =>
      probe.evaluate(
        () =>
          new Promise<string[]>((done) =>
            chrome.notifications ? chrome.notifications.getAll((all) => done(Object.keys(all))) : done([]),
          ),
      ),
    nextAlarm,
    /** How far off the alarm is. Between ringing and being set anew there is none: that is no number. */
    untilAlarm: async () => ((await nextAlarm()) ?? Number.NaN) - Date.now(),

    /** Lets the alarm fire now, whatever it was set for; again where the worker, just done, has set it anew meanwhile. */
    wake: () =>
      probe.evaluate(
        () =>
          new Promise<void>((rung) => {
            const ring = () => void chrome.alarms.create('wake', { when: Date.now() });
            const again = setInterval(async () => {
              const set = await chrome.alarms.get('wake');
              if (set && set.scheduledTime > Date.now()) ring();
            }, 1000);
            const heard = () => {
              clearInterval(again);
              chrome.alarms.onAlarm.removeListener(heard);
              rung();
            };
            chrome.alarms.onAlarm.addListener(heard);
            ring();
          }),
      ),

    /** From now on, until the worker ends: title and message of each notice. */
    async hearNotices(): Promise<() => Promise<[string, string][]>> {
      const [worker] = context.serviceWorkers();
      await worker?.evaluate(() => {
        type Create = (id: string, notice: { title: string; message: string }) => Promise<string>;
        const scope = globalThis as unknown as {
          heard: [string, string][];
          browser: { notifications: { create: Create } };
        };
        const { notifications } = scope.browser;
        const create = notifications.create.bind(notifications);
        scope.heard = [];
        notifications.create = (id, notice) => {
          scope.heard.push([notice.title, notice.message]);
          return create(id, notice);
        };
      });
      return async () =>
        (await worker?.evaluate(() => (globalThis as unknown as { heard: [string, string][] }).heard)) ?? [];
    },

    /** Sets the worker's clock on or back, until it ends. */
    async setClock(byMs: number): Promise<void> {
      const [worker] = context.serviceWorkers();
      await worker?.evaluate((shift) => {
        const { now } = Date;
        Date.now = () => now() + shift;
      }, byMs);
    },

    /** Ends the worker as the browser does when it is idle; one that was only just starting is ended once it runs. */
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

    /** Keeps a card on the toolbar, the way a person does: choose it in the popup, press the pin. */
    async pin(card: string): Promise<void> {
      const popup = await open('popup.html');
      await chooseCard(popup, card);
      await popup.getByTestId('pin').click();
      await expect(popup.getByTestId('pin')).toHaveAttribute('aria-pressed', 'true');
      await popup.close();
      await expect.poll(() => probe.evaluate(() => chrome.action.getTitle({}))).toContain(card);
    },

    /** Takes all notices away. */
    async clearNotices(): Promise<void> {
      await probe.evaluate(() =>
        chrome.notifications?.getAll((all) => {
          for (const id of Object.keys(all)) chrome.notifications?.clear(id);
        }),
      );
      await expect.poll(this.notices).toEqual([]);
    },

    /** Allows notifications, from the settings page; until the last of the seeded cards, which is empty, was warned of. */
    async allowAlerts(): Promise<void> {
      const settings = await open('options.html');
      await settings.getByTestId('allow-alerts').click();
      await expect(settings.getByTestId('allow-alerts')).toHaveCount(0);
      await settings.close();
      await expect.poll(async () => saidOf(await this.stored(), 'c_home')).toContain('0');
    },

    /** Changes the settings, as the settings page does. */
    saveSettings: (some: Record<string, unknown>) =>
      probe.evaluate(async (changed) => {
        const { settings } = await chrome.storage.local.get(null);
        const all = {
          pollIntervalMinutes: 15,
          thresholds: [20, 10, 0],
          badgeNumber: true,
          ...(settings as object),
          ...changed,
        };
        await chrome.runtime.sendMessage({ type: 'saveSettings', payload: { settings: all } });
      }, some),

    /** Waits until all the worker has begun is done: a message is answered after everything before it. */
    settled() {
      return this.saveSettings({});
    },

    /** The real toolbar popup. */
    async toolbarPopup() {
      await probe.evaluate(() => chrome.action.openPopup());
      return seenPopup();
    },

    /** The popup that a click on a notice opens. The click is dispatched where Chromium would: in the worker. */
    async afterNoticeClick(noticeId: string) {
      const [worker] = context.serviceWorkers();
      await worker?.evaluate((clicked) => {
        const { onClicked } = (
          globalThis as unknown as { chrome: { notifications: { onClicked: { dispatch: (id: string) => void } } } }
        ).chrome.notifications;
        onClicked.dispatch(clicked);
      }, noticeId);
      return seenPopup();
    },

    /** Presses Connect until the seller's sign-in window is there. */
    async signInWindow(seller: Pick<Seller, 'url'>): Promise<{ connect: Page; window: Page }> {
      const connect = await open('connect.html');
      await connect.getByTestId('seller-address').fill(seller.url);
      const opened = context.waitForEvent('page');
      await pressConnect(connect);
      return { connect, window: await opened };
    },

    /** Connects an account the way a person does: address, permission, phone number, code. */
    async connect(seller: Pick<Seller, 'url'>, phone = phones.axis): Promise<Page> {
      const { connect, window } = await this.signInWindow(seller);
      await signIn(window, phone);
      await expect(connect.getByTestId('connect-status')).toContainText(/left|Connected/);
      return connect;
    },
  };
}

/** Which alerts of a card count as said. */
function saidOf(stored: Record<string, unknown>, cardKey: string): string[] {
  const name = Object.keys(stored).find((key) => key.startsWith('alerts:') && key.endsWith(`/${cardKey}`));
  return name === undefined ? [] : (stored[name] as { sent: string[] }).sent;
}
