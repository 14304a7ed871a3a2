import { expect, test } from 'vitest';
import type { Seller } from '../../sandbox/types.ts';
import { checkout, openSeller, requestAs } from './request-setup.ts';

function remainingBytes(seller: Seller, cardKey: string): string | undefined {
  return seller.card(cardKey).plans[0]?.planModules[0]?.byteBalance?.remainingBytes;
}

test('data is used down to nothing and not below', async () => {
  const seller = await openSeller();
  seller.use('c_asia', 80_000_000);
  expect(remainingBytes(seller, 'c_asia')).toBe('100000000');
  seller.use('c_asia', 500_000_000);
  expect(remainingBytes(seller, 'c_asia')).toBe('0');
});

test('what is left can be set exactly, above the quota too', async () => {
  const seller = await openSeller();
  seller.setLeft('c_asia', 2_000_000_000);
  expect(remainingBytes(seller, 'c_asia')).toBe('2000000000');
});

test('steady use takes data while time passes, and stops', async () => {
  const seller = await openSeller();
  seller.useSteadily('c_europe', 10_000_000);
  await expect.poll(() => Number(remainingBytes(seller, 'c_europe'))).toBeLessThan(1_239_900_000);
  seller.useSteadily('c_europe', 0);
  const stopped = remainingBytes(seller, 'c_europe');
  expect(remainingBytes(seller, 'c_europe')).toBe(stopped);
});

test('jumping to the end moves the times of the card and nothing else', async () => {
  const seller = await openSeller();
  seller.jumpToExpiry('c_europe', 3_600_000);
  const [plan] = seller.card('c_europe').plans;
  const module = plan?.planModules[0];
  expect(Math.abs(Date.parse(module?.expirationTime ?? '') - Date.now() - 3_600_000)).toBeLessThan(5_000);
  expect(plan?.expirationTime).toBe(module?.expirationTime);
  expect(module?.planModuleState).toBe('EXPIRING_SOON');
  expect(remainingBytes(seller, 'c_europe')).toBe('1240000000');
});

test('past its end the plan is EXPIRED and the card has no data', async () => {
  const seller = await openSeller();
  seller.jumpToExpiry('c_europe', -1);
  expect(seller.card('c_europe')).toMatchObject({ cardState: 'EXPIRED', plans: [{ planState: 'EXPIRED' }] });
  seller.jumpToExpiry('c_europe', 3_600_000);
  expect(seller.card('c_europe')).toMatchObject({ cardState: 'ACTIVE', plans: [{ planState: 'ACTIVE' }] });
});

test('the first use begins a plan that waits for it, and takes from it', async () => {
  const seller = await openSeller();
  const planOf = () => seller.card('c_world').plans[0];
  expect(planOf()).toMatchObject({ planState: 'NOT_STARTED', duration: '2592000s', startBefore: expect.any(String) });
  expect(planOf()).not.toHaveProperty('expirationTime');
  seller.use('c_world', 1_000_000);
  expect(planOf()).toMatchObject({ planState: 'ACTIVE', startTime: expect.any(String) });
  expect(planOf()).not.toHaveProperty('startBefore');
  expect(Date.parse(planOf()?.expirationTime ?? '') - Date.parse(planOf()?.startTime ?? '')).toBe(30 * 86_400_000);
  expect(remainingBytes(seller, 'c_world')).toBe('4999000000');
});

test('a card can be set back to before its first use, and lapses unused', async () => {
  const seller = await openSeller();
  seller.setUnstarted('c_europe', 3_600_000);
  expect(seller.card('c_europe').plans[0]).toMatchObject({ planState: 'NOT_STARTED', duration: '2592000s' });
  expect(remainingBytes(seller, 'c_europe')).toBe('3000000000');
  seller.setUnstarted('c_europe', -1);
  expect(seller.card('c_europe')).toMatchObject({ cardState: 'EXPIRED', plans: [{ planState: 'EXPIRED' }] });
});

test('members of a card, a plan and a module can be changed and removed, even wrongly', async () => {
  const seller = await openSeller();
  seller.setModule('c_europe', 'main', { byteBalance: undefined, coarseBalanceLevel: 'LOW_QUOTA' });
  seller.setPlan('c_europe', 'eu-3gb-30d', { planName: null });
  seller.setCard('c_asia', { plans: 'none' });
  const { json } = await requestAs(seller)('/v1/planStatus');
  expect(json.cards[0].plans[0].planName).toBeNull();
  expect(json.cards[0].plans[0].planModules[0]).not.toHaveProperty('byteBalance');
  expect(json.cards[1].plans).toBe('none');
});

test('a misspelt card, plan or module is an error', async () => {
  const seller = await openSeller();
  expect(() => seller.use('c_nowhere', 1)).toThrow('c_nowhere');
  expect(() => seller.setPlan('c_europe', 'none', {})).toThrow('none');
  expect(() => seller.setModule('c_europe', 'none', {})).toThrow('none');
  expect(() => seller.setOffer('c_europe', 'none', {})).toThrow('none');
});

test('the log knows each request and never its token', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const next = seller.nextRequest('/v1/planOffer');
  await request('/v1/planStatus');
  await request('/v1/planOffer?userKey=c_europe', { headers: { 'if-none-match': '"x"' } });
  const entry = await next;
  expect(entry).toMatchObject({ method: 'GET', status: 200, query: { userKey: 'c_europe' } });
  expect(entry.headers).toEqual({ ifNoneMatch: '"x"', authorizationHash: expect.stringMatching(/^[0-9a-f]{16}$/) });
  expect(entry.bytesOut).toBeGreaterThan(1000);
  expect(seller.count('/v1/planStatus')).toBe(1);
});

test('waiting for a request ends with the seller', async () => {
  const seller = await openSeller();
  const waiting = seller.nextRequest('/never');
  const ended = expect(waiting).rejects.toThrow('closed');
  await seller.close();
  await ended;
});

test('reset brings the seed back and keeps sign-ins', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  await checkout(request);
  seller.use('c_europe', 1_000);
  seller.fault({ kind: '503' });
  seller.setMaxAge(1);
  seller.register('+46709999999', 'Kim');
  seller.reset();
  const { status, headers } = await request('/v1/planStatus');
  expect([status, headers.get('cache-control')]).toEqual([200, 'private, max-age=60']);
  expect(remainingBytes(seller, 'c_europe')).toBe('1240000000');
  expect(seller.transactions()).toEqual([]);
  expect(seller.cards()).toHaveLength(6);
});
