import type { Page } from '@playwright/test';
import { alertKinds, expect, type Gigabar, replayPastUsage, test } from '../support/fixtures.ts';

/*
 * The computer's zone is changed while pages and the worker go on, as on a journey. Pages of the extension and its
 * worker share a process, which the override is for.
 */

/** How to set the zone of a page, until the page is closed. */
async function zoneControl({ context }: Gigabar, page: Page): Promise<(timezoneId: string) => Promise<void>> {
  const session = await context.newCDPSession(page);
  return async (timezoneId) => void (await session.send('Emulation.setTimezoneOverride', { timezoneId }));
}

/** A zone where the present hour of the day is this one. */
function zoneWhereItIs(hour: number): string {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

test('8.5 a history page left open counts its days by the new zone, as its log does', async ({ connected, seller }) => {
  const days = [4, 3, 2, 1].map((daysAgo) => ({ daysAgo, remainingBytes: 1_500_000_000 + daysAgo * 1e8 }));
  await replayPastUsage(connected, seller, 'c_europe', days);
  const history = await connected.open('history.html');
  const setZone = await zoneControl(connected, history);
  const table = () => history.locator('[data-testid=day-table] tbody tr').allTextContents();
  const log = () => history.locator('.log-day').allTextContents();

  await setZone(zoneWhereItIs(12));
  await history.reload();
  await expect.poll(table).toEqual([expect.stringContaining('200 MB')]);
  const before = await table();
  // The days that were shown began on the day before there.
  await setZone(zoneWhereItIs(6));
  seller.use('c_europe', 5_000_000);
  await connected.fireAlarm();
  // The page may have taken the zone over before the answer came.
  await expect.poll(table).toEqual([expect.stringContaining('205 MB')]);
  expect(await table()).not.toEqual(before);
  const leftOpen = [await table(), await log()];
  const times = await history.locator('.log-day:has(time)').evaluateAll((shown) =>
    shown.map((day) => {
      const at = new Date(day.querySelector('time')?.dateTime ?? '');
      return [day.querySelector('h3')?.textContent, `${at.getDate()}`] as const;
    }),
  );
  expect(times.length).toBeGreaterThan(0);
  for (const [heading, date] of times) expect(heading).toMatch(new RegExp(`\\b${date}\\b`));

  await history.reload();
  await expect.poll(table).toEqual(leftOpen[0]);
  expect(await log()).toEqual(leftOpen[1]);
});

test('8.5 the worker that runs on goes by the new zone: quiet hours end there', async ({ connected, seller }) => {
  await connected.allowAlerts();
  await connected.clearNotifications();
  const setZone = await zoneControl(connected, connected.probe);
  await setZone('Asia/Tokyo');
  const minute = await connected.probe.evaluate(() => new Date().getHours() * 60 + new Date().getMinutes());
  const quiet = { fromMinute: (minute + 1380) % 1440, toMinute: (minute + 60) % 1440, exceptEmpty: false };
  await connected.saveSettings({ quiet });
  seller.setLeft('c_europe', 500_000_000);
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('.50');
  await connected.waitForWorker();
  expect(await alertKinds(connected)).toEqual([]);
  await setZone('America/New_York');
  await connected.fireAlarm();
  await expect.poll(() => alertKinds(connected)).toEqual(['20%']);
  await setZone('');
});
