import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Offer } from '../../../../utils/core/offers/offer.ts';
import { bestOffer, covers } from '../../../../utils/core/recommendation/best-offer.ts';
import { estimateNeed, p90Projection } from '../../../../utils/core/recommendation/data-need.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import { toNanos } from '../../../../utils/core/values/money.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makeOffer, makePlan, start } from '../../support/builders.ts';
import { anyCard, anyOffer, anyUsage, usedDaily } from '../offers/purchase-setup.ts';

const zone = 'UTC';
const longTimeout = { timeout: 30_000 };
/** 100 MB a day: about 3 GB in thirty days, somewhat more with 90 % probability. */
const samples = usedDaily(28, 1e8);
const until = start + 30 * dayMs;
const cost = (units: string, currency = 'SEK') => ({ currency, units, nanos: 0 });
const offerOf = (planId: string, units: string, overrides: Partial<Offer> = {}) =>
  makeOffer({ planId, cost: cost(units), ...overrides });
const best = (offers: Offer[], card: Card = makeCard(), neededUntil = until) =>
  bestOffer({ card, samples, offers, until: neededUntil, now: start, zone })?.planId ?? null;

describe('the best fit', () => {
  const small = offerOf('small', '39', { quotaBytes: 1e9 });
  const middle = offerOf('middle', '99', { quotaBytes: 3e9 });
  const large = offerOf('large', '249', { quotaBytes: 10e9 });

  test('is the cheapest that covers the need together with what is left', () => {
    expect(best([large, small, middle])).toBe('middle');
    expect(best([large, small, middle], makeCard([makeModule(known(3e9))]))).toBe('small');
  });

  test('is the first in the seller’s order of those of one price, and none where none covers', () => {
    expect(best([offerOf('a', '99'), offerOf('b', '99')])).toBe('a');
    expect(best([small])).toBeNull();
  });

  test.each([
    ['that is sold out', { availability: 'sold-out' }],
    ['for videos only', { categories: ['video'] }],
    ['that would throw data away', { effect: 'replace' }],
    ['that ends too early', { durationMs: 10 * dayMs }],
    ['that starts only when the rest is long used up', { effect: 'queue' }],
    ['of which nobody says whether what is left stays', { effect: 'unknown', quotaBytes: 2e9 }],
  ] as const)('is no plan %s', (_, overrides) => {
    const card = makeCard([makeModule(known(1e9))]);
    expect(
      best(
        [
          offerOf('tempting', '1', {
            ...overrides,
            categories: [...('categories' in overrides ? overrides.categories : ['generic' as const])],
          }),
          large,
        ],
        card,
      ),
    ).toBe('large');
  });

  test('may wait its turn where what is left lasts until then', () => {
    expect(
      best([offerOf('next', '49', { effect: 'queue', quotaBytes: 2e9 })], makeCard([makeModule(known(5e9))])),
    ).toBe('next');
  });

  test('may have no limit, as long as it lasts', () => {
    const unlimited = offerOf('unlimited', '449', { quotaBytes: null });
    expect(best([unlimited])).toBe('unlimited');
    expect(best([unlimited], makeCard(), start + 31 * dayMs)).toBeNull();
  });

  test('counts a plan that is paid and waits', () => {
    const later = { state: 'queued' as const, startsAt: start + 20 * dayMs, expiresAt: start + 50 * dayMs };
    const plans = [makePlan([makeModule(known(1.5e9))]), makePlan([makeModule(known(3e9))], later)];
    expect(best([small], makeCard([], { plans }))).toBe('small');
  });

  test('counts the data a plan brings anew each day', () => {
    const daily = makeModule({ ...known(1e8, 2e8), refreshPeriod: 'daily', expiresAt: start + dayMs / 2 });
    const card = makeCard([], { plans: [makePlan([daily], { expiresAt: start + 40 * dayMs })] });
    expect(estimateNeed({ card, samples, until, now: start, zone })).toMatchObject({ moreBytes: { likely: 0 } });
  });

  test('compares prices of one currency: the present plan’s if any such covers, else the most frequent', () => {
    const euros = offerOf('euros', '1', { cost: cost('1', 'EUR') });
    const current = offerOf('eu-3gb-30d', '99');
    expect(best([euros, current])).toBe('eu-3gb-30d');
    expect(best([euros, { ...current, availability: 'sold-out' }])).toBe('euros');
    expect(best([euros, offerOf('a', '150'), offerOf('b', '120')])).toBe('b');
  });
});

test('the best fit covers, has no doubt, and none of its currency that is cheaper covers', longTimeout, () => {
  fc.assert(
    fc.property(
      anyCard,
      fc.array(anyOffer, { maxLength: 8 }),
      anyUsage,
      fc.integer({ min: 1, max: 60 }),
      (...given) => {
        const [card, offers, samples, days] = given;
        const neededUntil = start + days * dayMs;
        const input = { card, samples, until: neededUntil, now: start, zone };
        const found = bestOffer({ ...input, offers });
        const projection = p90Projection(input);
        const covering = projection
          ? offers.filter((offer) => covers(card, offer, projection, neededUntil, start))
          : [];
        if (!found) {
          expect(covering).toEqual([]);
          return;
        }
        expect(covering).toContain(found);
        expect(found.availability).toBe('available');
        for (const other of covering.filter(({ cost }) => cost.currency === found.cost.currency)) {
          expect(toNanos(other.cost)).toBeGreaterThanOrEqual(toNanos(found.cost));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a plan that covers still covers with more data in it', longTimeout, () => {
  fc.assert(
    fc.property(anyCard, anyOffer, anyUsage, fc.integer({ min: 1, max: 5e9 }), (card, offer, samples, more) => {
      const projection = p90Projection({ card, samples, now: start, zone });
      if (!projection || offer.quotaBytes === null || !covers(card, offer, projection, until, start)) return;
      expect(covers(card, { ...offer, quotaBytes: offer.quotaBytes + more }, projection, until, start)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
