import { expect, phones, test } from '../support/fixtures.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

test('an eSIM that is not used yet shows its size and until when it has to begin, and begins at its first use', async ({
  gigabar,
  seller,
}) => {
  await gigabar.connect(seller, phones.world);
  await gigabar.pin('Axis World');
  await expect.poll(gigabar.badge).toBe('5.0');
  await expect.poll(gigabar.tooltip).toMatch(/Axis World: 5 GB, not started\nStarts at first use, by \d+ \w+/);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('remaining')).toHaveText('5 GB');
  await expect(popup.getByTestId('verdict')).toHaveText(/^Starts at first use, by \d+ \w+$/);
  await expect(popup.getByTestId('expiry')).toHaveCount(0);
  await expect(popup.getByTestId('extra-line')).toHaveCount(0);
  seller.use('c_world', 1_000_000_000);
  await gigabar.fireAlarm();
  await expect.poll(gigabar.badge).toBe('4.0');
  await expect(popup.getByTestId('remaining')).toHaveText('4 GB');
  await expect(popup.getByTestId('expiry')).toBeVisible();
});

test('a plan that waits beside the present one is a line, and no data', async ({ connected, seller }) => {
  const [waiting] = seller.card('c_world').plans;
  seller.setCard('c_europe', { plans: [...seller.card('c_europe').plans, waiting] });
  await connected.fireAlarm();
  const popup = await connected.popup();
  await expect(popup.getByTestId('extra-line')).toHaveText(/^World 5 GB starts at first use, by \d+ \w+$/);
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  await expect.poll(connected.badge).toBe('1.2');
});

test('a plan is warned of once before it lapses, also after the worker was killed', async ({ connected, seller }) => {
  await connected.allowAlerts();
  const lapsing = async () => (await connected.notifications()).filter((id) => id.includes('unstarted-1d'));
  seller.setUnstarted('c_asia', 20 * hourMs);
  await connected.fireAlarm();
  await expect.poll(lapsing).toHaveLength(1);
  await connected.waitForWorker();
  await connected.clearNotifications();
  await connected.killWorker();
  const requested = seller.nextRequest('/v1/planStatus');
  await connected.fireAlarm();
  await requested;
  await connected.waitForWorker();
  expect(await lapsing()).toEqual([]);
});

test('the end of the SIM is warned of a week ahead, and is the line in the popup', async ({ connected, seller }) => {
  await connected.allowAlerts();
  const lineExpirationTime = new Date(Date.now() + 7 * dayMs - hourMs).toISOString();
  seller.setCard('c_europe', { lineExpirationTime, credit: { currencyCode: 'SEK', units: '40', nanos: 0 } });
  await connected.fireAlarm();
  await expect
    .poll(async () => (await connected.notifications()).filter((id) => id.includes('line-end-7d')))
    .toHaveLength(1);
  const popup = await connected.popup();
  await expect(popup.getByTestId('extra-line')).toHaveText(/^SIM ends .+ without a top-up$/);
});
