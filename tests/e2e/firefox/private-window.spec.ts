import { expect, press, test, text } from '../support/firefox/firefox-gigabar.ts';

/* A private window beside a normal one, where the user has allowed the extension. */

test('8.10 in a private window the figure is shown, and the payment page opens in the normal one', async ({
  gigabar,
  seller,
}) => {
  await gigabar.connect(seller);
  const popup = await gigabar.open('popup.html', await gigabar.openPrivateWindow());
  await expect.poll(() => text(popup, 'remaining')).toBe('5 GB');
  const [normal, isPrivate] = await gigabar.windows();
  await press(popup, 'renew');
  await gigabar.waitForPage(`${seller.payUrl}/s/`);
  expect(await gigabar.windows()).toEqual([{ ...normal, tabs: (normal?.tabs ?? 0) + 1 }, isPrivate]);
  expect(isPrivate?.isPrivate).toBe(true);
});

test('8.10 of the pages of a private window nothing is kept and nothing follows, the seller’s own included', async ({
  gigabar,
  seller,
}) => {
  await gigabar.connect(seller);
  await gigabar.waitForBackground();
  const before = seller.requests.length;
  const page = await gigabar.visit(`${seller.url}/?read-by-nobody`, await gigabar.openPrivateWindow());
  await page.close();
  await gigabar.waitForBackground();
  expect(JSON.stringify(await gigabar.stored())).not.toContain('read-by-nobody');
  const paths = seller.requests.slice(before).map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith('/v1') || path.startsWith('/oauth'))).toEqual([]);
});
