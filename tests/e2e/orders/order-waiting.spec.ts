import type { Page } from '@playwright/test';
import {
  expect,
  type Gigabar,
  newestTransaction,
  openAtLaterTime,
  orderNotifications,
  payOn,
  renew,
  savedOrders,
  showPlans,
  test,
} from '../support/fixtures.ts';

/* Paid orders: how long the credit takes, and what if seller and balance disagree. Story F2. */

const minuteMs = 60_000;

test.use({ sellerOptions: { creditDelayMs: 'never' } });

/** The order's state text after one more alarm. A balance that was requested before the alarm may be outdated. */
async function nextStateText(gigabar: Gigabar, popup: Page): Promise<string | null> {
  await gigabar.fireAlarm();
  return popup.getByTestId('order-state').textContent();
}

test('30 minutes after the payment support is one click away with all facts, and a later credit heals the order', async ({
  connected,
  seller,
}) => {
  await connected.allowAlerts();
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  await expect(popup.getByTestId('order-facts')).toContainText('Usually 5 minutes');
  await expect(popup.getByTestId('contact')).toHaveCount(0);
  await connected.killWorker();
  await connected.fireAlarm();
  await connected.setClock(29 * minuteMs);
  await connected.fireAlarm();
  await connected.waitForWorker();
  expect(await orderNotifications(connected)).toEqual([]);
  const notifications = await connected.recordNotifications();
  await connected.setClock(2 * minuteMs);
  await connected.fireAlarm();
  await expect.poll(() => orderNotifications(connected)).toEqual(['late']);
  expect((await notifications()).map(([title]) => title)).toContain('3 GB is paid but has not arrived');

  const laterPopup = await openAtLaterTime(connected, 'popup.html', 31 * minuteMs);
  await expect(laterPopup.getByTestId('order-state')).toHaveText(/^Paid \d+ minutes ago\. 3 GB is not here yet\.$/);
  const { transactionId, confirmationCode } = newestTransaction(seller);
  await expect(laterPopup.getByTestId('contact')).toBeFocused();
  await laterPopup.getByTestId('contact').click();
  const support = laterPopup.getByTestId('support');
  for (const fact of [transactionId, confirmationCode ?? '', 'Axis Europe', '4821', 'Europe 3 GB', '1.24 GB'])
    await expect(support).toContainText(fact);
  const mail = new URL((await support.getByTestId('support-mail').getAttribute('href')) ?? '');
  expect(mail.protocol).toBe('mailto:');
  expect(mail.searchParams.get('subject')).toContain(transactionId);
  for (const fact of [transactionId, confirmationCode ?? '', '4821', 'SEK'])
    expect(mail.searchParams.get('body')).toContain(fact);
  await connected.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await support.getByTestId('support-copy').click();
  await expect.poll(() => laterPopup.evaluate(() => navigator.clipboard.readText())).toContain(transactionId);
  // No button buys the same again; among the other plans it can be bought, which needs a confirmation.
  await expect(laterPopup.getByTestId('renew')).toHaveCount(0);
  await showPlans(laterPopup, 'monthly');
  await laterPopup.locator('[data-plan-id="eu-3gb-30d"]').click();
  await expect(laterPopup.getByTestId('question')).toContainText('An order for Europe 3 GB is open since');
  await laterPopup.getByTestId('decline').click();
  await laterPopup.close();

  seller.credit(transactionId);
  await connected.fireAlarm();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect.poll(async () => (await orderNotifications(connected)).sort()).toEqual(['arrived', 'late']);
  expect(seller.transactions()).toHaveLength(1);
});

test('data that is said to have arrived but is not in the balance: both are told, until they agree', async ({
  connected,
  seller,
}) => {
  const { popup, checkout } = await renew(connected);
  const { plans } = seller.card('c_europe');
  await payOn(checkout, 'pay');
  seller.credit(newestTransaction(seller).transactionId);
  seller.setCard('c_europe', { plans });
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect(popup.getByTestId('order-state')).toHaveText(
    'Axis says 3 GB has arrived. Your balance does not show it yet.',
  );
  seller.setLeft('c_europe', 2_900_000_000);
  await expect.poll(() => nextStateText(connected, popup)).toBe('3 GB has arrived.');
});

test('data that is in the balance while the seller still says “paid” has arrived, and the silence is told', async ({
  connected,
  seller,
}) => {
  await connected.context.route('**/v1/transactions/*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { status: string };
    await route.fulfill({
      response: answer,
      json: { ...body, status: body.status === 'CREDITED' ? 'PAID' : body.status },
    });
  });
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  seller.credit(newestTransaction(seller).transactionId);
  await expect
    .poll(() => nextStateText(connected, popup))
    .toBe('3 GB has arrived, your balance shows it. Axis has not confirmed the order yet.');
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
});

test('an order paid back weeks after it was credited is noticed', async ({ connected, seller }) => {
  await connected.allowAlerts();
  seller.setCreditDelay(0);
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect.poll(async () => (await savedOrders(connected))[0]?.balanceConfirmedAt).not.toBeNull();
  seller.refund(newestTransaction(seller).transactionId);
  await connected.killWorker();
  await connected.fireAlarm();
  await connected.setClock(20 * 24 * 60 * minuteMs);
  await connected.fireAlarm();
  await expect.poll(async () => (await savedOrders(connected))[0]?.state).toBe('refunded');
  await expect.poll(async () => (await orderNotifications(connected)).includes('refunded')).toBe(true);
});

test('a page that was left alone runs out of time and cleans itself up, without a word of the person', async ({
  connected,
  seller,
}) => {
  const { popup, checkout } = await renew(connected);
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  seller.expire(newestTransaction(seller).transactionId);
  await connected.fireAlarm();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'expired');
  await expect(popup.getByTestId('order-state')).toContainText('Nothing was charged');
  await expect(popup.getByTestId('renew')).toContainText('Europe 3 GB');
  await checkout.close();
  await popup.getByTestId('dismiss').click();
  await expect(popup.getByTestId('order')).toHaveCount(0);
});

test('a paid order is followed by the living worker every few seconds, without an alarm and without a click', async ({
  connected,
  seller,
}) => {
  await connected.allowAlerts();
  const notifications = await connected.recordNotifications();
  const { popup, checkout } = await renew(connected);
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'paid');
  seller.credit(newestTransaction(seller).transactionId);
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect(popup.getByTestId('remaining')).toHaveText('4.24 GB');
  await expect.poll(() => orderNotifications(connected)).toEqual(['arrived']);
  const [, message] = (await notifications()).find(([title]) => title === '3 GB has arrived') ?? [];
  expect(message).toMatch(/^Axis Europe: 4\.24 GB of 6 GB left\. Expires \w{3} \d{1,2} \w{3,4}/);
});
