import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Offer } from '../../../../utils/core/offers/offer.ts';
import { bestOffer } from '../../../../utils/core/recommendation/best-offer.ts';
import { p90Projection } from '../../../../utils/core/recommendation/data-need.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { anyOffer, usedDaily } from '../offers/purchase-setup.ts';

/* Checks `bestOffer` against an independent simulation, hour by hour, of a card with one plan. */

type Scenario = { leftBytes: number; endsInDays: number; days: number; offer: Offer };

/** Bytes of usage not covered within `days`, and whether there is a valid plan until then. */
function simulate({ leftBytes, endsInDays, days, offer }: Scenario, usedBy: (at: number) => number) {
  const [end, boughtBytes, length] = [
    start + endsInDays * dayMs,
    offer.quotaBytes ?? Number.POSITIVE_INFINITY,
    offer.durationMs,
  ];
  const isQueued = offer.effect === 'queue';
  const isKept = offer.effect === 'add' || offer.effect === 'reset-validity' || isQueued;
  const boughtFrom = isQueued ? end : start;
  const boughtUntil = offer.effect === 'add' ? Math.max(end, start + length) : boughtFrom + length;
  const leftUntil = isQueued ? end : boughtUntil;
  let left = isKept ? leftBytes : 0;
  let boughtLeft = boughtBytes;
  let missing = 0;
  const until = start + days * dayMs;
  for (let at = start; at < until; at += hourMs) {
    let uncovered = usedBy(at + hourMs) - usedBy(at);
    if (at < leftUntil) {
      const taken = Math.min(left, uncovered);
      [left, uncovered] = [left - taken, uncovered - taken];
    }
    if (at >= boughtFrom && at < boughtUntil) {
      const taken = Math.min(boughtLeft, uncovered);
      [boughtLeft, uncovered] = [boughtLeft - taken, uncovered - taken];
    }
    missing += uncovered;
  }
  return { missing, lasts: boughtUntil >= until || (leftUntil >= until && isKept) };
}

const scenario: fc.Arbitrary<Scenario> = fc.record({
  leftBytes: fc.integer({ min: 1, max: 5e9 }),
  endsInDays: fc.integer({ min: 1, max: 40 }),
  days: fc.integer({ min: 1, max: 60 }),
  offer: fc.tuple(anyOffer, fc.integer({ min: 1, max: 60 })).map(([offer, length]) => ({
    ...offer,
    durationMs: length * dayMs,
    categories: ['generic'] as Offer['categories'],
  })),
});

test('the one plan on offer fits where an hour-by-hour play of it has enough, and only there', {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(scenario, fc.integer({ min: 1e7, max: 1e9 }), (given, perDayBytes) => {
      const { leftBytes, endsInDays, days, offer } = given;
      const plan = makePlan([makeModule(known(leftBytes))], { expiresAt: start + endsInDays * dayMs });
      const card = makeCard([], { plans: [plan] });
      const samples = usedDaily(14, perDayBytes);
      const projection = p90Projection({ card, samples, now: start, zone: 'UTC' });
      if (!projection) throw new Error('No projection');
      const until = start + days * dayMs;
      const found = bestOffer({ card, samples, offers: [offer], until, now: start, zone: 'UTC' });
      const { missing, lasts } = simulate(given, projection.usedBy);
      // Nothing that takes data or days away is recommended.
      const isShorter = offer.effect === 'reset-validity' && offer.durationMs < endsInDays * dayMs;
      const takesAway = offer.effect === 'replace' || isShorter;
      const isExpected = offer.availability === 'available' && !takesAway && lasts && missing < 1;
      // The two computations may differ by a thousandth of the total usage.
      if (lasts && missing > 0 && missing < projection.usedBy(until) / 1000) return;
      expect(found !== null).toBe(isExpected);
    }),
    { numRuns: 150 },
  );
});
