import { expect, test } from 'vitest';
import { priceRange } from '../../../../utils/core/offers/price-range.ts';
import { makeOffer } from '../../support/builders.ts';

const offerAt = (units: string, currency = 'SEK', more = {}) =>
  makeOffer({ planId: `${units}-${currency}`, cost: { currency, units, nanos: 0 }, ...more });

test('only plans on sale are counted, and the cheapest of them is told', () => {
  const soldOut = offerAt('5', 'SEK', { availability: 'sold-out' });
  expect(priceRange([offerAt('99'), offerAt('15'), soldOut, offerAt('249')])).toEqual({
    count: 3,
    cheapest: { currency: 'SEK', units: '15', nanos: 0 },
  });
});

test('nothing is told where prices differ in currency, or nothing is on sale', () => {
  expect(priceRange([offerAt('99'), offerAt('9', 'EUR')])).toBeNull();
  expect(priceRange([offerAt('99', 'SEK', { availability: 'disabled' })])).toBeNull();
  expect(priceRange([])).toBeNull();
});
