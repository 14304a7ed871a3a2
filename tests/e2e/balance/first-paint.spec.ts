import type { Page } from '@playwright/test';
import { expect, type Gigabar, test } from '../support/fixtures.ts';

/* What the popup paints before its scripts are there: what the background has made in advance, else what it reads. */

declare const chrome: { storage: { session: { remove: (name: string) => Promise<void> } } };

/** A popup whose scripts of these names are held back. `letThrough`: lets them load. */
async function popupWithout(scripts: string, gigabar: Gigabar): Promise<{ popup: Page; letThrough: () => void }> {
  const popup = await gigabar.context.newPage();
  const { promise: held, resolve: letThrough } = Promise.withResolvers<void>();
  const session = await gigabar.context.newCDPSession(popup);
  await session.send('Fetch.enable', { patterns: [{ urlPattern: scripts }] });
  session.on('Fetch.requestPaused', ({ requestId }) => {
    void held.then(() => session.send('Fetch.continueRequest', { requestId }));
  });
  await popup.goto(`chrome-extension://${gigabar.id}/popup.html`);
  await popup.bringToFront();
  return { popup, letThrough };
}

const all = '*/chunks/PopupApp.js';
const later = '*-parts.js';

for (const [what, scripts] of [
  ['what was made in advance shows the figure, whether it lasts, and the button to renew before the popup', all],
  ['the popup shows the same by itself before anything else', later],
] as const)
  test(`${what} is loaded, and nothing moves then`, async ({ connected }) => {
    if (scripts === later) await connected.probe.evaluate(() => chrome.storage.session.remove('first-screen'));
    const { popup, letThrough } = await popupWithout(scripts, connected);
    await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
    await expect(popup.getByTestId('verdict')).not.toBeEmpty();
    await expect(popup.getByTestId('expiry')).not.toBeEmpty();
    await expect(popup.getByTestId('renew')).toBeVisible();
    await expect(popup.getByTestId('other-plans')).toHaveCount(0);
    const places = async () => {
      const boxes = await Promise.all(
        ['remaining', 'verdict', 'renew'].map((id) => popup.getByTestId(id).boundingBox()),
      );
      return boxes.map((box) => box && { ...box });
    };
    const before = await places();
    letThrough();
    await expect(popup.getByTestId('other-plans')).toBeVisible();
    expect(await places()).toEqual(before);
  });

test('a press on Renew before everything is loaded opens the checkout once it is', async ({ connected, seller }) => {
  const { popup, letThrough } = await popupWithout(all, connected);
  await popup.getByTestId('renew').click();
  const opened = connected.context.waitForEvent('page');
  letThrough();
  expect(new URL((await opened).url()).origin).toBe(seller.payUrl);
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  expect(seller.transactions()).toHaveLength(1);
});
