import { expect, newestTransaction, orderNotifications, payOn, renew, savedOrders, test } from '../support/fixtures.ts';

/* The seller lists the card of a paid order no more. */

test('7.14 an order whose card was reissued is followed, told when it arrives, and stands in the history', async ({
  connected,
  seller,
}) => {
  await connected.allowAlerts();
  seller.setCreditDelay('never');
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  await popup.close();
  seller.setCard('c_europe', { reissued: true });
  await connected.fireAlarm();
  await connected.killWorker();

  seller.credit(newestTransaction(seller).transactionId);
  await connected.fireAlarm();
  await expect.poll(async () => (await savedOrders(connected))[0]?.state).toBe('credited');
  await expect.poll(() => orderNotifications(connected)).toEqual(['arrived']);
  const history = await connected.open('history.html');
  const select = history.getByTestId('history-card');
  await select.selectOption({ label: 'Axis Europe (no longer listed)' });
  await expect(history.getByTestId('order-row')).toHaveAttribute('data-state', 'credited');
  await expect(history.getByTestId('buy-again')).toHaveCount(0);
});
