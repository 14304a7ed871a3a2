import { rmSync } from 'node:fs';
import { newProfile } from '../support/chromium.ts';
import {
  blockNextRequest,
  checkoutPages,
  expect,
  newestTransaction,
  openGigabar,
  orderNotifications,
  payOn,
  renew,
  savedOrders,
  test,
} from '../support/fixtures.ts';

/* Story F13: an order survives the end of worker, browser and page. */

const positions = ['on its way', 'on its way back'] as const;

for (const where of positions) {
  test(`killed while the checkout is ${where}, the same order is gone on with`, async ({ connected, seller }) => {
    await connected.allowAlerts();
    const popup = await connected.popup();
    const { blocked } = await blockNextRequest(connected, '**/v1/checkout', where);
    await popup.getByTestId('renew').click();
    await blocked;
    const [saved] = await savedOrders(connected);
    expect(saved?.state).toBe('asked');
    await connected.killWorker();
    const opened = connected.context.waitForEvent('page');
    await connected.fireAlarm();
    const checkout = await opened;
    await payOn(checkout, 'pay');
    await checkout.close();
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
    expect(seller.transactions().map(({ transactionId }) => transactionId)).toEqual([saved?.id]);
    await expect.poll(() => orderNotifications(connected)).toEqual(['arrived']);
  });

  test(`killed while the state of a paid order is ${where}, it is asked for again`, async ({ connected, seller }) => {
    await connected.allowAlerts();
    const { popup, checkout } = await renew(connected);
    await payOn(checkout, 'pay');
    const { blocked } = await blockNextRequest(connected, '**/v1/transactions/*', where);
    await checkout.close();
    await blocked;
    await connected.killWorker();
    await connected.fireAlarm();
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
    await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
    await expect.poll(() => orderNotifications(connected)).toEqual(['arrived']);
    expect(seller.transactions()).toHaveLength(1);
  });

  test(`killed while the new balance is ${where}, the arrival is told once it is read`, async ({
    connected,
    seller,
  }) => {
    await connected.allowAlerts();
    seller.setCreditDelay('never');
    const { popup, checkout } = await renew(connected);
    await payOn(checkout, 'pay');
    await checkout.close();
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
    seller.credit(newestTransaction(seller).transactionId);
    const { blocked } = await blockNextRequest(connected, '**/v1/planStatus', where);
    await connected.fireAlarm();
    await blocked;
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
    await connected.killWorker();
    await connected.fireAlarm();
    await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
    await expect.poll(() => orderNotifications(connected)).toEqual(['arrived']);
    await expect.poll(connected.badge).toBe('4.2');
  });
}

test('killed before and after every step of a person, one order is paid once and told once', async ({
  connected,
  seller,
}) => {
  await connected.allowAlerts();
  seller.setCreditDelay('never');
  const popup = await connected.popup();
  await expect(popup.getByTestId('renew')).toContainText('Europe 3 GB');
  await connected.killWorker();
  const opened = connected.context.waitForEvent('page');
  await popup.getByTestId('renew').click();
  const checkout = await opened;
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  await connected.killWorker();
  await popup.getByTestId('renew').click();
  await expect.poll(async () => (await savedOrders(connected))[0]?.checkoutOpenCount).toBe(2);
  expect(checkoutPages(connected, seller)).toHaveLength(1);
  await connected.killWorker();
  await payOn(checkout, 'decline');
  await connected.killWorker();
  await connected.fireAlarm();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'payment-failed');
  await connected.killWorker();
  // The worker may have been killed before it sent that notification, which it no longer does once the order is paid.
  await connected.fireAlarm();
  await expect.poll(async () => (await savedOrders(connected))[0]?.notified).toEqual(['failed']);
  await connected.killWorker();
  await payOn(checkout, 'pay');
  await connected.killWorker();
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  await connected.killWorker();
  seller.credit(newestTransaction(seller).transactionId);
  await connected.fireAlarm();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
  await connected.killWorker();
  await connected.fireAlarm();
  await expect.poll(async () => (await savedOrders(connected))[0]?.notified).toEqual(['failed', 'arrived']);
  expect((await orderNotifications(connected)).sort()).toEqual(['arrived', 'failed']);
  expect(seller.transactions().map(({ status }) => status)).toEqual(['CREDITED']);
});

test('a browser started anew in the middle of a paid order follows it by itself', async ({ seller }) => {
  seller.setCreditDelay('never');
  const profile = newProfile();
  const first = await openGigabar({ profile });
  await (await first.connect(seller)).close();
  await first.pin('Axis Europe');
  const { popup, checkout } = await renew(first);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  await first.close();

  seller.credit(newestTransaction(seller).transactionId);
  const second = await openGigabar({ profile });
  await expect.poll(async () => (await savedOrders(second))[0]?.state).toBe('credited');
  await expect.poll(second.badge).toBe('4.2');
  await second.close();
  rmSync(profile, { recursive: true, force: true });
});

test('a browser that ended on the payment page learns at its start that it was paid, and opens the page no second time', async ({
  seller,
}) => {
  const profile = newProfile();
  const first = await openGigabar({ profile });
  await (await first.connect(seller)).close();
  await first.pin('Axis Europe');
  const { popup } = await renew(first);
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  const { transactionId } = newestTransaction(seller);
  await first.close();

  seller.pay(transactionId);
  const second = await openGigabar({ profile });
  await expect.poll(async () => (await savedOrders(second))[0]?.state).toBe('credited');
  expect(checkoutPages(second, seller)).toEqual([]);
  expect(seller.transactions()).toHaveLength(1);
  await second.close();
  rmSync(profile, { recursive: true, force: true });
});
