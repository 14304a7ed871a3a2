import { addPage, expect, type Gigabar, letPass, test } from '../support/pages/page-fixtures.ts';

/* A page that a script draws is read by itself only where the person allows a background tab. */

const dayMs = 86_400_000;

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
