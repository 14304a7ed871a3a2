import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Offer } from '../../../../utils/core/offers/offer.ts';
import { bestOffer } from '../../../../utils/core/recommendation/best-offer.ts';
import { p90Projection } from '../../../../utils/core/recommendation/data-need.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { anyOffer, usedDaily } from '../offers/purchase-setup.ts';

/* The best fit against a plain model of its own: one plan on the card, played hour by hour. */

type Played = { leftBytes: number; endsInDays: number; days: number; offer: Offer };

/** How many bytes are missing by `days`, and whether the validity lasts till then. */
function play({ leftBytes, endsInDays, days, offer }: Played, usedBy: (at: number) => number) {
  const [end, bought, length] = [
    start + endsInDays * dayMs,
    offer.quotaBytes ?? Number.POSITIVE_INFINITY,
    offer.durationMs,
  ];
  const isQueued = offer.effect === 'queue';
  const isKept = offer.effect === 'add' || offer.effect === 'reset-validity' || isQueued;
  const boughtFrom = isQueued ? end : start;
  const boughtTill = offer.effect === 'add' ? Math.max(end, start + length) : boughtFrom + length;
  const leftTill = isQueued ? end : boughtTill;
  let left = isKept ? leftBytes : 0;
  let fresh = bought;
  let missing = 0;
  const until = start + days * dayMs;
  for (let at = start; at < until; at += hourMs) {
    let wanted = usedBy(at + hourMs) - usedBy(at);
    if (at < leftTill) {
      const taken = Math.min(left, wanted);
      [left, wanted] = [left - taken, wanted - taken];
    }
    if (at >= boughtFrom && at < boughtTill) {
      const taken = Math.min(fresh, wanted);
      [fresh, wanted] = [fresh - taken, wanted - taken];
    }
    missing += wanted;
  }
  return { missing, lasts: boughtTill >= until || (leftTill >= until && isKept) };
}

const played: fc.Arbitrary<Played> = fc.record({
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
    fc.property(played, fc.integer({ min: 1e7, max: 1e9 }), (given, perDayBytes) => {
      const { leftBytes, endsInDays, days, offer } = given;
      const plan = makePlan([makeModule(known(leftBytes))], { expiresAt: start + endsInDays * dayMs });
      const card = makeCard([], { plans: [plan] });
      const samples = usedDaily(14, perDayBytes);
      const projection = p90Projection({ card, samples, now: start, zone: 'UTC' });
      if (!projection) throw new Error('No curve');
      const until = start + days * dayMs;
      const found = bestOffer({ card, samples, offers: [offer], until, now: start, zone: 'UTC' });
      const { missing, lasts } = play(given, projection.usedBy);
      const isFit = offer.availability === 'available' && offer.effect !== 'replace' && lasts && missing < 1;
      // Within a thousandth of all use the two ways to add up may differ.
      if (lasts && missing > 0 && missing < projection.usedBy(until) / 1000) return;
      expect(found !== null).toBe(isFit);
    }),
    { numRuns: 150 },
  );
});
