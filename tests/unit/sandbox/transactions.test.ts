import { expect, test, vi } from 'vitest';
import { checkout, openSeller, requestAs, SEK_99 } from './request-setup.ts';

test('a new purchase can be read with its page', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const started = (await checkout(request)).json;
  const { json } = await request(`/v1/transactions/${started.transactionId}`);
  expect(json).toEqual({
    transactionId: started.transactionId,
    userKey: 'c_europe',
    planId: 'eu-3gb-30d',
    planName: 'Europe 3 GB',
    cost: SEK_99,
    status: 'PENDING_PAYMENT',
    createTime: expect.any(String),
    payTime: null,
    planActivationTime: null,
    checkoutUrl: started.checkoutUrl,
    expireTime: started.expireTime,
    confirmationCode: null,
    receiptUrl: null,
    failure: null,
  });
});

test('purchases of a card come newest first', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const first = (await checkout(request)).json.transactionId;
  const second = (await checkout(request, { allowSecond: true })).json.transactionId;
  const { json } = await request('/v1/transactions?userKey=c_europe');
  expect(json.transactions.map((each: { transactionId: string }) => each.transactionId)).toEqual([second, first]);
  expect((await request('/v1/transactions?userKey=c_asia')).json.transactions).toEqual([]);
});

test("another account's purchase is unknown", async () => {
  const seller = await openSeller();
  const { transactionId } = (await checkout(requestAs(seller))).json;
  const answer = await requestAs(seller, 'a_18')(`/v1/transactions/${transactionId}`);
  expect([answer.status, answer.json.cause]).toEqual([404, 'UNKNOWN_TRANSACTION']);
});

test('payment without data yet is PAID, with receipt and code', async () => {
  const seller = await openSeller({ creditDelayMs: 'never' });
  const request = requestAs(seller);
  const { transactionId } = (await checkout(request)).json;
  seller.pay(transactionId);
  const { json } = await request(`/v1/transactions/${transactionId}`);
  expect(json).toMatchObject({ status: 'PAID', checkoutUrl: null, confirmationCode: 'AX-20418' });
  expect(json.receiptUrl).toBe(`${seller.payUrl}/r/${transactionId}`);
  expect((await fetch(json.receiptUrl)).status).toBe(200);
});

test('a delayed credit comes by itself', async () => {
  const seller = await openSeller({ creditDelayMs: 20 });
  const request = requestAs(seller);
  const { transactionId } = (await checkout(request)).json;
  // No time passes between the payment and the first look, however busy the machine is.
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now());
  seller.pay(transactionId);
  expect(seller.transaction(transactionId).status).toBe('PAID');
  clock.mockRestore();
  await expect.poll(() => seller.transaction(transactionId).status).toBe('CREDITED');
});

test('a declined purchase keeps its page until it expires', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const { transactionId, checkoutUrl } = (await checkout(request)).json;
  seller.decline(transactionId);
  const failed = seller.transaction(transactionId);
  expect(failed).toMatchObject({
    status: 'PAYMENT_FAILED',
    checkoutUrl,
    failure: { errorMessage: expect.any(String) },
  });
  seller.expire(transactionId);
  expect(seller.transaction(transactionId)).toMatchObject({ status: 'EXPIRED', checkoutUrl: null });
});

test('a page that is not paid in time expires', async () => {
  const seller = await openSeller({ checkoutLifeS: 0 });
  const request = requestAs(seller);
  const { transactionId } = (await checkout(request)).json;
  expect((await request(`/v1/transactions/${transactionId}`)).json.status).toBe('EXPIRED');
});

test.each(['never', 'queued', 0] as const)('a purchase credited "%s" can be refunded', async (creditDelayMs) => {
  const seller = await openSeller({ creditDelayMs });
  const { transactionId } = (await checkout(requestAs(seller))).json;
  seller.pay(transactionId);
  seller.refund(transactionId);
  expect(seller.transaction(transactionId).status).toBe('REFUNDED');
  expect(seller.card('c_europe').plans).toHaveLength(1);
});

test('what has ended cannot be paid', async () => {
  const seller = await openSeller();
  const { transactionId } = (await checkout(requestAs(seller))).json;
  seller.cancel(transactionId);
  expect(() => seller.pay(transactionId)).toThrow('CANCELLED');
  expect(() => seller.transaction('none')).toThrow('no purchase');
});
