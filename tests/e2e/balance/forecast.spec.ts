import { readFileSync } from 'node:fs';
import {
  expect,
  type Gigabar,
  replayPastUsage,
  type Seller,
  sentAlerts,
  setPastMeasurement,
  test,
} from '../support/fixtures.ts';

/* Past usage comes from real checks: the seller reports a past time of measurement. */

const initialBytes = 2_900_000_000;

/** Connects a card with usage of `bytesPerDay` over the last `days` days. */
async function connectWithPastUsage(
  gigabar: Gigabar,
  seller: Seller,
  days: number,
  bytesPerDay: number,
): Promise<void> {
  const past = Array.from({ length: days + 1 }, (_, nth) => ({
    daysAgo: days - nth,
    remainingBytes: initialBytes - nth * bytesPerDay,
  }));
  const [first, ...rest] = past;
  if (first) setPastMeasurement(seller, 'c_europe', first);
  await (await gigabar.connect(seller)).close();
  await gigabar.pin('Axis Europe');
  await replayPastUsage(gigabar, seller, 'c_europe', rest);
}

test('until enough days were seen the plan’s average is a first estimate, said to be one and warned of by nobody', async ({
  gigabar,
  seller,
}) => {
  await (await gigabar.connect(seller)).close();
  await gigabar.pin('Axis Europe');
  await gigabar.allowAlerts();
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('verdict')).toHaveText(/^First estimate: runs out .*, (about )?\d+ days early$/);
  await expect(popup.getByTestId('safe-per-day')).toHaveText(/^Use 7\d MB a day to make it \(so far 130\)$/);
  await expect.poll(gigabar.tooltip).toMatch(/\nFirst estimate: runs out about /);
  seller.use('c_europe', 5_000_000);
  await gigabar.fireAlarm();
  await expect(popup.getByTestId('remaining')).toHaveText('1.23 GB');
  expect(await sentAlerts(gigabar)).not.toContain('risk');
});

test('where the seller does not say when the plan began it is too early to say', async ({ gigabar, seller }) => {
  seller.setPlan('c_europe', 'eu-3gb-30d', { startTime: undefined });
  await connectWithPastUsage(gigabar, seller, 2, 150_000_000);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('verdict')).toHaveText('Too early to say how long it lasts');
});

test('data that will run out first is said with when and how early, in red on the toolbar, and warned of once', async ({
  gigabar,
  seller,
}) => {
  await connectWithPastUsage(gigabar, seller, 8, 200_000_000);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('verdict')).toHaveText(/^Runs out .*, (about )?\d+ days early$/);
  await expect(popup.getByTestId('safe-per-day')).toHaveText(/^Use 8\d MB a day to make it \(lately 200\)$/);
  await expect.poll(gigabar.tooltip).toMatch(/\nRuns out about /);
  await gigabar.allowAlerts();
  await expect.poll(() => sentAlerts(gigabar)).toContain('risk');
  await gigabar.clearNotifications();
  await gigabar.killWorker();
  seller.use('c_europe', 5_000_000);
  await gigabar.fireAlarm();
  await expect(popup.getByTestId('remaining')).toHaveText('1.29 GB');
  await gigabar.waitForWorker();
  expect(await gigabar.notifications()).toEqual([]);
  await gigabar.saveSettings({ badgeShows: 'run-out' });
  await expect.poll(gigabar.badge).toMatch(/^[5-7]d$/);
});

test('data that will lapse unused is said, and warned of once before it does', async ({ gigabar, seller }) => {
  await connectWithPastUsage(gigabar, seller, 6, 20_000_000);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('verdict')).toHaveText('Lasts until it expires');
  await expect(popup.getByTestId('safe-per-day')).toHaveText(/^About .* GB to spare$/);
  await gigabar.allowAlerts();
  await gigabar.clearNotifications();
  await gigabar.saveSettings({ leadHours: [] });
  await gigabar.killWorker();
  seller.jumpToExpiry('c_europe', 70 * 3_600_000);
  await gigabar.fireAlarm();
  const lapseAlerts = async () => (await gigabar.notifications()).filter((id) => id.includes('c_europe:lapse'));
  await expect.poll(lapseAlerts).toHaveLength(1);
  await gigabar.clearNotifications();
  await gigabar.killWorker();
  seller.use('c_europe', 1_000_000);
  await gigabar.fireAlarm();
  await expect(popup.getByTestId('remaining')).toHaveText('2.77 GB');
  await gigabar.waitForWorker();
  expect(await lapseAlerts()).toEqual([]);
});

test('past days are bars in the popup and a page of their own, with a table, a log and a CSV file', async ({
  gigabar,
  seller,
}) => {
  await connectWithPastUsage(gigabar, seller, 5, 100_000_000);
  seller.setModule('c_europe', 'main', { byteBalance: { quotaBytes: '6000000000', remainingBytes: '5390000000' } });
  await gigabar.fireAlarm();
  await expect.poll(gigabar.badge).toBe('5.3');
  const popup = await gigabar.popup();
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByTestId('past-days').click();
  await popup.getByTestId('history-link').click();
  const page = await opened;
  await expect(page.getByTestId('history-card').locator('option:checked')).toHaveText('Axis Europe');
  await expect(page.getByTestId('history-summary')).toContainText('101 MB a day on average, 510 MB in all');
  await expect(page.getByTestId('change-log')).toContainText(/3 GB/);
  await page.getByText(/table/i).click();
  await expect(page.getByTestId('day-table').getByRole('row').nth(2)).toContainText(/(99\.99|100) MB/);
  const downloading = page.waitForEvent('download');
  await page.getByTestId('csv').click();
  const csv = readFileSync((await (await downloading).path()) ?? '', 'utf8');
  const rows = csv
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));
  const orderColumns = ['order', 'plan', 'state', 'price', 'currency', 'confirmation_code'];
  expect(rows[0]).toEqual(['from', 'to', 'card', 'cause', 'bytes', 'left_bytes', 'module', ...orderColumns]);
  const used = rows.filter((row) => row[3] === 'used').map((row) => Number(row[4]));
  expect(used.reduce((sum, bytes) => sum + bytes, 0)).toBe(510_000_000);
  expect(rows.filter((row) => row[3] === 'credited').map((row) => row[4])).toEqual(['3000000000']);
});
