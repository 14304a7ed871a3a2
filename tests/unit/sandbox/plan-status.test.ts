import { expect, test } from 'vitest';
import { type ApiResponse, openSeller, requestAs } from './request-setup.ts';

const DAY_MS = 86_400_000;

function withEtag(answer: ApiResponse): RequestInit {
  return { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } };
}

test('the account shows its three cards of different states', async () => {
  const seller = await openSeller();
  const { json, headers } = await requestAs(seller)('/v1/planStatus');
  expect(json.cards.map((card: { userKey: string; cardState: string }) => [card.userKey, card.cardState])).toEqual([
    ['c_europe', 'ACTIVE'],
    ['c_asia', 'ACTIVE'],
    ['c_home', 'GRACE'],
  ]);
  const [europe, asia] = json.cards.map(
    (card: { plans: { planModules: unknown[] }[] }) => card.plans[0]?.planModules[0],
  );
  expect(europe.byteBalance).toEqual({ quotaBytes: '3000000000', remainingBytes: '1240000000', reservedBytes: '0' });
  expect(Math.floor((Date.parse(europe.expirationTime) - Date.now()) / DAY_MS)).toBe(16);
  expect(asia).toMatchObject({ planModuleState: 'EXPIRING_SOON', byteBalance: { remainingBytes: '180000000' } });
  expect(headers.get('vary')).toBe('Authorization');
  expect(headers.get('cache-control')).toBe('private, max-age=60');
});

test('expireTime follows updateTime by the set time', async () => {
  const seller = await openSeller();
  seller.setExpireAfter(90);
  const { json } = await requestAs(seller)('/v1/planStatus');
  expect(Date.parse(json.expireTime) - Date.parse(json.updateTime)).toBe(90_000);
  expect(Date.parse(json.updateTime)).toBeLessThanOrEqual(Date.now());
});

test('max-age can be changed and left out', async () => {
  const seller = await openSeller({ maxAgeS: 5 });
  const request = requestAs(seller);
  expect((await request('/v1/planStatus')).headers.get('cache-control')).toBe('private, max-age=5');
  seller.setMaxAge(null);
  expect((await request('/v1/planStatus')).headers.has('cache-control')).toBe(false);
});

test('unchanged cards are a 304 with the new times', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const first = await request('/v1/planStatus');
  const again = await request('/v1/planStatus', withEtag(first));
  expect(again.status).toBe(304);
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  const updatedAt = Date.parse(again.headers.get('last-modified') ?? '');
  expect(updatedAt).toBeGreaterThanOrEqual(Date.parse(first.json.updateTime));
  expect(Date.parse(again.headers.get('expires') ?? '') - updatedAt).toBe(6 * 3_600_000);
});

test('a 304 can come without times', async () => {
  const seller = await openSeller({ timesOn304: false });
  const request = requestAs(seller);
  const again = await request('/v1/planStatus', withEtag(await request('/v1/planStatus')));
  expect(again.status).toBe(304);
  expect(again.headers.has('last-modified') || again.headers.has('expires')).toBe(false);
});

test('used data changes the ETag', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  const first = await request('/v1/planStatus');
  seller.use('c_europe', 1);
  expect((await request('/v1/planStatus', withEtag(first))).status).toBe(200);
});

test('ETags of two accounts differ unless they are made equal', async () => {
  const apart = await openSeller();
  const tags = async (seller: typeof apart) =>
    Promise.all(
      ['a_17', 'a_18'].map(async (key) => (await requestAs(seller, key)('/v1/planStatus')).headers.get('etag')),
    );
  expect(new Set(await tags(apart)).size).toBe(2);
  const equal = await openSeller({ equalEtags: true });
  const before = await tags(equal);
  expect(new Set(before).size).toBe(1);
  equal.use('c_europe', 1);
  expect(await tags(equal)).not.toEqual(before);
});

test('the accountKey can be left out', async () => {
  const seller = await openSeller({ accountKeys: false });
  expect((await requestAs(seller)('/v1/planStatus')).json).not.toHaveProperty('accountKey');
});

test('without a token nothing is told', async () => {
  const seller = await openSeller();
  const answer = await fetch(`${seller.url}/v1/planStatus`);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({ errorMessage: expect.any(String), cause: 'UNAUTHENTICATED' });
});

test('a reissued card is gone from the balance and dead elsewhere', async () => {
  const seller = await openSeller();
  const request = requestAs(seller);
  seller.setCard('c_asia', { reissued: true });
  expect((await request('/v1/planStatus')).json.cards).toHaveLength(2);
  const offers = await request('/v1/planOffer?userKey=c_asia');
  expect([offers.status, offers.json.cause]).toEqual([410, 'BAD_CPID']);
});
