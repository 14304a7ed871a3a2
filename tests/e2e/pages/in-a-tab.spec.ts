import { workerOf } from '../support/chromium.ts';
import { addPage, expect, type Gigabar, letPass, test, visit } from '../support/pages/page-fixtures.ts';

/* A page that a script draws is read by itself only where the person allows a background tab. */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/* The browser's API, as seen from the extension. */
type Create = (o: object, heard: (tab: object) => void) => void;
declare const chrome: {
  runtime: { sendMessage: (message: object) => Promise<unknown> };
  tabs: { create: Create };
  windows: {
    getAll: () => Promise<{ id: number; state: string }[]>;
    update: (id: number, o: { state: string }) => Promise<unknown>;
  };
};

test.use({ siteOptions: { kind: 'script-drawn' } });

async function allowTabs(gigabar: Gigabar): Promise<void> {
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('page-tabs').check();
  await expect(settings.getByTestId('reading-way')).toContainText('once a day in a background tab');
  await settings.close();
}

test('once a day it is opened in a tab that does not come to the front and is closed again', async ({
  gigabar,
  site,
}) => {
  await addPage(gigabar, site, '2.75');
  await allowTabs(gigabar);
  site.setLeft(2_100_000_000);
  const inFront = await gigabar.open('history.html');
  const pages = gigabar.context.pages().length;
  const opened = gigabar.context.waitForEvent('page');
  await letPass(gigabar, dayMs + dayMs / 4);
  const tab = await opened;
  await expect.poll(gigabar.badge).toBe('2.1');
  await expect.poll(() => tab.isClosed()).toBe(true);
  expect(gigabar.context.pages()).toHaveLength(pages);
  expect(await inFront.evaluate(() => document.visibilityState)).toBe('visible');
});

test('the tab is closed, too, where the worker was ended before the page was drawn', async ({ gigabar, site }) => {
  await addPage(gigabar, site, '2.75');
  await allowTabs(gigabar);
  await gigabar.context.route('**/account/data', () => undefined);
  const opened = gigabar.context.waitForEvent('page');
  void letPass(gigabar, dayMs + dayMs / 4).catch(() => undefined);
  const tab = await opened;
  await expect(tab.locator('.skeleton')).toBeAttached();
  await gigabar.killWorker();
  await gigabar.fireAlarm();
  await expect.poll(() => tab.isClosed()).toBe(true);
  expect(await gigabar.badge()).toBe('2.7');
});

test('the tab is closed, too, where the worker was ended before it knew of it, and no tab of mine', async ({
  gigabar,
  site,
}) => {
  await addPage(gigabar, site, '2.75');
  await allowTabs(gigabar);
  const mine = await visit(site, gigabar);
  await gigabar.killWorker();
  await gigabar.probe.evaluate(() => chrome.runtime.sendMessage({}).catch(() => undefined));
  const worker = await workerOf(gigabar.context);
  await worker.evaluate(() => {
    const { create } = chrome.tabs;
    chrome.tabs.create = (options) => create(options, () => undefined);
  });
  await gigabar.setClock(2 * dayMs);
  const opened = gigabar.context.waitForEvent('page');
  void gigabar.fireAlarm().catch(() => undefined);
  const tab = await opened;
  expect(tab.isClosed()).toBe(false);
  // The page in it may wake the next worker at once.
  await gigabar.killWorker();
  await gigabar.fireAlarm();
  await expect.poll(() => tab.isClosed()).toBe(true);
  expect(mine.isClosed()).toBe(false);
});

test('it is opened four times a day once I have chosen that, and am told what it takes', async ({ gigabar, site }) => {
  await addPage(gigabar, site, '2.75');
  await allowTabs(gigabar);
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('page-tab-pace').selectOption('4');
  await expect(settings.getByTestId('reading-way')).toContainText('four times a day in a background tab');
  await expect(settings.getByTestId('page-tab-pace')).toContainText('Four times a day, at least');
  await settings.close();
  site.setLeft(2_100_000_000);
  await letPass(gigabar, 8 * hourMs);
  await expect.poll(gigabar.badge).toBe('2.1');
});

test('it is not opened while a window is full screen', async ({ gigabar, site }) => {
  await addPage(gigabar, site, '2.75');
  await allowTabs(gigabar);
  const setState = (state: string) =>
    gigabar.probe.evaluate(async (to) => {
      for (const { id } of await chrome.windows.getAll()) await chrome.windows.update(id, { state: to });
    }, state);
  const states = () =>
    gigabar.probe.evaluate(async () => (await chrome.windows.getAll()).map(({ state }) => state).join());
  await setState('fullscreen');
  await expect.poll(states).toBe('fullscreen');
  const requests = site.requests().length;
  await letPass(gigabar, dayMs + dayMs / 4);
  await expect.poll(gigabar.msUntilAlarm).toBeGreaterThan(0);
  expect(site.requests()).toHaveLength(requests);
  await setState('normal');
  await expect.poll(states).toBe('normal');
  site.setLeft(2_100_000_000);
  await letPass(gigabar, 2 * dayMs);
  await expect.poll(gigabar.badge).toBe('2.1');
});
