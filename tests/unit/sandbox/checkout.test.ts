import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkout, openSeller, requestAs, SEK_99 } from './request-setup.ts';

test('a checkout opens one purchase with a page on the pay origin', async () => {
  const seller = await openSeller();
  const transactionId = randomUUID();
  const { status, json } = await checkout(requestAs(seller), { transactionId });
  expect(status).toBe(201);
  expect(json).toMatchObject({ transactionId, status: 'PENDING_PAYMENT' });
  expect(new URL(json.checkoutUrl).origin).toBe(seller.payUrl);
  expect(Date.parse(json.expireTime)).toBeGreaterThan(Date.now());
});

test('the same id again is the same purchase', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const transactionId = randomUUID();
  const first = await checkout(request, { transactionId });
  const again = await checkout(request, { transactionId });
  expect(again.status).toBe(200);
  expect(again.json).toEqual(first.json);
  seller.pay(transactionId);
  const paid = await checkout(request, { transactionId });
  expect(paid.json).toEqual({ transactionId, status: 'CREDITED', checkoutUrl: null, expireTime: null });
  expect(seller.transactions()).toHaveLength(1);
});

test.each([
  ['another plan', { planId: 'eu-10gb-30d' }],
  ['another card', { userKey: 'c_asia' }],
])('the same id for %s is refused', async (_, other) => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const transactionId = randomUUID();
  await checkout(request, { transactionId });
  const { status, json } = await checkout(request, { transactionId, ...other });
  expect([status, json.cause]).toEqual([400, 'BAD_REQUEST']);
});

test('a changed price is told, makes no purchase, and the same id works at the new one', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const transactionId = randomUUID();
  const cost = { currencyCode: 'SEK', units: '109', nanos: 500_000_000 };
  seller.setOffer('c_europe', 'eu-3gb-30d', { cost });
  const changed = await checkout(request, { transactionId });
  expect([changed.status, changed.json.cause, changed.json.cost]).toEqual([409, 'PRICE_CHANGED', cost]);
  expect(seller.transactions()).toHaveLength(0);
  expect((await checkout(request, { transactionId, cost })).status).toBe(201);
});

test('a second purchase for the card is held back unless it is wanted', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const { transactionId } = (await checkout(request)).json;
  const second = await checkout(request);
  expect([second.status, second.json.cause]).toEqual([409, 'REQUEST_QUEUED']);
  expect(second.json.transactionId).toBe(transactionId);
  expect((await checkout(request, { allowSecond: true })).status).toBe(201);
});

test('a purchase that is paid and not yet credited is open too', async () => {
  const seller = await openSeller({ creditDelayMs: 'never' });
  const request = requestAs(seller);
  const { transactionId } = (await checkout(request)).json;
  seller.pay(transactionId);
  expect((await checkout(request)).json.transactionId).toBe(transactionId);
  seller.credit(transactionId);
  expect((await checkout(request)).status).toBe(201);
});

test('an ended purchase holds nothing back', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  seller.cancel((await checkout(request)).json.transactionId);
  seller.expire((await checkout(request)).json.transactionId);
  expect((await checkout(request)).status).toBe(201);
});

test.each([
  ['sold out', 'eu-20gb-30d', { ...SEK_99, units: '399' }],
  ['not for this person', 'eu-student-30d', { ...SEK_99, units: '129' }],
  ['on sale for another card only', 'asia-1gb-7d', SEK_99],
])('a plan that is %s cannot be bought', async (_, planId, cost) => {
  const seller = await openSeller();
  const { status, json } = await checkout(requestAs(seller), { planId, cost });
  expect([status, json.cause]).toEqual([409, 'INCOMPATIBLE_PLAN']);
});

test('an unknown card and a reissued one are told apart', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const unknown = await checkout(request, { userKey: 'c_nordic' });
  expect([unknown.status, unknown.json.cause]).toEqual([404, 'INVALID_NUMBER']);
  seller.setCard('c_europe', { reissued: true });
  const reissued = await checkout(request);
  expect([reissued.status, reissued.json.cause]).toEqual([410, 'BAD_CPID']);
});

test.each([
  ['an id that is no UUID', { transactionId: 'x' }],
  ['no card', { userKey: null }],
  ['no plan', { planId: '' }],
  ['no price', { cost: undefined }],
  ['a price in minor units', { cost: 9900 }],
  ['a negative price', { cost: { ...SEK_99, units: '-99' } }],
  ['a word for allowSecond', { allowSecond: 'yes' }],
])('%s is a bad request', async (_, members) => {
  const seller = await openSeller();
  const { status, json } = await checkout(requestAs(seller), members);
  expect([status, json.cause]).toEqual([400, 'BAD_REQUEST']);
});

test('a body that is no JSON is a bad request', async () => {
  const seller = await openSeller();
  const { status } = await requestAs(seller)('/v1/checkout', { method: 'POST', body: 'pay' });
  expect(status).toBe(400);
});
