import { expect, test } from '../support/fixtures.ts';

const ofEurope = (notices: string[]) => notices.filter((id) => id.includes('c_europe'));

test('a worker without the permission starts, checks and hears everything else', async ({ connected, seller }) => {
  seller.setLeft('c_europe', 300_000_000);
  await connected.killWorker();
  await connected.wake();
  await expect.poll(connected.badge).toBe('.30');
  await connected.settled();
  expect(await connected.notices()).toEqual([]);
  const popup = await connected.popup();
  await expect(popup.getByTestId('remaining')).toHaveText('300 MB');
});

test('crossing a threshold warns once, also after the worker was killed', async ({ connected, seller }) => {
  await connected.allowAlerts();
  seller.setLeft('c_europe', 600_000_000);
  await connected.wake();
  await expect.poll(async () => ofEurope(await connected.notices())).toHaveLength(1);
  const [first] = ofEurope(await connected.notices());
  await connected.clearNotices();
  await connected.killWorker();
  seller.setLeft('c_europe', 550_000_000);
  await connected.wake();
  await expect.poll(connected.badge).toBe('.55');
  await connected.settled();
  expect(ofEurope(await connected.notices())).toEqual([]);
  seller.setLeft('c_europe', 300_000_000);
  await connected.wake();
  await expect.poll(async () => ofEurope(await connected.notices())).toHaveLength(1);
  expect(ofEurope(await connected.notices())).not.toContain(first);
});

test('a real recovery arms the alerts again', async ({ connected, seller }) => {
  await connected.allowAlerts();
  for (const [left, badge] of [
    [500_000_000, '.50'],
    [1_400_000_000, '1.4'],
    [500_000_000, '.50'],
  ] as const) {
    await connected.clearNotices();
    seller.setLeft('c_europe', left);
    await connected.wake();
    await expect.poll(connected.badge).toBe(badge);
    await expect.poll(async () => ofEurope(await connected.notices()).length).toBe(left < 600_000_000 ? 1 : 0);
  }
});

test('a click on an alert, after the worker was killed, opens that card’s renewal', async ({ connected, seller }) => {
  await connected.allowAlerts();
  seller.setLeft('c_europe', 250_000_000);
  await connected.wake();
  await expect.poll(async () => ofEurope(await connected.notices())).toHaveLength(1);
  const [id] = ofEurope(await connected.notices());
  await connected.killWorker();
  await connected.wake();
  await expect.poll(() => connected.context.serviceWorkers().length).toBeGreaterThan(0);
  const popup = await connected.afterNoticeClick(id ?? '');
  await expect(popup.page.getByTestId('card-title')).toContainText('Axis Europe');
  await expect(popup.page.getByTestId('renew')).toBeVisible();
  await popup.detach();
});
