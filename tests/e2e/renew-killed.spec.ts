import { expect, payOn, test } from './support/fixtures.ts';

test('killed while the checkout is asked for, the same order is asked for again', async ({ connected, seller }) => {
  const asked: string[] = [];
  const isHeld = new Promise<void>((held) => {
    void connected.context.route('**/v1/checkout', (route) => {
      asked.push(route.request().postDataJSON().transactionId);
      if (asked.length > 1) return route.continue();
      held();
      return undefined;
    });
  });
  const popup = await connected.popup();
  await popup.getByTestId('renew').click();
  await isHeld;
  await connected.killWorker();
  const opened = connected.context.waitForEvent('page');
  await connected.wake();
  const checkout = await opened;
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  expect(new Set(asked).size).toBe(1);
  expect(seller.transactions()).toHaveLength(1);
});

test('killed after the answer got lost, the seller’s one purchase is gone on with', async ({ connected, seller }) => {
  let isLost = false;
  const lost = new Promise<void>((done) => {
    void connected.context.route('**/v1/checkout', async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      done();
      return undefined;
    });
  });
  const popup = await connected.popup();
  await popup.getByTestId('renew').click();
  await lost;
  await connected.killWorker();
  const opened = connected.context.waitForEvent('page');
  await connected.wake();
  await payOn(await opened, 'pay');
  expect(seller.transactions()).toHaveLength(1);
});

test('killed while the person pays, closing the page tells', async ({ connected, seller }) => {
  const popup = await connected.popup();
  const opened = connected.context.waitForEvent('page');
  await popup.getByTestId('renew').click();
  const checkout = await opened;
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  await connected.killWorker();
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect.poll(connected.badge).toBe('4.2');
  expect(seller.transactions()).toHaveLength(1);
});

test('killed between payment and credit, the alarm finds the data', async ({ connected, seller }) => {
  seller.setCreditDelay('never');
  const popup = await connected.popup();
  const opened = connected.context.waitForEvent('page');
  await popup.getByTestId('renew').click();
  const checkout = await opened;
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  await connected.killWorker();
  seller.credit(seller.transactions()[0]?.transactionId ?? '');
  await connected.wake();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
});

test('killed before the new balance is read, it is read at the next wake', async ({ connected, seller }) => {
  seller.setCreditDelay('never');
  const popup = await connected.popup();
  const opened = connected.context.waitForEvent('page');
  await popup.getByTestId('renew').click();
  const checkout = await opened;
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  seller.credit(seller.transactions()[0]?.transactionId ?? '');
  seller.fault({ kind: 'hang', on: 'planStatus' });
  await connected.wake();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await connected.killWorker();
  seller.clearFaults();
  await connected.wake();
  await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
});
