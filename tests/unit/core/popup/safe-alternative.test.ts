import { expect, test } from 'vitest';
import type { Offer } from '../../../../utils/core/offers/offer.ts';
import { safeAlternative } from '../../../../utils/core/popup/safe-alternative.ts';
import { known, makeCard, makeModule, makeOffer, start } from '../../support/builders.ts';

const cost = (units: string, currency = 'SEK') => ({ currency, units, nanos: 0 });
const small = makeOffer({ planId: 'small', cost: cost('39'), effect: 'replace' });
const middle = makeOffer({ planId: 'middle', cost: cost('99') });
const large = makeOffer({ planId: 'large', cost: cost('249') });

test('the cheapest plan that keeps what is left is the safe one', () => {
  expect(safeAlternative(makeCard(), [large, small, middle], small, start)?.planId).toBe('middle');
});

test.each([
  ['it is sold out', { ...middle, availability: 'sold-out' as const }],
  ['it is for a new eSIM', { ...middle, page: { url: 'https://axis.example/', isNewCard: true } }],
  ['nobody says what becomes of what is left', { ...middle, effect: 'unknown' as const }],
])('none is safe where %s', (_, offer) => {
  expect(safeAlternative(makeCard(), [offer], small, start)).toBeNull();
});

test('prices in several currencies are not compared', () => {
  expect(safeAlternative(makeCard(), [middle, { ...large, cost: cost('20', 'EUR') }], small, start)).toBeNull();
});

test('where nothing is left there is nothing to keep', () => {
  expect(safeAlternative(makeCard([makeModule(known(0))]), [middle], small, start)).toBeNull();
});

test.each<[string, Partial<Offer>]>([
  ['in other places', { regions: ['JP'] }],
  ['nobody knows where', { regions: [] }],
  ['for video alone', { regions: ['SE', 'NO'], categories: ['video'] }],
])('a plan that can be used %s is none for what was wanted', (_, use) => {
  const wanted = { ...small, regions: ['SE', 'NO'] };
  const everywhere = { ...large, regions: ['DK', 'NO', 'SE'] };
  expect(safeAlternative(makeCard(), [wanted, { ...middle, ...use }, everywhere], wanted, start)).toBe(everywhere);
});
