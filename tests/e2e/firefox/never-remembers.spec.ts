import { expect, test } from '../support/firefox/firefox-gigabar.ts';

/* A Firefox set to never remember history: every window is private, and so is the background. */

test.use({ prefs: { 'browser.privatebrowsing.autostart': true } });

test('8.10 a Firefox that never remembers history shows the figure on toolbar and popup, and renews', async ({
  gigabar,
  seller,
}) => {
  await gigabar.connect(seller);
  await expect.poll(gigabar.badge).toBe('5.0');
  const popup = await gigabar.toolbarPopup();
  await expect.poll(() => popup.text('remaining')).toBe('5 GB');
  await expect.poll(() => popup.text('renew')).toContain('Nordic 10 GB');
  await popup.press('renew');
  const checkout = await gigabar.waitForPage(`${seller.payUrl}/s/`);
  // A window that is not private cannot be had: the page opened in the one there is.
  expect(await gigabar.windows()).toMatchObject([{ isPrivate: true }]);
  seller.pay(seller.transactions()[0]?.transactionId ?? '');
  await checkout.close();
  await expect.poll(gigabar.badge).toBe('15G');
});
