import { loopbackGrant } from '../support/chromium.ts';
import { expect, openGigabar, payOn, test } from '../support/fixtures.ts';
import {
  closeNormalWindows,
  openPrivateWindow,
  popupInFront,
  shownBadge,
  windowsOf,
} from '../support/window-controls.ts';

test('8.10 pressed in a private window that is open alone, Renew opens the payment page in a normal one', async ({
  seller,
}) => {
  const gigabar = await openGigabar({ grant: { ...loopbackGrant, privateWindows: true } });
  await gigabar.connect(seller);
  await gigabar.pin('Axis Europe');
  await openPrivateWindow(gigabar);
  await closeNormalWindows(gigabar);
  const popup = await popupInFront(gigabar);
  await expect(popup.page.getByTestId('remaining')).toHaveText('1.24 GB');
  const opened = gigabar.context.waitForEvent('page', (page) => page.url().startsWith(seller.payUrl));
  await popup.page.getByTestId('renew').click();
  const checkout = await opened;
  expect(await windowsOf(gigabar)).toMatchObject([{ incognito: true }, { incognito: false, focused: true }]);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect.poll(() => shownBadge(gigabar)).toBe('4.2');
  await popup.detach();
  await gigabar.close();
});
