import { expect, payOn, renew, showPlans, test } from '../support/fixtures.ts';

test('one press opens the seller’s own checkout; paid, the data arrives by itself', async ({ connected, seller }) => {
  const { popup, checkout } = await renew(connected);
  expect(new URL(checkout.url()).origin).toBe(seller.payUrl);
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  await payOn(checkout, 'pay', 'wallet');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect(popup.getByTestId('order-state')).toContainText('3 GB has arrived');
  await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
  await expect.poll(connected.badge).toBe('4.2');
  expect(seller.transactions()).toHaveLength(1);
});

test('a declined payment says so and is tried again on the same order', async ({ connected, seller }) => {
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'decline');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'payment-failed');
  const opened = connected.context.waitForEvent('page');
  await popup.getByTestId('renew').click();
  const again = await opened;
  await again.bringToFront();
  await payOn(again, 'pay', 'paypal');
  await again.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  expect(seller.transactions()).toHaveLength(1);
});

test('a cancelled order says so and lets the person buy anew', async ({ connected, seller }) => {
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'cancel');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'cancelled');
  await expect(popup.getByTestId('renew')).toBeEnabled();
  expect(seller.transactions().map(({ status }) => status)).toEqual(['CANCELLED']);
});

test('an expired checkout says so', async ({ connected, seller }) => {
  const { popup, checkout } = await renew(connected);
  seller.expire(seller.transactions()[0]?.transactionId ?? '');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'expired');
});

test('paid and not yet credited, it says what it waits for, until the data is there', async ({ connected, seller }) => {
  seller.setCreditDelay('never');
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  seller.credit(seller.transactions()[0]?.transactionId ?? '');
  await connected.fireAlarm();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
});

test('a plan that starts later is told as queued', async ({ connected, seller }) => {
  seller.setCreditDelay('queued');
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'queued');
});

test('two windows pressing at once make one order and one checkout', async ({ connected, seller }) => {
  const [one, two] = [await connected.popup(), await connected.popup()];
  await Promise.all([one.getByTestId('renew').click(), two.getByTestId('renew').click()]);
  await expect(one.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  await expect(two.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  expect(seller.transactions()).toHaveLength(1);
  const checkouts = () => connected.context.pages().filter((page) => page.url().startsWith(seller.payUrl)).length;
  await expect.poll(checkouts).toBe(1);
});

test('a changed price is bought only after a yes, as the same order', async ({ connected, seller }) => {
  seller.setOffer('c_europe', 'eu-3gb-30d', { cost: { currencyCode: 'SEK', units: '109', nanos: 0 } });
  const popup = await connected.popup();
  await popup.getByTestId('renew').click();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'price-changed');
  await expect(popup.getByTestId('order')).toContainText(/109/);
  expect(seller.transactions()).toHaveLength(0);
  const opened = connected.context.waitForEvent('page');
  await popup.getByTestId('confirm').click();
  await payOn(await opened, 'pay');
  expect(seller.transactions().map(({ cost }) => cost.units)).toEqual(['109']);
});

test('a payment page on an origin the seller never listed is not opened', async ({ connected, seller }) => {
  await connected.context.route('**/v1/checkout', async (route) => {
    const answer = await route.fetch();
    const body = { ...(await answer.json()), checkoutUrl: 'http://localhost:1/s/elsewhere' };
    await route.fulfill({ response: answer, json: body });
  });
  const popup = await connected.popup();
  const pages = connected.context.pages().length;
  await popup.getByTestId('renew').click();
  await expect(popup.getByRole('alert')).toContainText('did not open');
  expect(connected.context.pages()).toHaveLength(pages);
  expect(seller.transactions()).toHaveLength(1);
});

test('a purchase the seller already has open for the card is gone on with, not doubled', async ({
  connected,
  seller,
}) => {
  const first = await renew(connected);
  await expect(first.popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  await connected.probe.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get: (n: null) => Promise<object>; remove: (n: string[]) => Promise<void> } } };
    };
    const names = Object.keys(await chrome.storage.local.get(null));
    await chrome.storage.local.remove(names.filter((name) => name.startsWith('orders:')));
  });
  await first.checkout.close();
  const again = await renew(connected);
  await payOn(again.checkout, 'pay');
  await again.checkout.close();
  await expect(again.popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  expect(seller.transactions()).toHaveLength(1);
});

test('plans stand under four tabs, opened on the primary plan; what is not on sale says why', async ({ connected }) => {
  const popup = await connected.popup();
  await expect(popup.getByTestId('other-plans')).toContainText(/from SEK\s15\.00/);
  await popup.getByTestId('other-plans').click();
  await expect(popup.getByTestId('offer-tab')).toHaveText(['Daily', 'Weekly', 'Monthly', 'All']);
  await expect(popup.getByTestId('offer-tab').nth(2)).toHaveAttribute('aria-selected', 'true');
  await expect(popup.getByTestId('offer').and(popup.locator('[data-plan-id="eu-3gb-30d"]'))).toContainText(
    /SEK\s99\.00/,
  );
  await showPlans(popup, 'all');
  const sold = popup.getByTestId('offer').filter({ hasText: 'Sold out' });
  await expect(sold).toBeHidden();
  await popup.getByTestId('unavailable-offers').locator('summary').click();
  await expect(sold).toBeVisible();
  await expect(sold).toHaveAttribute('aria-disabled', 'true');
});
