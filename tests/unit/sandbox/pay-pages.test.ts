import { expect, test } from 'vitest';
import { checkout, openSeller, post, requestAs } from './request-setup.ts';

async function openCheckout(options = {}) {
  const seller = await openSeller(options);
  const { transactionId, checkoutUrl } = (await checkout(requestAs(seller))).json;
  const status = () => seller.transaction(transactionId).status;
  const verify = async (method: string) => {
    const page = await (await post(`${checkoutUrl}/method`, { method })).text();
    return page.match(/data-testid="verification-shown">(\d+)</)?.[1] ?? '';
  };
  return { seller, checkoutUrl, status, verify };
}

test('the page sums up the order and offers three simulated ways to pay', async () => {
  const { checkoutUrl } = await openCheckout();
  const page = await (await fetch(checkoutUrl)).text();
  expect(page).toContain('Europe 3 GB');
  expect(page).toContain('SEK 99.00');
  for (const method of ['card', 'paypal', 'wallet']) expect(page).toContain(`value="${method}"`);
  expect(page.match(/simulated, no money moves/g)).toHaveLength(3);
});

test('paying with the shown code credits the data', async () => {
  const { checkoutUrl, status, verify } = await openCheckout();
  const code = await verify('paypal');
  const paid = await post(`${checkoutUrl}/pay`, { method: 'paypal', code, outcome: 'pay' });
  expect(paid.status).toBe(303);
  expect(status()).toBe('CREDITED');
  expect(await (await fetch(checkoutUrl)).text()).toContain('Your data has been credited. You can close this tab.');
});

test('before the data comes the page says that it is being credited', async () => {
  const { checkoutUrl, verify } = await openCheckout({ creditDelayMs: 'never' });
  await post(`${checkoutUrl}/pay`, { method: 'card', code: await verify('card'), outcome: 'pay' });
  const page = await (await fetch(checkoutUrl)).text();
  expect(page).toContain('Paid. Your data is being credited. You can close this tab.');
});

test('a wrong code pays nothing', async () => {
  const { checkoutUrl, status } = await openCheckout();
  const answer = await post(`${checkoutUrl}/pay`, { method: 'card', code: '1', outcome: 'pay' });
  expect(await answer.text()).toContain('This code is not right.');
  expect(status()).toBe('PENDING_PAYMENT');
});

test('after a decline the same order is paid another way', async () => {
  const { checkoutUrl, status, verify } = await openCheckout();
  await post(`${checkoutUrl}/pay`, { method: 'card', outcome: 'decline' });
  expect(status()).toBe('PAYMENT_FAILED');
  expect(await (await fetch(checkoutUrl)).text()).toContain('You can try another way.');
  await post(`${checkoutUrl}/pay`, { method: 'wallet', code: await verify('wallet'), outcome: 'pay' });
  expect(status()).toBe('CREDITED');
});

test('cancelling ends the order, and paying after it changes nothing', async () => {
  const { checkoutUrl, status } = await openCheckout();
  await post(`${checkoutUrl}/cancel`, {});
  expect(status()).toBe('CANCELLED');
  expect((await post(`${checkoutUrl}/pay`, { method: 'card', outcome: 'decline' })).status).toBe(303);
  expect(status()).toBe('CANCELLED');
});

test('a second click pays once', async () => {
  const { seller, checkoutUrl, verify } = await openCheckout();
  const form = { method: 'card', code: await verify('card'), outcome: 'pay' };
  await Promise.all([post(`${checkoutUrl}/pay`, form), post(`${checkoutUrl}/pay`, form)]);
  expect(seller.card('c_europe').plans[0]?.planModules[0]?.byteBalance?.quotaBytes).toBe('6000000000');
});

test('a card title cannot bring markup into the page', async () => {
  const { seller, checkoutUrl } = await openCheckout();
  seller.setCard('c_europe', { title: '<script>alert(1)</script>' });
  expect(await (await fetch(checkoutUrl)).text()).not.toContain('<script>alert');
});
