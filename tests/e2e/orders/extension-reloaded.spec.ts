import { checkoutPages, expect, openGigabar, payOn, renew, test } from '../support/fixtures.ts';

/* The extension is reloaded, as at each of its updates, while a payment page is open. */

declare const chrome: { runtime: { reload: () => void } };

test('7.16 after a reload of the extension the same payment page comes to the front, and closing it wakes the order', async ({
  seller,
}) => {
  const gigabar = await openGigabar();
  await (await gigabar.connect(seller)).close();
  await gigabar.pin('Axis Europe');
  const { checkout } = await renew(gigabar);
  await expect.poll(() => checkoutPages(gigabar, seller)).toHaveLength(1);

  const restarted = gigabar.context.waitForEvent('serviceworker');
  // The page that asks for it is closed by it, so it must not be waited for.
  await gigabar.probe.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
  await restarted;
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('renew')).toContainText('Continue to payment');
  await popup.getByTestId('renew').click();
  await expect.poll(() => checkout.evaluate(() => document.visibilityState)).toBe('visible');
  expect(checkoutPages(gigabar, seller)).toEqual([checkout]);

  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  expect(seller.transactions()).toHaveLength(1);
  await gigabar.close();
});
