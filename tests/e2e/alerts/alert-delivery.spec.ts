import { expect, judgedLeft, test } from '../support/fixtures.ts';

const europeOnly = (ids: string[]) => ids.filter((id) => id.includes('c_europe'));

test('a worker without the permission starts, checks and hears everything else', async ({ connected, seller }) => {
  seller.setLeft('c_europe', 300_000_000);
  await connected.killWorker();
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('.30');
  await connected.waitForWorker();
  expect(await connected.notifications()).toEqual([]);
  const popup = await connected.popup();
  await expect(popup.getByTestId('remaining')).toHaveText('300 MB');
});

test('crossing a threshold warns once, also after the worker was killed', async ({ connected, seller }) => {
  await connected.allowAlerts();
  seller.setLeft('c_europe', 600_000_000);
  await connected.fireAlarm();
  await expect.poll(async () => europeOnly(await connected.notifications())).toHaveLength(1);
  const [first] = europeOnly(await connected.notifications());
  // It is recorded just after it is shown; killed in between, it would be shown again, under the same id.
  await connected.waitForWorker();
  await connected.clearNotifications();
  await connected.killWorker();
  seller.setLeft('c_europe', 550_000_000);
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('.55');
  await connected.waitForWorker();
  expect(europeOnly(await connected.notifications())).toEqual([]);
  seller.setLeft('c_europe', 300_000_000);
  await connected.fireAlarm();
  await expect.poll(async () => europeOnly(await connected.notifications())).toHaveLength(1);
  expect(europeOnly(await connected.notifications())).not.toContain(first);
});

test('a real recovery, which two answers show, arms the alerts again', async ({ connected, seller }) => {
  await connected.allowAlerts();
  for (const [left, badge] of [
    [500_000_000, '.50'],
    [1_400_000_000, '1.4'],
    [500_000_000, '.50'],
  ] as const) {
    await connected.clearNotifications();
    seller.setLeft('c_europe', left);
    await connected.fireAlarm();
    await expect.poll(connected.badge).toBe(badge);
    await connected.waitForWorker();
    await connected.fireAlarm();
    await expect.poll(() => judgedLeft(connected, 'c_europe')).toBe(left);
    await connected.waitForWorker();
    await expect.poll(async () => europeOnly(await connected.notifications()).length).toBe(left < 600_000_000 ? 1 : 0);
  }
});

test('a click on an alert, after the worker was killed, opens that card’s renewal', async ({ connected, seller }) => {
  await connected.allowAlerts();
  seller.setLeft('c_europe', 250_000_000);
  await connected.fireAlarm();
  await expect.poll(async () => europeOnly(await connected.notifications())).toHaveLength(1);
  const [id] = europeOnly(await connected.notifications());
  await connected.killWorker();
  await connected.fireAlarm();
  await expect.poll(() => connected.context.serviceWorkers().length).toBeGreaterThan(0);
  const popup = await connected.popupAfterNotificationClick(id ?? '');
  await expect(popup.page.getByTestId('card-title')).toContainText('Axis Europe');
  await expect(popup.page.getByTestId('renew')).toBeVisible();
  await popup.detach();
});
