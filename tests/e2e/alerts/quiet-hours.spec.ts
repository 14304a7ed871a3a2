import type { Page } from '@playwright/test';
import { checkAnew, expect, type Gigabar, kinds, type Seller, test } from '../support/fixtures.ts';

/* Story F3: what is held back comes later, once, and nothing stays quiet for ever. */

const hourMs = 3_600_000;

test.beforeEach(async ({ connected }) => {
  await connected.allowAlerts();
  await connected.clearNotices();
});

test('quiet hours hold alerts back and end in one summary; nothing left comes at once', async ({
  connected,
  seller,
}) => {
  const minute = new Date().getHours() * 60 + new Date().getMinutes();
  const around = { fromMinute: (minute + 1380) % 1440, toMinute: (minute + 60) % 1440 };
  await connected.saveSettings({ quiet: { ...around, exceptEmpty: true } });
  seller.setLeft('c_europe', 500_000_000);
  seller.setLeft('c_asia', 90_000_000);
  await checkAnew(connected);
  await expect.poll(connected.badge).toBe('.50');
  await connected.settled();
  expect(await connected.notices()).toEqual([]);
  seller.setLeft('c_asia', 0);
  // The second answer counts only as one of its own.
  await connected.wake();
  await connected.settled();
  await connected.wake();
  await expect.poll(() => kinds(connected, 'c_asia')).toEqual(['0']);
  await connected.clearNotices();
  seller.setLeft('c_asia', 999_000_000);
  await connected.wake();
  await expect.poll(async () => JSON.stringify(await connected.stored())).toContain('"leftBytes":999000000');
  seller.setLeft('c_asia', 90_000_000);
  await checkAnew(connected);
  await expect.poll(async () => JSON.stringify(await connected.stored())).toContain('"leftBytes":90000000');
  await connected.settled();
  expect(await connected.notices()).toEqual([]);
  await connected.killWorker();
  await connected.saveSettings({ quiet: null });
  await expect.poll(async () => (await connected.notices()).map((id) => id.split(':')[2])).toEqual(['summary']);
  await connected.clearNotices();
  await checkAnew(connected);
  await expect.poll(connected.badge).toBe('.50');
  await connected.settled();
  expect(await connected.notices()).toEqual([]);
});

test('what one card held back alone comes as its own alert when quiet hours end', async ({ connected, seller }) => {
  const minute = new Date().getHours() * 60 + new Date().getMinutes();
  const around = { fromMinute: (minute + 1380) % 1440, toMinute: (minute + 2) % 1440 };
  await connected.saveSettings({ quiet: { ...around, exceptEmpty: true } });
  seller.setLeft('c_europe', 500_000_000);
  await checkAnew(connected);
  await expect.poll(connected.badge).toBe('.50');
  await connected.settled();
  expect(await connected.notices()).toEqual([]);
  // The end of the quiet hours wakes the worker, whatever the pace.
  await expect.poll(async () => ((await connected.nextAlarm()) ?? 1) % 60_000).toBe(0);
  expect(await connected.untilAlarm()).toBeLessThanOrEqual(120_000);
  await connected.killWorker();
  await connected.saveSettings({ quiet: null });
  await expect.poll(() => kinds(connected)).toEqual(['20%']);
});

/** Warned at 20 %, the person asks for quiet in the popup. */
async function snooze(gigabar: Gigabar, seller: Seller, length: 'hour' | 'renewal'): Promise<Page> {
  seller.setLeft('c_europe', 500_000_000);
  await gigabar.wake();
  await expect.poll(() => kinds(gigabar)).toEqual(['20%']);
  await gigabar.clearNotices();
  const popup = await gigabar.popup();
  await popup.getByTestId('snooze').click();
  await popup.getByTestId(`snooze-${length}`).click();
  return popup;
}

test('a snooze keeps one card quiet, not the others, and ends by itself', async ({ connected, seller }) => {
  const popup = await snooze(connected, seller, 'hour');
  await expect(popup.getByTestId('snoozed')).toContainText('quiet until');
  seller.setLeft('c_europe', 290_000_000);
  seller.setLeft('c_asia', 90_000_000);
  await checkAnew(connected);
  await expect.poll(() => kinds(connected, 'c_asia')).toEqual(['10%']);
  await connected.settled();
  expect(await kinds(connected)).toEqual([]);
  await connected.setClock(hourMs + 60_000);
  await connected.wake();
  await expect.poll(() => kinds(connected)).toEqual(['10%']);
  await expect(popup.getByTestId('snoozed')).toHaveCount(0);
});

test('a snooze can be ended, and what is true then is said', async ({ connected, seller }) => {
  const popup = await snooze(connected, seller, 'hour');
  await expect(popup.getByTestId('snoozed')).toContainText('quiet until');
  seller.setLeft('c_europe', 290_000_000);
  await checkAnew(connected);
  await expect.poll(connected.badge).toBe('.29');
  await connected.settled();
  expect(await kinds(connected)).toEqual([]);
  await popup.getByTestId('snooze-end').click();
  await expect.poll(() => kinds(connected)).toEqual(['10%']);
});

test('a snooze till renewal is over once the card is renewed', async ({ connected, seller }) => {
  const popup = await snooze(connected, seller, 'renewal');
  await expect(popup.getByTestId('snoozed')).toContainText('until it is renewed');
  seller.setLeft('c_europe', 1_400_000_000);
  await checkAnew(connected);
  await expect(popup.getByTestId('snoozed')).toHaveCount(0);
  seller.setLeft('c_europe', 500_000_000);
  await checkAnew(connected);
  await expect.poll(() => kinds(connected)).toEqual(['20%']);
});
