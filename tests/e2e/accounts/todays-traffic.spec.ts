import { expect, type Gigabar, test } from '../support/fixtures.ts';

type Traffic = { day: number; bytes: number };

async function traffic(gigabar: Gigabar): Promise<Traffic> {
  const check = Object.entries(await gigabar.stored()).find(([name]) => name.startsWith('check:'))?.[1];
  return (check as { traffic: Traffic }).traffic;
}

test('N1 the settings tell what checks took of today’s data, and counting goes on after the worker has ended', async ({
  connected,
}) => {
  const settings = await connected.open('options.html');
  const row = settings.getByTestId('traffic');
  await expect(row).toHaveText(/^Gigabar used about [\d.]+ (KB|MB) of your data today\.$/);
  const told = (await row.textContent()) ?? '';
  const before = await traffic(connected);
  await connected.killWorker();
  await connected.fireAlarm();
  await expect(row).not.toHaveText(told);
  const after = await traffic(connected);
  const isNewDay = after.day !== before.day;
  expect(isNewDay || after.bytes > before.bytes + 500, `${before.bytes}, then ${after.bytes}`).toBe(true);
});
