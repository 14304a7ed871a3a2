import type { Page } from '@playwright/test';
import { expect, type Gigabar, test } from '../support/fixtures.ts';

/* What the popup paints before the scripts of all that stands below are there. */

/** A popup whose later scripts are held back. `letThrough`: lets them load. */
async function popupWithoutLaterParts(gigabar: Gigabar): Promise<{ popup: Page; letThrough: () => void }> {
  const popup = await gigabar.context.newPage();
  const { promise: held, resolve: letThrough } = Promise.withResolvers<void>();
  const session = await gigabar.context.newCDPSession(popup);
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*-parts-*.js' }] });
  session.on('Fetch.requestPaused', ({ requestId }) => {
    void held.then(() => session.send('Fetch.continueRequest', { requestId }));
  });
  await popup.goto(`chrome-extension://${gigabar.id}/popup.html`);
  await popup.bringToFront();
  return { popup, letThrough };
}

test('the popup shows the figure, whether it lasts, and the button to renew before anything else is loaded', async ({
  connected,
}) => {
  const { popup, letThrough } = await popupWithoutLaterParts(connected);
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  await expect(popup.getByTestId('verdict')).not.toBeEmpty();
  await expect(popup.getByTestId('expiry')).not.toBeEmpty();
  await expect(popup.getByTestId('renew')).toBeVisible();
  await expect(popup.getByTestId('other-plans')).toHaveCount(0);
  const places = async () => {
    const boxes = await Promise.all(['remaining', 'verdict', 'renew'].map((id) => popup.getByTestId(id).boundingBox()));
    return boxes.map((box) => box && { ...box });
  };
  const before = await places();
  letThrough();
  await expect(popup.getByTestId('other-plans')).toBeVisible();
  expect(await places()).toEqual(before);
});

test('a press on Renew before everything is loaded opens the checkout once it is', async ({ connected, seller }) => {
  const { popup, letThrough } = await popupWithoutLaterParts(connected);
  await popup.getByTestId('renew').click();
  const opened = connected.context.waitForEvent('page');
  letThrough();
  expect(new URL((await opened).url()).origin).toBe(seller.payUrl);
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  expect(seller.transactions()).toHaveLength(1);
});
