import { expect, test } from 'vitest';
import { checkout, openSeller, post, requestAs } from './request-setup.ts';

test('the console shows every card, purchase and card token', async () => {
  const seller = await openSeller();
  await checkout(requestAs(seller));
  const page = await (await fetch(seller.consoleUrl)).text();
  for (const text of [
    '1.24 GB of 3.00 GB',
    '180.0 MB of 1.00 GB',
    'GRACE',
    'PENDING_PAYMENT',
    'sandbox-card-token-a17',
  ]) {
    expect(page).toContain(text);
  }
});

test('its buttons do what tests can do', async () => {
  const seller = await openSeller({ creditDelayMs: 'never' });
  const { transactionId } = (await checkout(requestAs(seller))).json;
  const press = (action: string, form: Record<string, string>) => post(`${seller.consoleUrl}/do/${action}`, form);
  await press('use', { card: 'c_europe', value: '100' });
  await press('set-left', { card: 'c_asia', value: '12,5' });
  await press('fault', { kind: '503', on: 'planOffer', times: '2', retryAfter: '' });
  await press('pay', { id: transactionId });
  await press('credit', { id: transactionId });
  const remaining = seller.cards('a_17').map((card) => card.plans[0]?.planModules[0]?.byteBalance?.remainingBytes);
  expect(remaining).toEqual(['4140000000', '12500000', '0']);
  expect(seller.faults).toEqual([{ kind: '503', on: 'planOffer', times: 2 }]);
  expect(seller.transaction(transactionId).status).toBe('CREDITED');
});

test('what cannot be done is said on the page', async () => {
  const seller = await openSeller();
  const answer = await post(`${seller.consoleUrl}/do/use`, { card: 'c_europe', value: 'much' });
  const location = new URL(answer.headers.get('location') ?? '', seller.consoleUrl);
  expect(await (await fetch(location)).text()).toContain('is no number');
});

test("another site's page cannot press its buttons", async () => {
  const seller = await openSeller();
  const headers = { origin: 'https://evil.example' };
  const answer = await fetch(`${seller.consoleUrl}/do/reset`, { method: 'POST', headers, body: new URLSearchParams() });
  expect(answer.status).toBe(403);
});
