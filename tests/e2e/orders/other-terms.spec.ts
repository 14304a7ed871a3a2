import { checkoutPages, expect, type Gigabar, payOn, savedOrders, test } from '../support/fixtures.ts';

/* Story F24: the seller's answer is about another order, card, plan or price than was asked for. */

/** Changes what the seller answers about orders on its way to the extension. */
async function alterAnswers(gigabar: Gigabar, path: string, change: object): Promise<void> {
  await gigabar.context.route(path, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), ...change } });
  });
}

for (const foreign of [{ transactionId: 'somebody-elses' }, { userKey: 'c_home' }]) {
  test(`7.12 F24 a checkout answered with ${Object.keys(foreign)[0]} of another opens no page and says that it cannot be read`, async ({
    connected,
    seller,
  }) => {
    await alterAnswers(connected, '**/v1/checkout', foreign);
    const popup = await connected.popup();
    await popup.getByTestId('renew').click();
    await expect(popup.getByTestId('order').getByRole('alert')).toContainText('could not read');
    expect(checkoutPages(connected, seller)).toEqual([]);
    expect((await savedOrders(connected))[0]).toMatchObject({ checkoutUrl: null });
  });
}

test('7.12 F24 EUR 99.99 for SEK 99 is asked about before its page opens, and bought once after a yes', async ({
  connected,
  seller,
}) => {
  const cost = { currencyCode: 'EUR', units: '99', nanos: 990_000_000 };
  await alterAnswers(connected, '**/v1/checkout', { cost });
  await alterAnswers(connected, '**/v1/transactions/*', { cost });
  const popup = await connected.popup();
  await popup.getByTestId('renew').click();
  const panel = popup.getByTestId('order');
  await expect(panel).toHaveAttribute('data-state', 'price-changed');
  await expect(panel.getByTestId('order-terms')).toHaveText(/SEK\s99\.00.*€99\.99/);
  await connected.fireAlarm();
  expect(checkoutPages(connected, seller)).toEqual([]);
  const opened = connected.context.waitForEvent('page');
  await panel.getByTestId('confirm').click();
  const checkout = await opened;
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(panel).toHaveAttribute('data-state', 'credited');
  expect(seller.transactions()).toHaveLength(1);
});
