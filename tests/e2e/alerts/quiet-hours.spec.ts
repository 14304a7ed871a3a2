import type { Page } from '@playwright/test';
import {
  alertKinds,
  expect,
  type Gigabar,
  judgedLeft,
  restartAndCheck,
  type Seller,
  test,
} from '../support/fixtures.ts';

/* Story F3: deferred alerts come later, once, and neither quiet hours nor a snooze last for ever. */

const hourMs = 3_600_000;

test.beforeEach(async ({ connected }) => {
  await connected.allowAlerts();
  await connected.clearNotifications();
});

test('quiet hours hold alerts back and end in one summary; nothing left comes at once', async ({
  connected,
  seller,
}) => {
  const minute = new Date().getHours() * 60 + new Date().getMinutes();
  const quietHours = { fromMinute: (minute + 1380) % 1440, toMinute: (minute + 60) % 1440 };
  await connected.saveSettings({ quiet: { ...quietHours, exceptEmpty: true } });
  seller.setLeft('c_europe', 500_000_000);
  seller.setLeft('c_asia', 90_000_000);
  await restartAndCheck(connected);
  await expect.poll(connected.badge).toBe('.50');
  await connected.waitForWorker();
  expect(await connected.notifications()).toEqual([]);
  seller.setLeft('c_asia', 0);
  // Waits in between, as the confirmation has to be a separate response.
  await connected.fireAlarm();
  await connected.waitForWorker();
  await connected.fireAlarm();
  await expect.poll(() => alertKinds(connected, 'c_asia')).toEqual(['0']);
  await connected.clearNotifications();
  seller.setLeft('c_asia', 999_000_000);
  await connected.fireAlarm();
  await connected.waitForWorker();
  await connected.fireAlarm();
  await expect.poll(() => judgedLeft(connected, 'c_asia')).toBe(999_000_000);
  seller.setLeft('c_asia', 90_000_000);
  await restartAndCheck(connected);
  await expect.poll(() => judgedLeft(connected, 'c_asia')).toBe(90_000_000);
  await connected.waitForWorker();
  expect(await connected.notifications()).toEqual([]);
  await connected.killWorker();
  await connected.saveSettings({ quiet: null });
  await expect.poll(async () => (await connected.notifications()).map((id) => id.split(':')[2])).toEqual(['summary']);
  await connected.clearNotifications();
  await restartAndCheck(connected);
  await expect.poll(connected.badge).toBe('.50');
  await connected.waitForWorker();
  expect(await connected.notifications()).toEqual([]);
});

test('what one card held back alone comes as its own alert when quiet hours end', async ({ connected, seller }) => {
  const minute = new Date().getHours() * 60 + new Date().getMinutes();
  const quietHours = { fromMinute: (minute + 1380) % 1440, toMinute: (minute + 2) % 1440 };
  await connected.saveSettings({ quiet: { ...quietHours, exceptEmpty: true } });
  seller.setLeft('c_europe', 500_000_000);
  await restartAndCheck(connected);
  await expect.poll(connected.badge).toBe('.50');
  await connected.waitForWorker();
  expect(await connected.notifications()).toEqual([]);
  // The alarm is at the end of the quiet hours, whatever the poll interval.
  await expect.poll(async () => ((await connected.nextAlarmAt()) ?? 1) % 60_000).toBe(0);
  expect(await connected.msUntilAlarm()).toBeLessThanOrEqual(120_000);
  await connected.killWorker();
  await connected.saveSettings({ quiet: null });
  await expect.poll(() => alertKinds(connected)).toEqual(['20%']);
});

/** Snoozes the card in the popup after an alert at 20 %. Returns the popup. */
async function snooze(gigabar: Gigabar, seller: Seller, length: 'hour' | 'renewal'): Promise<Page> {
  seller.setLeft('c_europe', 500_000_000);
  await gigabar.fireAlarm();
  await expect.poll(() => alertKinds(gigabar)).toEqual(['20%']);
  await gigabar.clearNotifications();
  const popup = await gigabar.popup();
  await popup.getByTestId('open-parts').click();
  await popup.getByTestId('snooze').click();
  await popup.getByTestId(`snooze-${length}`).click();
  return popup;
}

test('a snooze keeps one card quiet, not the others, and ends by itself', async ({ connected, seller }) => {
  const popup = await snooze(connected, seller, 'hour');
  await expect(popup.getByTestId('snoozed')).toContainText('quiet until');
  seller.setLeft('c_europe', 290_000_000);
  seller.setLeft('c_asia', 90_000_000);
  await restartAndCheck(connected);
  await expect.poll(() => alertKinds(connected, 'c_asia')).toEqual(['10%']);
  await connected.waitForWorker();
  expect(await alertKinds(connected)).toEqual([]);
  await connected.setClock(hourMs + 60_000);
  await connected.fireAlarm();
  await expect.poll(() => alertKinds(connected)).toEqual(['10%']);
  await expect(popup.getByTestId('snoozed')).toHaveCount(0);
});

test('a snooze can be ended, and what is true then is said', async ({ connected, seller }) => {
  const popup = await snooze(connected, seller, 'hour');
  await expect(popup.getByTestId('snoozed')).toContainText('quiet until');
  seller.setLeft('c_europe', 290_000_000);
  await restartAndCheck(connected);
  await expect.poll(connected.badge).toBe('.29');
  await connected.waitForWorker();
  expect(await alertKinds(connected)).toEqual([]);
  await popup.getByTestId('snooze-end').click();
  await expect.poll(() => alertKinds(connected)).toEqual(['10%']);
});

test('a snooze till renewal is over once the card is renewed', async ({ connected, seller }) => {
  const popup = await snooze(connected, seller, 'renewal');
  await expect(popup.getByTestId('snoozed')).toContainText('until it is renewed');
  seller.setLeft('c_europe', 1_400_000_000);
  await restartAndCheck(connected);
  await expect.poll(connected.badge).toBe('1.4');
  await connected.waitForWorker();
  await connected.fireAlarm();
  await expect(popup.getByTestId('snoozed')).toHaveCount(0);
  seller.setLeft('c_europe', 500_000_000);
  await restartAndCheck(connected);
  await expect.poll(() => alertKinds(connected)).toEqual(['20%']);
});
