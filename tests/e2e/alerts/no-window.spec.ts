import { expect, type Gigabar, openGigabar, type Seller, test } from '../support/fixtures.ts';
import {
  closeNormalWindows,
  minimizeWindows,
  openPrivateWindow,
  shownNotifications,
  windowsOf,
} from '../support/window-controls.ts';

/* Story F27, the click that opened nothing: a page is opened where no normal window is open. */

/** Connected, with an alert for each card that is short of data. */
async function openWithAlerts(seller: Seller, args: string[] = []): Promise<Gigabar> {
  const gigabar = await openGigabar({ args });
  await gigabar.connect(seller);
  await gigabar.allowAlerts();
  return gigabar;
}

/** Clicks the alert about the card; returns the page that opens. */
async function clickAlert(gigabar: Gigabar, cardKey: string) {
  const id = (await shownNotifications(gigabar)).find((shown) => shown.includes(cardKey)) ?? '';
  const popup = `chrome-extension://${gigabar.id}/popup.html`;
  const opened = gigabar.context.waitForEvent('page', (page) => page.url().startsWith(popup));
  await gigabar.clickNotification(id);
  const page = await opened;
  await expect.poll(() => shownNotifications(gigabar)).not.toContain(id);
  return page;
}

for (const [when, args, prepare] of [
  ['a private window alone is open', [], openPrivateWindow],
  // As on macOS, where the browser runs on without one.
  ['no window is open', ['--keep-alive-for-test'], async () => undefined],
] as const) {
  test(`8.9 F27 a click on an alert while ${when} opens a window with the card, and then the alert goes`, async ({
    seller,
  }) => {
    const gigabar = await openWithAlerts(seller, [...args]);
    await prepare(gigabar);
    await closeNormalWindows(gigabar);
    const page = await clickAlert(gigabar, 'c_asia');
    await expect(page.getByTestId('card-title')).toContainText('Axis Asia');
    expect(await windowsOf(gigabar)).toMatchObject([{ incognito: false, focused: true }]);
    await gigabar.close();
  });
}

test('8.9 F27 a click on an alert while all windows are minimized shows the card in one of them', async ({
  seller,
}) => {
  const gigabar = await openWithAlerts(seller);
  await minimizeWindows(gigabar);
  const page = await clickAlert(gigabar, 'c_asia');
  await expect(page.getByTestId('card-title')).toContainText('Axis Asia');
  expect(await windowsOf(gigabar)).toMatchObject([{ state: 'normal', focused: true }]);
  await gigabar.close();
});
