import { readFileSync } from 'node:fs';
import { expect, newestTransaction, payOn, renew, test } from '../support/fixtures.ts';

test('orders are listed with state, price and times, with the receipt, to buy again, and in the CSV', async ({
  connected,
  seller,
}) => {
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  const first = newestTransaction(seller);

  const history = await connected.open('history.html');
  const row = history.getByTestId('order-row');
  await expect(row).toHaveCount(1);
  await expect(row).toHaveAttribute('data-state', 'credited');
  await expect(row).toContainText('Europe 3 GB');
  await expect(row).toContainText(/SEK\s99\.00/);
  await expect(row).toContainText(first.confirmationCode ?? '');
  const receipt = connected.context.waitForEvent('page');
  await row.getByTestId('receipt').click();
  const page = await receipt;
  expect(page.url()).toBe(first.receiptUrl);
  await page.close();

  const downloading = history.waitForEvent('download');
  await history.getByTestId('csv').click();
  const csv = readFileSync(await (await downloading).path(), 'utf8');
  const line = csv.split('\r\n').find((text) => text.includes(first.transactionId));
  expect(line).toContain('Europe 3 GB');
  expect(line).toContain('99');
  expect(line).toContain(first.confirmationCode ?? '');

  await expect(history.getByTestId('spent')).toContainText(/SEK\s99\.00/);
  // Nothing is bought again before the balance shows what was bought.
  await connected.fireAlarm();
  const opened = connected.context.waitForEvent('page');
  await row.getByTestId('buy-again').click();
  await payOn(await opened, 'pay');
  await connected.fireAlarm();
  await expect(row).toHaveCount(2);
  expect(seller.transactions().map(({ planId }) => planId)).toEqual(['eu-3gb-30d', 'eu-3gb-30d']);
});

test('a receipt on an origin the seller never listed is no link', async ({ connected }) => {
  await connected.context.route('**/v1/transactions/*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), receiptUrl: 'http://localhost:1/r/1' } });
  });
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  const history = await connected.open('history.html');
  await expect(history.getByTestId('order-row')).toHaveCount(1);
  await expect(history.getByTestId('receipt')).toHaveCount(0);
});
