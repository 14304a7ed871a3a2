import type { Offer } from '../../../utils/core/offers/offer.ts';
import type { Order } from '../../../utils/core/orders/order.ts';
import type { SellerOrder } from '../../../utils/core/orders/seller-order.ts';
import type { FirstScreen } from '../../../utils/core/toolbar/first-screen.ts';
import type { Card, Module, Plan } from '../../../utils/core/usage/card.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { dayMs, hourMs } from '../../../utils/core/values/time.ts';

/* Complete values for tests, of which each test overrides only what it is about. */

/** The instant the values are made for: `now` in most tests. */
export const start = Date.UTC(2026, 10, 23, 12);

export function makeModule(overrides: Partial<Module> = {}): Module {
  return {
    id: 'main',
    name: 'Main',
    categories: ['generic'],
    balance: { kind: 'known', quotaBytes: 3e9, remainingBytes: 1.24e9, reservedBytes: 0 },
    state: 'active',
    expiresAt: null,
    overUsage: 'blocked',
    maxRateKbps: null,
    refreshPeriod: 'none',
    ...overrides,
  };
}

/** A module with this known balance. */
export function known(remainingBytes: number, quotaBytes = 3e9): Partial<Module> {
  return { balance: { kind: 'known', quotaBytes, remainingBytes, reservedBytes: 0 } };
}

export function makePlan(modules: Module[], overrides: Partial<Plan> = {}): Plan {
  const dates = { startsAt: start - 10 * dayMs, expiresAt: start + 20 * dayMs };
  return { id: 'eu-3gb-30d', name: 'Europe 3 GB', state: 'active', ...dates, regions: [], modules, ...overrides };
}

export function makeCard(modules: Module[] = [makeModule()], overrides: Partial<Card> = {}): Card {
  const plans = [makePlan(modules)];
  return {
    key: 'c',
    title: 'Axis Europe',
    subscriberId: null,
    state: 'active',
    measuredAt: start,
    plans,
    ...overrides,
  };
}

export function makeSnapshot(overrides: Partial<UsageSnapshot> = {}): UsageSnapshot {
  return {
    accountKey: 'a',
    cards: [makeCard()],
    measuredAt: start,
    expiresAt: start + 6 * 3_600_000,
    checkedAt: start,
    skewMs: 0,
    floorMs: 0,
    etag: null,
    ...overrides,
  };
}

export function makeOffer(overrides: Partial<Offer> = {}): Offer {
  return {
    planId: 'eu-3gb-30d',
    name: 'Europe 3 GB',
    description: '',
    cost: { currency: 'SEK', units: '99', nanos: 0 },
    durationMs: 30 * dayMs,
    quotaBytes: 3e9,
    categories: ['generic'],
    regions: [],
    overUsage: 'blocked',
    maxRateKbps: null,
    effect: 'add',
    availability: 'available',
    reason: '',
    promo: '',
    ...overrides,
  };
}

export function makeOrder(overrides: Partial<Order> = {}): Order {
  return {
    id: 'o',
    card: { accountId: 'a', cardKey: 'c' },
    planId: 'eu-3gb-30d',
    planName: 'Europe 3 GB',
    quotaBytes: 3e9,
    cost: { currency: 'SEK', units: '99', nanos: 0 },
    newCost: null,
    sellerTerms: null,
    isSecond: false,
    balanceBefore: { kind: 'unknown' },
    baseline: null,
    createdAt: start,
    state: 'awaiting-payment',
    changedAt: start,
    polledAt: null,
    pollCount: 0,
    checkoutOpenCount: 0,
    lastActivityAt: start,
    paidAt: null,
    startsAt: null,
    checkoutUrl: 'https://pay.axis.example/s/1',
    heldCheckoutUrl: null,
    expiresAt: start + 1_800_000,
    confirmationCode: null,
    receiptUrl: null,
    failureText: null,
    sellerStatus: null,
    balanceConfirmedAt: null,
    problem: null,
    notified: [],
    dismissed: false,
    ...overrides,
  };
}

export function makeSellerOrder(overrides: Partial<SellerOrder> = {}): SellerOrder {
  return {
    id: 'o',
    cardKey: null,
    status: 'paid',
    checkoutUrl: null,
    expiresAt: null,
    paidAt: null,
    startsAt: null,
    confirmationCode: null,
    receiptUrl: null,
    failureText: null,
    planId: null,
    planName: null,
    cost: null,
    ...overrides,
  };
}

/** What the popup shows first, made just before `now`; for an hour. */
export function makeScreen(more: Partial<FirstScreen> = {}): FirstScreen {
  const { measuredAt, expiresAt, checkedAt, skewMs, floorMs } = makeSnapshot();
  return {
    ...{ accountId: 'a1', html: '<main></main>', locale: 'en', direction: 'ltr', theme: 'dark', justNow: 'just now' },
    around: '[]',
    times: { measuredAt, expiresAt, checkedAt, skewMs, floorMs, cardAt: 0, cardMeasuredAt: measuredAt },
    ...{ pollIntervalMinutes: null, madeAt: checkedAt, validUntil: checkedAt + hourMs },
    ...more,
  };
}
