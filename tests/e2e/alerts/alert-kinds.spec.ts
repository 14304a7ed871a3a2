import { alertKinds, expect, restartAndCheck, test } from '../support/fixtures.ts';

/* Stories F3 (never came, came late, never stopped) and F8 (a zero that is none). */

const hourMs = 3_600_000;

test.beforeEach(async ({ connected }) => {
  await connected.allowAlerts();
  await connected.clearNotifications();
});

test('an own amount in MB warns once, and the next one again', async ({ connected, seller }) => {
  await connected.saveSettings({
    thresholds: [0],
    amounts: [
      { value: 700, unit: 'MB' },
      { value: 0.5, unit: 'GB' },
    ],
  });
  seller.setLeft('c_europe', 700_000_000);
  await restartAndCheck(connected);
  await expect.poll(() => alertKinds(connected)).toEqual(['700MB']);
  await connected.clearNotifications();
  seller.setLeft('c_europe', 650_000_000);
  await restartAndCheck(connected);
  await expect.poll(connected.badge).toBe('.65');
  await connected.waitForWorker();
  expect(await alertKinds(connected)).toEqual([]);
  seller.setLeft('c_europe', 400_000_000);
  await restartAndCheck(connected);
  await expect.poll(() => alertKinds(connected)).toEqual(['0.5GB']);
});

test('a card’s own rules are its alone', async ({ connected, seller }) => {
  const settings = await connected.open('options.html');
  await settings.getByTestId('rules-for').selectOption({ label: 'Axis Europe' });
  await settings.getByTestId('own-rules').check();
  await settings.getByTestId('threshold').and(settings.locator('[value="50"]')).check();
  seller.setLeft('c_europe', 1_230_000_000);
  await connected.fireAlarm();
  await expect.poll(() => alertKinds(connected)).toEqual(['50%']);
  await connected.waitForWorker();
  expect(await alertKinds(connected, 'c_asia')).toEqual([]);
});

test('an expiry is warned of at its lead times, several at once in one, each once', async ({ connected, seller }) => {
  const before = await connected.tooltip();
  seller.jumpToExpiry('c_europe', 80 * hourMs);
  await restartAndCheck(connected);
  await expect.poll(connected.tooltip).not.toBe(before);
  await connected.waitForWorker();
  expect(await alertKinds(connected)).toEqual([]);
  // As after a week of sleep: both lead times have passed meanwhile.
  seller.jumpToExpiry('c_europe', 23 * hourMs);
  await restartAndCheck(connected);
  await expect.poll(() => alertKinds(connected)).toEqual(['24h']);
  await connected.clearNotifications();
  seller.use('c_europe', 1_000_000);
  await restartAndCheck(connected);
  await expect.poll(connected.tooltip).toContain('1.23 GB');
  await connected.waitForWorker();
  expect(await alertKinds(connected)).toEqual([]);
});

test('the moment of the next lead time wakes the worker, whatever the pace', async ({ connected, seller }) => {
  seller.jumpToExpiry('c_europe', 24 * hourMs + 4 * 60_000);
  await connected.saveSettings({ leadHours: [24] });
  await connected.fireAlarm();
  await expect.poll(async () => Math.abs((await connected.msUntilAlarm()) - 4 * 60_000)).toBeLessThan(10_000);
});

test('a sudden zero needs a second answer, asked for a minute later; an unchanged one will do', async ({
  connected,
  seller,
}) => {
  seller.setLeft('c_europe', 0);
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('0');
  await expect.poll(connected.msUntilAlarm).toBeLessThan(61_000);
  expect(await connected.msUntilAlarm()).toBeGreaterThan(29_000);
  expect(await alertKinds(connected)).toEqual([]);
  await connected.killWorker();
  const second = seller.nextRequest(({ path, status }) => path === '/v1/planStatus' && status === 304);
  await connected.fireAlarm();
  await second;
  await expect.poll(() => alertKinds(connected)).toEqual(['0']);
});

test('a zero that comes back was none: nothing is said, nothing counts as used', async ({ connected, seller }) => {
  seller.setLeft('c_europe', 0);
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('0');
  seller.setLeft('c_europe', 1_240_000_000);
  await restartAndCheck(connected);
  await expect.poll(connected.badge).toBe('1.2');
  await connected.waitForWorker();
  expect(await alertKinds(connected)).toEqual([]);
  const stored = await connected.stored();
  const samples = Object.entries(stored).find(
    ([name]) => name.startsWith('samples:') && name.endsWith('c_europe'),
  )?.[1];
  const { intervals } = samples as { intervals: [number, number, number][] };
  expect(intervals.reduce((sum, [, used]) => sum + used, 0)).toBe(0);
});

test('an alert names its card, as the person calls it', async ({ connected, seller }) => {
  const settings = await connected.open('options.html');
  await settings.getByTestId('card-name').first().fill('Train phone');
  await expect.poll(connected.tooltip).toContain('Train phone');
  const notifications = await connected.recordNotifications();
  seller.setLeft('c_europe', 500_000_000);
  await connected.fireAlarm();
  await expect
    .poll(notifications)
    .toEqual([
      ['Train phone: 500 MB left', expect.stringMatching(/^16% of the plan is left\. Expires \w{3} .* \S+\.$/)],
    ]);
  await connected.saveSettings({ view: 'used' });
  seller.setLeft('c_europe', 290_000_000);
  await connected.fireAlarm();
  await expect
    .poll(async () => (await notifications())[1])
    .toEqual(['Train phone: 2.71 GB of 3 GB used', expect.stringMatching(/^91% of the plan is used\. Expires /)]);
});

test('a test alert is shown, and if it was not seen the way to the system’s settings is told', async ({
  connected,
}) => {
  const settings = await connected.open('options.html');
  await settings.getByTestId('test-alert').click();
  await expect.poll(connected.notifications).toContain('test');
  await settings.getByTestId('test-not-seen').click();
  await expect(settings.getByText(/notifications/i).last()).toBeVisible();
  await settings.getByTestId('test-alert').click();
  await settings.getByTestId('test-seen').click();
  await expect(settings.getByText(/alerts reach you/i)).toBeVisible();
});
