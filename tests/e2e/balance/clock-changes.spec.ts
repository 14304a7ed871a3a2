import { alertKinds, expect, type Gigabar, test } from '../support/fixtures.ts';

/* Stories F6 (wrong expiry, wrong clocks) and F7 (old number shown as new). */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const snapshotOf = async (gigabar: Gigabar) =>
  Object.entries(await gigabar.stored()).find(([name]) => name.startsWith('reading:'))?.[1] as {
    skewMs: number;
    checkedAt: number;
  };

for (const [name, byMs] of [
  ['three days ahead', 3 * dayMs],
  ['three days behind', -3 * dayMs],
] as const) {
  test(`a computer whose clock is ${name} warns of no expiry too early, and is put right without harm`, async ({
    connected,
    seller,
  }) => {
    await connected.allowAlerts();
    await connected.clearNotifications();
    await connected.setClock(byMs);
    seller.jumpToExpiry('c_europe', 80 * hourMs);
    await connected.fireAlarm();
    await expect.poll(async () => Math.abs((await snapshotOf(connected)).skewMs + byMs)).toBeLessThan(60_000);
    await connected.waitForWorker();
    expect(await alertKinds(connected)).toEqual([]);
    expect(await connected.badge()).toBe('1.2');
    await connected.killWorker();
    // The clock is right again, the last answer still the old one.
    await connected.waitForWorker();
    expect(await alertKinds(connected)).toEqual([]);
    await connected.fireAlarm();
    await expect.poll(async () => Math.abs((await snapshotOf(connected)).skewMs)).toBeLessThan(60_000);
    await expect.poll(connected.badge).toBe('1.2');
    await expect.poll(connected.tooltip).not.toContain('Old figure');
    await connected.waitForWorker();
    expect(await alertKinds(connected)).toEqual([]);
    seller.jumpToExpiry('c_europe', 71 * hourMs);
    await connected.fireAlarm();
    await expect.poll(() => alertKinds(connected)).toEqual(['72h']);
  });
}

test('past its end a card says that it expired and shows no old amount, until the seller has answered', async ({
  connected,
  seller,
}) => {
  const popup = await connected.popup();
  seller.jumpToExpiry('c_europe', 4_000);
  await connected.fireAlarm();
  await expect(popup.getByTestId('time-mark')).toHaveText(/^Last of/);
  seller.fault({ kind: '503' });
  await expect
    .poll(async () => {
      await connected.fireAlarm();
      return connected.badge();
    })
    .toBe('?');
  await expect.poll(connected.tooltip).toContain('Old figure');
  await popup.reload();
  await expect(popup.getByTestId('verdict')).toHaveText('Expired today. Axis has not confirmed it yet.');
  await expect(popup.getByTestId('remaining')).toHaveText('Unknown');
});

test('the end is shown with weekday, date and time, and how long until then', async ({ connected }) => {
  const popup = await connected.popup();
  await expect(popup.getByTestId('expiry')).toHaveText(
    /^Expires (Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \d{1,2} \w{3,4}( \d{4})?, \d\d:\d\d$/,
  );
  await expect(popup.getByTestId('time-mark')).toHaveText(/^16 of \d+ days left$/);
});
