import { expect, test } from 'vitest';
import type { Offer } from '../../sandbox/types.ts';
import { openSeller, requestAs } from './request-setup.ts';

test('Europe is sold by the day, the week and the month, sized and unlimited', async () => {
  const seller = await openSeller();
  const { json } = await requestAs(seller)('/v1/planOffer?userKey=c_europe');
  const offers: Offer[] = json.offers;
  expect(offers.map((offer) => [offer.planId, offer.cost.units, offer.duration])).toEqual([
    ['eu-3gb-30d', '99', '2592000s'],
    ['eu-10gb-30d', '249', '2592000s'],
    ['eu-unlimited-30d', '449', '2592000s'],
    ['eu-1gb-7d', '39', '604800s'],
    ['eu-500mb-1d', '15', '86400s'],
    ['eu-20gb-30d', '399', '2592000s'],
    ['eu-student-30d', '129', '2592000s'],
  ]);
  const unlimited = offers.find((offer) => offer.planId === 'eu-unlimited-30d');
  expect(unlimited).toMatchObject({ overUsagePolicy: 'THROTTLED', maxRateKbps: '1000' });
  expect(unlimited).not.toHaveProperty('quotaBytes');
});

test('every purchase effect and every availability but DISABLED is on sale somewhere', async () => {
  const seller = await openSeller();
  const offers = seller.cards().flatMap((card) => seller.offers(card.userKey));
  const effects = new Set(offers.map((offer) => offer.purchaseEffect));
  expect(effects).toEqual(new Set(['ADD', 'QUEUE', 'RESET_VALIDITY', 'REPLACE', undefined]));
  const states = new Set(offers.map((offer) => offer.availability));
  expect(states).toEqual(new Set(['AVAILABLE', 'SOLD_OUT', 'NOT_ELIGIBLE']));
  expect(offers.find((offer) => offer.availability === 'NOT_ELIGIBLE')?.reason).not.toBe('');
});

test('money is a code, a string of units and whole nanos, in six currencies', async () => {
  const seller = await openSeller();
  const costs = seller.cards().flatMap((card) => seller.offers(card.userKey).map((offer) => offer.cost));
  expect(new Set(costs.map((cost) => cost.currencyCode))).toEqual(new Set(['SEK', 'JPY', 'IDR', 'USD', 'KWD', 'EUR']));
  for (const { units, nanos } of costs) {
    expect(units).toMatch(/^\d+$/);
    expect(Number.isInteger(nanos) && nanos >= 0 && nanos < 1e9).toBe(true);
  }
  expect(costs).toContainEqual({ currencyCode: 'KWD', units: '0', nanos: 475_000_000 });
});

test('an offer can be changed', async () => {
  const seller = await openSeller();
  seller.setOffer('c_europe', 'eu-3gb-30d', { availability: 'DISABLED', promoMessage: undefined });
  const { json } = await requestAs(seller)('/v1/planOffer?userKey=c_europe');
  expect(json.offers[0].availability).toBe('DISABLED');
});

test.each([
  ['no card named', '/v1/planOffer', 400, 'BAD_REQUEST'],
  ['an unknown card', '/v1/planOffer?userKey=c_none', 404, 'INVALID_NUMBER'],
  ["another account's card", '/v1/planOffer?userKey=c_nordic', 404, 'INVALID_NUMBER'],
])('%s is an error', async (_, path, status, cause) => {
  const seller = await openSeller();
  const answer = await requestAs(seller)(path);
  expect([answer.status, answer.json.cause]).toEqual([status, cause]);
});
