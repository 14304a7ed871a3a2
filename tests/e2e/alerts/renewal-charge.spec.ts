import { alertKinds, expect, phones, test } from '../support/fixtures.ts';

/* The seeded Nordic card renews by itself when it ends. */

const hourMs = 3_600_000;

test('a plan that renews by itself is spoken of the day before, with its price, once', async ({ gigabar, seller }) => {
  await (await gigabar.connect(seller, phones.nordic)).close();
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('allow-alerts').click();
  await expect(settings.getByTestId('allow-alerts')).toHaveCount(0);
  await settings.close();
  await gigabar.saveSettings({ leadHours: [] });
  const before = await gigabar.tooltip();
  seller.jumpToExpiry('c_nordic', 26 * hourMs);
  await gigabar.fireAlarm();
  await expect.poll(gigabar.tooltip).not.toBe(before);
  await gigabar.waitForWorker();
  expect(await alertKinds(gigabar, 'c_nordic')).toEqual([]);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('next-charge')).toContainText(/^Renews by itself .+, SEK\s199\.00$/);
  await popup.getByTestId('open-parts').click();
  await popup.getByTestId('details').locator('summary').click();
  await expect(popup.getByTestId('auto-renew')).toHaveText(/^Renews by itself .+, SEK\s199\.00$/);
  await popup.close();

  const notifications = await gigabar.recordNotifications();
  seller.jumpToExpiry('c_nordic', 23 * hourMs);
  await gigabar.fireAlarm();
  await expect
    .poll(notifications)
    .toEqual([
      [
        expect.stringMatching(/^Axis Nordic: renews by itself \w{3},? /),
        expect.stringMatching(/^SEK\s199\.00 will be /),
      ],
    ]);
  await expect.poll(() => alertKinds(gigabar, 'c_nordic')).toEqual(['charge']);

  await gigabar.clearNotifications();
  await gigabar.killWorker();
  seller.use('c_nordic', 1_000_000_000);
  await gigabar.fireAlarm();
  await expect.poll(gigabar.badge).toBe('4.0');
  await gigabar.waitForWorker();
  expect(await alertKinds(gigabar, 'c_nordic')).toEqual([]);
});
