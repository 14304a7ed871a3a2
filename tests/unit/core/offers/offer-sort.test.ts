import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnSale, type Offer } from '../../../../utils/core/offers/offer.ts';
import { offerSorts, sortOffers } from '../../../../utils/core/offers/offer-sort.ts';
import { compareUnitPrices, unitPrices } from '../../../../utils/core/offers/unit-price.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { makeOffer } from '../../support/builders.ts';
import { anyOffer } from './purchase-setup.ts';

const offerOf = (planId: string, units: string, overrides: Partial<Offer> = {}) =>
  makeOffer({ planId, cost: { currency: 'SEK', units, nanos: 0 }, ...overrides });
const ids = (offers: Offer[]) => offers.map(({ planId }) => planId);

describe('the list of plans', () => {
  const offers = [
    offerOf('unlimited', '30', { quotaBytes: null }),
    offerOf('month', '99'),
    offerOf('gone', '1', { availability: 'sold-out' }),
    offerOf('day', '15', { quotaBytes: 5e8, durationMs: dayMs }),
    offerOf('large', '249', { quotaBytes: 10e9 }),
  ];

  test.each([
    ['seller', ['unlimited', 'month', 'day', 'large', 'gone']],
    ['price', ['day', 'unlimited', 'month', 'large', 'gone']],
    ['per-gb', ['large', 'day', 'month', 'unlimited', 'gone']],
    ['per-day', ['unlimited', 'month', 'large', 'day', 'gone']],
  ] as const)('by %s', (sort, sorted) => {
    expect(ids(sortOffers(offers, sort))).toEqual(sorted);
  });

  test('keeps currencies apart: a euro is not cheaper than nine crowns', () => {
    const euro = offerOf('euro', '', { cost: { currency: 'EUR', units: '1', nanos: 0 } });
    const euros = offerOf('euros', '', { cost: { currency: 'EUR', units: '9', nanos: 0 } });
    const mixed = [euros, offerOf('nine', '9'), euro, offerOf('two', '2')];
    expect(ids(sortOffers(mixed, 'price'))).toEqual(['euro', 'euros', 'two', 'nine']);
  });

  test('is exact beyond what a number holds', () => {
    const more = offerOf('more', '9007199254740993');
    expect(ids(sortOffers([more, offerOf('less', '9007199254740992')], 'price'))).toEqual(['less', 'more']);
  });

  test('holds the same plans in any order: on sale first, and equals as the seller has them', () => {
    fc.assert(
      fc.property(fc.array(anyOffer, { maxLength: 12 }), fc.constantFrom(...offerSorts), (offers, sort) => {
        const sorted = sortOffers(offers, sort);
        expect(sorted).toHaveLength(offers.length);
        expect(new Set(sorted)).toEqual(new Set(offers));
        for (const [i, next] of sorted.entries()) {
          const before = sorted[i - 1];
          if (!before) continue;
          expect(isOnSale(before) || !isOnSale(next)).toBe(true);
          if (isOnSale(before) !== isOnSale(next)) continue;
          const isInOrder = offers.indexOf(before) < offers.indexOf(next);
          if (sort === 'seller') {
            expect(isInOrder).toBe(true);
            continue;
          }
          const [a, b] = [unitPrices[sort](before), unitPrices[sort](next)];
          if (before.cost.currency !== next.cost.currency) continue;
          if (a && b) expect(compareUnitPrices(a, b) < 0 || (compareUnitPrices(a, b) === 0 && isInOrder)).toBe(true);
          else expect(b).toBeNull();
        }
      }),
    );
  });
});
