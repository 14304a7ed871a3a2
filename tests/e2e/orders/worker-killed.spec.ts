import { rmSync } from 'node:fs';
import { newProfile } from '../support/chromium.ts';
import {
  expect,
  holdNext,
  newest,
  openGigabar,
  orderNews,
  payOn,
  payPages,
  renew,
  savedOrders,
  test,
} from '../support/fixtures.ts';

/* Story F13: whatever ends, the order goes on. */

const waits = ['on its way', 'on its way back'] as const;

for (const where of waits) {
  test(`killed while the checkout is ${where}, the same order is gone on with`, async ({ connected, seller }) => {
    await connected.allowAlerts();
    const popup = await connected.popup();
    const { held } = await holdNext(connected, '**/v1/checkout', where);
    await popup.getByTestId('renew').click();
    await held;
    const [saved] = await savedOrders(connected);
    expect(saved?.state).toBe('asked');
    await connected.killWorker();
    const opened = connected.context.waitForEvent('page');
    await connected.wake();
    const checkout = await opened;
    await payOn(checkout, 'pay');
    await checkout.close();
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
    expect(seller.transactions().map(({ transactionId }) => transactionId)).toEqual([saved?.id]);
    await expect.poll(() => orderNews(connected)).toEqual(['arrived']);
  });

  test(`killed while the state of a paid order is ${where}, it is asked for again`, async ({ connected, seller }) => {
    await connected.allowAlerts();
    const { popup, checkout } = await renew(connected);
    await payOn(checkout, 'pay');
    const { held } = await holdNext(connected, '**/v1/transactions/*', where);
    await checkout.close();
    await held;
    await connected.killWorker();
    await connected.wake();
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
    await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
    await expect.poll(() => orderNews(connected)).toEqual(['arrived']);
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
    seller.credit(newest(seller).transactionId);
    const { held } = await holdNext(connected, '**/v1/planStatus', where);
    await connected.wake();
    await held;
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
    await connected.killWorker();
    await connected.wake();
    await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
    await expect.poll(() => orderNews(connected)).toEqual(['arrived']);
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
  expect(payPages(connected, seller)).toHaveLength(1);
  await connected.killWorker();
  await payOn(checkout, 'decline');
  await connected.killWorker();
  await connected.wake();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'payment-failed');
  await connected.killWorker();
  // It may have been killed before it told of that, and once it is paid there is nothing to tell any more.
  await connected.wake();
  await expect.poll(async () => (await savedOrders(connected))[0]?.notified).toEqual(['failed']);
  await connected.killWorker();
  await payOn(checkout, 'pay');
  await connected.killWorker();
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  await connected.killWorker();
  seller.credit(newest(seller).transactionId);
  await connected.wake();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
  await connected.killWorker();
  await connected.wake();
  await expect.poll(async () => (await savedOrders(connected))[0]?.notified).toEqual(['failed', 'arrived']);
  expect((await orderNews(connected)).sort()).toEqual(['arrived', 'failed']);
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

  seller.credit(newest(seller).transactionId);
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
  const { transactionId } = newest(seller);
  await first.close();

  seller.pay(transactionId);
  const second = await openGigabar({ profile });
  await expect.poll(async () => (await savedOrders(second))[0]?.state).toBe('credited');
  expect(payPages(second, seller)).toEqual([]);
  expect(seller.transactions()).toHaveLength(1);
  await second.close();
  rmSync(profile, { recursive: true, force: true });
});
