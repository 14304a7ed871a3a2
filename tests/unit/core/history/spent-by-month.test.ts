import { expect, test } from 'vitest';
import { spentByMonth } from '../../../../utils/core/history/spent-by-month.ts';
import type { Order } from '../../../../utils/core/orders/order.ts';
import { hourMs } from '../../../../utils/core/values/time.ts';
import { makeOrder } from '../../support/builders.ts';

const zone = 'Europe/Stockholm';
/** The beginning of November and of December in Stockholm. */
const [november, december] = [Date.UTC(2026, 9, 31, 23), Date.UTC(2026, 10, 30, 23)];

const money = (currency: string, units: string, nanos = 0) => ({ currency, units, nanos });
const orderOf = (some: Partial<Order>) =>
  makeOrder({ state: 'credited', createdAt: november + hourMs, cost: money('SEK', '99'), ...some });

test('what was paid is summed by month of the zone, the newest first, each currency by itself', () => {
  const orders = [
    orderOf({ paidAt: december - 1 }),
    orderOf({ createdAt: december - hourMs, paidAt: december }),
    orderOf({ state: 'paid', cost: money('EUR', '4', 500_000_000) }),
    orderOf({ state: 'queued', cost: money('EUR', '5', 500_000_000) }),
    orderOf({ createdAt: november - 1 }),
  ];
  expect(spentByMonth(orders, zone)).toEqual([
    { startsAt: december, amounts: [money('SEK', '99')] },
    { startsAt: november, amounts: [money('SEK', '99'), money('EUR', '10')] },
    { startsAt: Date.UTC(2026, 8, 30, 22), amounts: [money('SEK', '99')] },
  ]);
});

test.each(['created', 'asked', 'price-changed', 'dropped', 'awaiting-payment', 'payment-failed', 'cancelled'] as const)(
  'an order that is %s has cost nothing',
  (state) => {
    expect(spentByMonth([orderOf({ state })])).toEqual([]);
  },
);

test('what was paid back, came to nothing after a payment, or has no known price is not counted', () => {
  const orders = [
    orderOf({ state: 'refunded', paidAt: november }),
    orderOf({ state: 'expired', paidAt: november }),
    orderOf({ state: 'unknown', paidAt: november }),
    orderOf({ cost: null }),
  ];
  expect(spentByMonth(orders)).toEqual([]);
});

test('a price the seller took other than the agreed one is what was paid', () => {
  const sellerTerms = { planId: null, planName: null, cost: money('SEK', '119') };
  expect(spentByMonth([orderOf({ sellerTerms })], zone)[0]?.amounts).toEqual([money('SEK', '119')]);
});
