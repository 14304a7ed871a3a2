import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Order, OrderState } from '../../../../utils/core/orders/order.ts';
import {
  isAtRest,
  nextNotificationAt,
  notificationLifetimeMs,
  pendingNotification,
} from '../../../../utils/core/orders/order-notifications.ts';
import { nextOrder, type OrderEvent } from '../../../../utils/core/orders/order-transitions.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, start } from '../../support/builders.ts';

const usual = { creditMs: 5 * minuteMs, dataDelayMs: null };
const states: OrderState[] = [
  ...(['created', 'asked', 'price-changed', 'dropped', 'awaiting-payment', 'paid', 'credited'] as const),
  ...(['queued', 'payment-failed', 'cancelled', 'expired', 'refunded', 'unknown'] as const),
];
const baseline = { heldBytes: 1e9, quotaBytes: 3e9, endsAt: null, plans: [], isUnlimited: false, isActive: true };
const time = fc.integer({ min: start, max: start + 40 * dayMs });
const orderArb = fc
  .record({
    state: fc.constantFrom(...states),
    changedAt: time,
    paidAt: fc.option(time),
    polledAt: fc.option(time),
    baseline: fc.constantFrom(null, baseline, { ...baseline, heldBytes: null }),
    balanceConfirmedAt: fc.option(time),
    notified: fc.subarray(['arrived', 'queued', 'late', 'failed', 'refunded'] as const),
  })
  .map(({ notified, ...order }): Order => ({ ...makeOrder(), ...order, notified: [...notified] }));

test('neither balance nor clock makes anything of an order at rest, and nothing is told of it, at any later time', () => {
  const property = fc.property(
    orderArb,
    time,
    fc.nat(400 * dayMs),
    fc.boolean(),
    (order, now, laterMs, isBalanceOnly) => {
      fc.pre(isAtRest(order, now));
      const later = now + laterMs;
      const events: OrderEvent[] = [
        { kind: 'time-passed' },
        { kind: 'balance-read', hasIncreased: order.baseline !== null, isBalanceOnly },
      ];
      for (const event of events) expect(nextOrder(order, event, later)).toBe(order);
      expect([pendingNotification(order, usual, later), nextNotificationAt(order, usual, later)]).toEqual([null, null]);
    },
  );
  fc.assert(property);
});

test('an order that was credited, and seen in the balance, is at rest once nothing is told of it any more', () => {
  const order = { ...makeOrder(), baseline, state: 'credited' as const, changedAt: start, balanceConfirmedAt: start };
  expect(isAtRest(order, start + notificationLifetimeMs - 1)).toBe(false);
  expect(isAtRest(order, start + notificationLifetimeMs)).toBe(true);
  expect(isAtRest({ ...order, balanceConfirmedAt: null }, start + 30 * dayMs)).toBe(false);
  expect(isAtRest({ ...order, state: 'awaiting-payment' }, start + 30 * dayMs)).toBe(false);
});
