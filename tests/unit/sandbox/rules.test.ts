import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedCards } from '../../sandbox/data/seed-cards.ts';
import { seedOffers } from '../../sandbox/data/seed-offers.ts';
import { creditCard } from '../../sandbox/rules/credit.ts';
import { applyExpiry, withExpiryIn } from '../../sandbox/rules/expiry.ts';
import { withUsed } from '../../sandbox/rules/usage.ts';
import type { Card } from '../../sandbox/wire.ts';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const [europe] = seedCards('a_17', NOW) as [Card];

function remainingBytes(card: Card): bigint {
  return BigInt(card.plans[0]?.planModules[0]?.byteBalance?.remainingBytes ?? -1);
}

test('use takes exactly what it says, or all there is', () => {
  fc.assert(
    fc.property(fc.nat(4_000_000_000), (bytes) => {
      const taken = remainingBytes(europe) - remainingBytes(withUsed(europe, bytes, NOW));
      expect(taken).toBe(BigInt(Math.min(bytes, 1_240_000_000)));
    }),
  );
});

test('no purchase of Europe with ADD ends a plan earlier or leaves less', () => {
  const offers = seedOffers('c_europe').filter((offer) => offer.purchaseEffect === 'ADD');
  fc.assert(
    fc.property(fc.constantFrom(...offers), fc.nat(15 * 86_400_000), (offer, laterMs) => {
      const { card, startsAt } = creditCard(europe, offer, NOW + laterMs);
      expect(startsAt).toBe(NOW + laterMs);
      expect(remainingBytes(card) - remainingBytes(europe)).toBe(BigInt(offer.quotaBytes ?? 0));
      const ends = [europe, card].map((each) => Date.parse(each.plans[0]?.expirationTime ?? ''));
      expect(ends[1]).toBeGreaterThanOrEqual(ends[0] ?? 0);
    }),
  );
});

test('moving the end keeps the length of the plan', () => {
  const length = (card: Card) =>
    Date.parse(card.plans[0]?.expirationTime ?? '') - Date.parse(card.plans[0]?.startTime ?? '');
  fc.assert(
    fc.property(fc.integer({ min: -1e10, max: 1e10 }), (ms) => {
      expect(length(withExpiryIn(europe, ms, NOW))).toBe(length(europe));
    }),
  );
});

test('a card that time has not changed stays the same object', () => {
  expect(applyExpiry(europe, NOW)).toBe(europe);
});
