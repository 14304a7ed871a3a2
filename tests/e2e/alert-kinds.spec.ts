import type { Page } from '@playwright/test';
import { expect, type Gigabar, type Seller, test } from './support/fixtures.ts';

/* Stories F3 (never came, came late, never stopped) and F8 (a zero that is none). */

const hourMs = 3_600_000;

/** The kinds of the alerts that are shown for a card: `20%`, `0`, `24h`, `risk` … */
const kinds = async (gigabar: Gigabar, card = 'c_europe') =>
  (await gigabar.notices()).filter((id) => id.includes(card)).map((id) => id.split(':')[2]);

test.beforeEach(async ({ connected }) => {
  await connected.allowAlerts();
  await connected.clearNotices();
});

/** What a worker that starts from what is saved says after one more check. */
async function checkAnew(gigabar: Gigabar): Promise<void> {
  await gigabar.killWorker();
  await gigabar.wake();
}

test('an own amount in MB warns once, and the next one again', async ({ connected, seller }) => {
  await connected.saveSettings({
    thresholds: [0],
    amounts: [
      { value: 700, unit: 'MB' },
      { value: 0.5, unit: 'GB' },
    ],
  });
  seller.setLeft('c_europe', 700_000_000);
  await checkAnew(connected);
  await expect.poll(() => kinds(connected)).toEqual(['700MB']);
  await connected.clearNotices();
  seller.setLeft('c_europe', 650_000_000);
  await checkAnew(connected);
  await expect.poll(connected.badge).toBe('.65');
  expect(await kinds(connected)).toEqual([]);
  seller.setLeft('c_europe', 400_000_000);
  await checkAnew(connected);
  await expect.poll(() => kinds(connected)).toEqual(['0.5GB']);
});

test('a card’s own rules are its alone', async ({ connected, seller }) => {
  const settings = await connected.open('options.html');
  await settings.getByTestId('rules-for').selectOption({ label: 'Axis Europe' });
  await settings.getByTestId('own-rules').check();
  await settings.getByTestId('threshold').and(settings.locator('[value="50"]')).check();
  seller.setLeft('c_europe', 1_230_000_000);
  await connected.wake();
  await expect.poll(() => kinds(connected)).toEqual(['50%']);
  expect(await kinds(connected, 'c_asia')).toEqual([]);
});

test('an expiry is warned of at its lead times, several at once in one, each once', async ({ connected, seller }) => {
  const before = await connected.tooltip();
  seller.jumpToExpiry('c_europe', 80 * hourMs);
  await checkAnew(connected);
  await expect.poll(connected.tooltip).not.toBe(before);
  expect(await kinds(connected)).toEqual([]);
  // As after a week asleep: both lead times have passed meanwhile.
  seller.jumpToExpiry('c_europe', 23 * hourMs);
  await checkAnew(connected);
  await expect.poll(() => kinds(connected)).toEqual(['24h']);
  await connected.clearNotices();
  seller.use('c_europe', 1_000_000);
  await checkAnew(connected);
  await expect.poll(connected.tooltip).toContain('1.23 GB');
  expect(await kinds(connected)).toEqual([]);
});

test('the moment of the next lead time wakes the worker, whatever the pace', async ({ connected, seller }) => {
  seller.jumpToExpiry('c_europe', 24 * hourMs + 4 * 60_000);
  await connected.saveSettings({ leadHours: [24] });
  await connected.wake();
  await expect
    .poll(async () => Math.abs(((await connected.nextAlarm()) ?? 0) - (Date.now() + 4 * 60_000)))
    .toBeLessThan(10_000);
});

test('a sudden zero needs a second answer, asked for a minute later; an unchanged one will do', async ({
  connected,
  seller,
}) => {
  seller.setLeft('c_europe', 0);
  await connected.wake();
  await expect.poll(connected.badge).toBe('0');
  await expect.poll(async () => ((await connected.nextAlarm()) ?? 0) - Date.now()).toBeLessThan(61_000);
  expect(((await connected.nextAlarm()) ?? 0) - Date.now()).toBeGreaterThan(29_000);
  expect(await kinds(connected)).toEqual([]);
  await connected.killWorker();
  const second = seller.nextRequest(({ path, status }) => path === '/v1/planStatus' && status === 304);
  await connected.wake();
  await second;
  await expect.poll(() => kinds(connected)).toEqual(['0']);
});

test('a zero that comes back was none: nothing is said, nothing counts as used', async ({ connected, seller }) => {
  seller.setLeft('c_europe', 0);
  await connected.wake();
  await expect.poll(connected.badge).toBe('0');
  seller.setLeft('c_europe', 1_240_000_000);
  await checkAnew(connected);
  await expect.poll(connected.badge).toBe('1.2');
  expect(await kinds(connected)).toEqual([]);
  const stored = await connected.stored();
  const samples = Object.entries(stored).find(
    ([name]) => name.startsWith('samples:') && name.endsWith('c_europe'),
  )?.[1];
  const { stretches } = samples as { stretches: [number, number, number][] };
  expect(stretches.reduce((sum, [, used]) => sum + used, 0)).toBe(0);
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
  expect(await connected.notices()).toEqual([]);
  seller.setLeft('c_asia', 0);
  await connected.wake();
  await connected.wake();
  await expect.poll(() => kinds(connected, 'c_asia')).toEqual(['0']);
  await connected.clearNotices();
  seller.setLeft('c_asia', 999_000_000);
  await connected.wake();
  await expect.poll(async () => JSON.stringify(await connected.stored())).toContain('"leftBytes":999000000');
  seller.setLeft('c_asia', 90_000_000);
  await checkAnew(connected);
  await expect.poll(async () => JSON.stringify(await connected.stored())).toContain('"leftBytes":90000000');
  expect(await connected.notices()).toEqual([]);
  await connected.killWorker();
  await connected.saveSettings({ quiet: null });
  await expect.poll(async () => (await connected.notices()).map((id) => id.split(':')[2])).toEqual(['summary']);
  await connected.clearNotices();
  await checkAnew(connected);
  await expect.poll(connected.badge).toBe('.50');
  expect(await connected.notices()).toEqual([]);
});

test('what one card held back alone comes as its own alert when quiet hours end', async ({ connected, seller }) => {
  const minute = new Date().getHours() * 60 + new Date().getMinutes();
  const around = { fromMinute: (minute + 1380) % 1440, toMinute: (minute + 2) % 1440 };
  await connected.saveSettings({ quiet: { ...around, exceptEmpty: true } });
  seller.setLeft('c_europe', 500_000_000);
  await checkAnew(connected);
  await expect.poll(connected.badge).toBe('.50');
  expect(await connected.notices()).toEqual([]);
  // The end of the quiet hours wakes the worker, whatever the pace.
  await expect.poll(async () => ((await connected.nextAlarm()) ?? 1) % 60_000).toBe(0);
  expect(((await connected.nextAlarm()) ?? 0) - Date.now()).toBeLessThanOrEqual(120_000);
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

test('an alert names its card, as the person calls it', async ({ connected, seller }) => {
  const settings = await connected.open('options.html');
  await settings.getByTestId('card-name').first().fill('Train phone');
  await expect.poll(connected.tooltip).toContain('Train phone');
  const said = await connected.hearNotices();
  seller.setLeft('c_europe', 500_000_000);
  await connected.wake();
  await expect
    .poll(said)
    .toEqual([
      ['Train phone: 500 MB left', expect.stringMatching(/^16% of the plan is left\. Expires \w{3} .* \S+\.$/)],
    ]);
  await connected.saveSettings({ view: 'used' });
  seller.setLeft('c_europe', 290_000_000);
  await connected.wake();
  await expect
    .poll(async () => (await said())[1])
    .toEqual(['Train phone: 2.71 GB of 3 GB used', expect.stringMatching(/^91% of the plan is used\. Expires /)]);
});

test('a test alert is shown, and if it was not seen the way to the system’s settings is told', async ({
  connected,
}) => {
  const settings = await connected.open('options.html');
  await settings.getByTestId('test-alert').click();
  await expect.poll(connected.notices).toContain('test');
  await settings.getByTestId('test-not-seen').click();
  await expect(settings.getByText(/notifications/i).last()).toBeVisible();
  await settings.getByTestId('test-alert').click();
  await settings.getByTestId('test-seen').click();
  await expect(settings.getByText(/alerts reach you/i)).toBeVisible();
});
