import { blockNextRequest, savedOrders } from '../support/orders.ts';
import {
  addPage,
  awaitReading,
  expect,
  keepUpToDate,
  letPass,
  ownRequests,
  pickerShows,
  pickNumber,
  pressIcon,
  signInAt,
  test,
  visit,
} from '../support/pages/page-fixtures.ts';

/* The browser ends the worker whenever it likes. */

const hourMs = 3_600_000;

test('the worker is ended between any two of my steps, and everything goes on', async ({ gigabar, site }) => {
  const tab = await signInAt(site, gigabar);
  const { page: popup, detach } = await pressIcon(gigabar, tab);
  await expect(popup.getByTestId('read-page')).toBeVisible();
  await gigabar.killWorker();
  await popup.getByTestId('read-page').click();
  await pickerShows(tab);
  await detach();
  await gigabar.killWorker();
  const setup = await pickNumber(gigabar, tab, '2.75 GB');
  await expect(setup.getByTestId('page-reading')).toHaveText('2.75 GB left');
  await tab.close();
  await gigabar.killWorker();
  await keepUpToDate(setup);
  await expect.poll(gigabar.badge).toBe('2.7');

  await gigabar.killWorker();
  site.setLeft(2_100_000_000);
  await visit(site, gigabar);
  await expect.poll(gigabar.badge).toBe('2.1');
  await gigabar.killWorker();
  site.setLeft(1_500_000_000);
  await awaitReading(gigabar, site, 4 * hourMs);
  await expect.poll(gigabar.badge).toBe('1.5');
});

test('ended while the page is on its way to it, it is read an hour later, and the bytes are booked', async ({
  gigabar,
  site,
}) => {
  await addPage(gigabar, site);
  site.setLeft(2_100_000_000);
  const { blocked } = await blockNextRequest(gigabar, site.accountUrl, 'on its way back');
  void letPass(gigabar, 4 * hourMs).catch(() => undefined);
  await blocked;
  await gigabar.killWorker();
  expect(await gigabar.badge()).toBe('2.7');
  const asked = ownRequests(site).length;
  await letPass(gigabar, 8 * hourMs);
  await expect.poll(gigabar.badge).toBe('2.1');
  expect(ownRequests(site)).toHaveLength(asked + 1);
});

test.describe('the seller credits at once', () => {
  test.use({ siteOptions: { kind: 'rendered', creditDelayMs: 0 } });

  test('ended between any two steps of a top-up, it is one order, and the balance proves it', async ({
    gigabar,
    site,
  }) => {
    await addPage(gigabar, site);
    const popup = await gigabar.popup();
    await gigabar.killWorker();
    const opened = gigabar.context.waitForEvent('page');
    await popup.getByTestId('renew-at-page').click();
    const topUp = await opened;
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
    await gigabar.killWorker();
    await topUp.getByTestId('choose-small').click();
    await gigabar.killWorker();
    await topUp.getByTestId('pay').click();
    await gigabar.killWorker();
    await topUp.getByRole('link', { name: 'My account' }).first().click();
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
    await gigabar.killWorker();
    await expect.poll(gigabar.badge).toBe('7.7');
    expect(await savedOrders(gigabar, 'card-1')).toHaveLength(1);
  });
});
