import type { FaultKind } from '../../sandbox/types.ts';
import { workerOf } from '../support/chromium.ts';
import {
  checkoutPages,
  expect,
  newestTransaction,
  orderNotifications,
  payOn,
  renew,
  test,
} from '../support/fixtures.ts';

/* Failures between click and credit: each has its own message and a next step. Stories F2 and F13. */

test.use({ sellerOptions: { creditDelayMs: 'never', discovery: { accountUrl: 'https://www.axis.example/account' } } });

const noAnswers: [FaultKind, RegExp][] = [
  ['offline', /No answer from Axis\. You may be offline, or this Wi-Fi may want you to sign in first/],
  ['redirect', /This Wi-Fi wants you to sign in first/],
  ['503', /Axis has a problem/],
  ['429', /Axis asked us to wait until \d\d:\d\d/],
  ['html', /could not read/],
];

for (const [kind, sentence] of noAnswers) {
  test(`no payment page because of ${kind}: it says so, also in a popup opened anew, and trying again makes no second order`, async ({
    connected,
    seller,
  }) => {
    const wait = kind === '429' || kind === '503' ? { retryAfter: '1' } : {};
    seller.fault({ kind, on: 'checkout', ...wait });
    const first = await connected.popup();
    await first.getByTestId('renew').click();
    await expect(first.getByTestId('order').getByRole('alert')).toContainText(sentence);
    await first.close();
    await connected.killWorker();

    const popup = await connected.popup();
    const panel = popup.getByTestId('order');
    await expect(panel).toContainText('nothing was charged');
    await panel.getByTestId('contact').click();
    await expect(panel.getByTestId('account-page')).toHaveAttribute('href', 'https://www.axis.example/account');
    await expect(panel.getByTestId('support-mail')).toBeVisible();
    seller.clearFaults();
    await expect
      .poll(async () => {
        // The button may be gone, as Gigabar also retries by itself.
        await panel
          .getByTestId('try-again')
          .click({ timeout: 1000 })
          .catch(() => undefined);
        return checkoutPages(connected, seller).length;
      })
      .toBe(1);
    expect(seller.transactions()).toHaveLength(1);
  });
}

test('no payment page while offline: it says so and goes on by itself when the network is back', async ({
  connected,
  seller,
}) => {
  const popup = await connected.popup();
  await expect(popup.getByTestId('renew')).toContainText('Europe 3 GB');
  await connected.context.setOffline(true);
  await popup.getByTestId('renew').click();
  await expect(popup.getByTestId('order').getByRole('alert')).toContainText('You are offline');
  await connected.context.setOffline(false);
  const opened = connected.context.waitForEvent('page');
  await connected.fireAlarm();
  await payOn(await opened, 'pay');
  expect(seller.transactions()).toHaveLength(1);
});

test('a payment page the browser blocks can be tried again, or opened by its link', async ({ connected, seller }) => {
  const worker = await workerOf(connected.context);
  await worker.evaluate(() => {
    const { tabs } = (globalThis as unknown as { browser: { tabs: { create: () => Promise<never> } } }).browser;
    tabs.create = () => Promise.reject(new Error('blocked'));
  });
  const popup = await connected.popup();
  await popup.getByTestId('renew').click();
  const panel = popup.getByTestId('order');
  await expect(panel.getByRole('alert')).toContainText('Your browser did not open the payment page');
  await connected.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.getByTestId('copy-link').click();
  await expect(panel.getByTestId('copy-link')).toHaveText('Link copied');
  const link = await popup.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(newestTransaction(seller).checkoutUrl);

  await connected.killWorker();
  const opened = connected.context.waitForEvent('page');
  await panel.getByTestId('try-again').click();
  expect((await opened).url()).toBe(link);
  await expect(panel.getByRole('alert')).toHaveCount(0);
  expect(seller.transactions()).toHaveLength(1);
});

test('a payment that failed says the seller’s reason and is tried again by another method, on the same order', async ({
  connected,
  seller,
}) => {
  await connected.allowAlerts();
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'decline');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'payment-failed');
  await expect(popup.getByTestId('order-facts')).toHaveText('Axis says: The payment was declined. No money was taken.');
  await expect.poll(() => orderNotifications(connected)).toEqual(['failed']);
  await expect(popup.getByTestId('renew')).toContainText('Try the payment again');
  const opened = connected.context.waitForEvent('page');
  await popup.getByTestId('renew').click();
  await payOn(await opened, 'pay', 'paypal');
  await connected.fireAlarm();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  expect(seller.transactions()).toHaveLength(1);
});
