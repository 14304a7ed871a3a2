import fc from 'fast-check';
import type { UsageInterval, UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import type { Availability, Offer, PurchaseEffect } from '../../../../utils/core/offers/offer.ts';
import type {
  Balance,
  Card,
  CardState,
  Module,
  Plan,
  PlanState,
  RefreshPeriod,
} from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { makeCard, makeModule, makeOffer, makePlan, start } from '../../support/builders.ts';

/* Arbitrary cards, offers and usage; all tests evaluate them at `start`. */

const bytes = fc.oneof(fc.integer({ min: 0, max: 20e9 }), fc.constantFrom(0, 1, 2 ** 50));
const balance: fc.Arbitrary<Balance> = fc.oneof(
  fc.record({ kind: fc.constant('known' as const), quotaBytes: bytes, remainingBytes: bytes, reservedBytes: bytes }),
  fc.constantFrom<Balance>({ kind: 'unlimited' }, { kind: 'unknown' }),
  fc.record({
    kind: fc.constant('coarse' as const),
    level: fc.constantFrom('out' as const, 'low' as const, 'high' as const),
    upperBytes: bytes,
  }),
);
const instant = fc.option(fc.integer({ min: start - 40 * dayMs, max: start + 90 * dayMs }));

const module: fc.Arbitrary<Module> = fc
  .record({
    balance,
    expiresAt: instant,
    categories: fc.constantFrom<Module['categories']>(['generic'], ['generic'], ['video']),
    state: fc.constantFrom<Module['state']>('active', 'active', 'expired'),
    refreshPeriod: fc.constantFrom<RefreshPeriod>('none', 'none', 'daily', 'weekly', 'monthly'),
  })
  .map(makeModule);

const plan: fc.Arbitrary<Plan> = fc
  .record({
    modules: fc.array(module, { maxLength: 2 }),
    state: fc.constantFrom<PlanState>('active', 'active', 'queued', 'expired'),
    startsAt: instant,
    expiresAt: instant,
    autoRenew: fc.option(
      fc.record({ isEnabled: fc.boolean(), nextChargeAt: instant, cost: fc.constantFrom(null, makeOffer().cost) }),
    ),
  })
  .map(({ modules, ...overrides }) => makePlan(modules, overrides));

export const anyCard: fc.Arbitrary<Card> = fc
  .record({
    plans: fc.array(plan, { maxLength: 3 }),
    state: fc.constantFrom<CardState>('active', 'active', 'active', 'grace', 'suspended', 'expired'),
  })
  .map((overrides) => makeCard([], overrides));

export const anyOffer: fc.Arbitrary<Offer> = fc
  .record({
    planId: fc.uuid(),
    effect: fc.constantFrom<PurchaseEffect>('add', 'queue', 'reset-validity', 'replace', 'unknown'),
    availability: fc.constantFrom<Availability>('available', 'available', 'sold-out', 'disabled', 'not-eligible'),
    quotaBytes: fc.option(bytes),
    durationMs: fc.integer({ min: hourMs, max: 60 * dayMs }),
    cost: fc.record({
      currency: fc.constantFrom('SEK', 'SEK', 'EUR'),
      units: fc.integer({ min: 0, max: 500 }).map(String),
      nanos: fc.constantFrom(0, 500_000_000),
    }),
    categories: fc.constantFrom<Offer['categories']>(['generic'], ['generic'], ['video']),
  })
  .map(makeOffer);

/** The same usage on each of `days` days until `start`. */
export function usedDaily(days: number, perDayBytes: number): UsageSamples {
  const intervals = Array.from(
    { length: days },
    (_, i): UsageInterval => [start - (days - 1 - i) * dayMs, perDayBytes, 1.24e9],
  );
  return { since: start - days * dayMs, intervals, modules: [] };
}

export const anyUsage: fc.Arbitrary<UsageSamples> = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2e9 }))
  .map(([days, perDayBytes]) => usedDaily(days, perDayBytes));
