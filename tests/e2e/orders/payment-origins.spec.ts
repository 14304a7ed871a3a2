import { startSeller } from '../../sandbox/seller.ts';
import type { SellerOptions } from '../../sandbox/types.ts';
import { checkoutPages, expect, newestTransaction, payOn, test } from '../support/fixtures.ts';

/* A seller that takes payment elsewhere than it said at connecting. */

test('7.15 a payment page on a foreign origin that the seller names only now opens after a yes, and is paid', async ({
  gigabar,
}) => {
  const options: SellerOptions = { creditDelayMs: 0, hosts: { pay: 'localhost' }, discovery: { checkoutOrigins: [] } };
  const seller = await startSeller(options);
  await (await gigabar.connect(seller)).close();
  await gigabar.pin('Axis Europe');
  options.discovery = {};

  const popup = await gigabar.popup();
  await popup.getByTestId('renew').click();
  const question = popup.getByTestId('origin-question');
  const { host } = new URL(seller.payUrl);
  await expect(question).toContainText(`Pay at ${host}?`);
  await expect(question).toContainText('Axis did not name this address when you connected.');
  await expect(question.getByTestId('decline')).toBeFocused();
  await expect(popup.getByTestId('order')).not.toContainText('has closed');
  await question.getByTestId('decline').click();
  await expect(popup.getByTestId('order')).toHaveCount(0);
  await gigabar.waitForWorker();
  await gigabar.fireAlarm();
  const status = `/v1/transactions/${newestTransaction(seller).transactionId}`;
  await expect.poll(() => seller.count(status)).toBeGreaterThan(0);
  expect(checkoutPages(gigabar, seller)).toEqual([]);

  await popup.getByTestId('renew').click();
  const opened = gigabar.context.waitForEvent('page');
  await question.getByTestId('open-page').click();
  const checkout = await opened;
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  expect(seller.transactions()).toHaveLength(1);
  await seller.close();
});
