import { expect, type Gigabar, test } from './support/fixtures.ts';

async function allowAlerts(gigabar: Gigabar): Promise<void> {
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('allow-alerts').click();
  await expect(settings.getByTestId('allow-alerts')).toHaveCount(0);
  await settings.close();
}

const ofEurope = (notices: string[]) => notices.filter((id) => id.includes('c_europe'));

test('a worker without the permission starts, checks and hears everything else', async ({ connected, seller }) => {
  seller.setLeft('c_europe', 300_000_000);
  await connected.killWorker();
  await connected.wake();
  await expect.poll(connected.badge).toBe('.30');
  expect(await connected.notices()).toEqual([]);
  const popup = await connected.popup();
  await expect(popup.getByTestId('remaining')).toHaveText('300 MB');
});

test('crossing a threshold warns once, also after the worker was killed', async ({ connected, seller }) => {
  await allowAlerts(connected);
  seller.setLeft('c_europe', 600_000_000);
  await connected.wake();
  await expect.poll(async () => ofEurope(await connected.notices())).toHaveLength(1);
  const [first] = ofEurope(await connected.notices());
  await clearNotices(connected);
  await connected.killWorker();
  seller.setLeft('c_europe', 550_000_000);
  await connected.wake();
  await expect.poll(connected.badge).toBe('.55');
  expect(ofEurope(await connected.notices())).toEqual([]);
  seller.setLeft('c_europe', 0);
  await connected.wake();
  await expect.poll(async () => ofEurope(await connected.notices())).toHaveLength(1);
  expect(ofEurope(await connected.notices())).not.toContain(first);
});

test('a real recovery arms the alerts again', async ({ connected, seller }) => {
  await allowAlerts(connected);
  for (const [left, badge] of [
    [500_000_000, '.50'],
    [2_900_000_000, '2.9'],
    [500_000_000, '.50'],
  ] as const) {
    await clearNotices(connected);
    seller.setLeft('c_europe', left);
    await connected.wake();
    await expect.poll(connected.badge).toBe(badge);
    await expect.poll(async () => ofEurope(await connected.notices()).length).toBe(left < 600_000_000 ? 1 : 0);
  }
});

test('a click on an alert, after the worker was killed, opens that card’s renewal', async ({ connected, seller }) => {
  await allowAlerts(connected);
  seller.setLeft('c_europe', 200_000_000);
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

async function clearNotices(gigabar: Gigabar): Promise<void> {
  await gigabar.probe.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { notifications: { getAll: (f: (a: object) => void) => void; clear: (id: string) => void } };
    };
    chrome.notifications.getAll((all) => {
      for (const id of Object.keys(all)) chrome.notifications.clear(id);
    });
  });
  await expect.poll(gigabar.notices).toEqual([]);
}
