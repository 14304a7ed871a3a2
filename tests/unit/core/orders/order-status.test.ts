import { expect, test } from 'vitest';
import type { Order } from '../../../../utils/core/orders/order.ts';
import { orderStatus, placedOrders } from '../../../../utils/core/orders/order-status.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, start } from '../../support/builders.ts';

const usual = { creditMs: 2 * minuteMs, dataDelayMs: null };
const baseline = { heldBytes: 1, quotaBytes: 1, endsAt: null, plans: [], isUnlimited: false, isActive: true };

test('what was never sent is not looked back at, and the newest comes first', () => {
  const orders = [
    makeOrder({ id: 'old', state: 'refunded', createdAt: start }),
    makeOrder({ id: 'new', state: 'paid', createdAt: start + 1 }),
    ...(['created', 'asked', 'price-changed', 'dropped'] as const).map((state) => makeOrder({ id: state, state })),
  ];
  expect(placedOrders(orders).map(({ id }) => id)).toEqual(['new', 'old']);
});

test.each<[Partial<Order>, number, string]>([
  [{ state: 'awaiting-payment' }, 1, 'payment'],
  [{ state: 'awaiting-payment' }, 31, 'unclear'],
  [{ state: 'paid', paidAt: start }, 29, 'credit'],
  [{ state: 'paid', paidAt: start }, 30, 'credit-late'],
  [{ state: 'credited', paidAt: start, baseline }, 29, 'balance'],
  [{ state: 'credited', paidAt: start, baseline }, 30, 'balance-late'],
  [{ state: 'credited', paidAt: start, baseline, balanceConfirmedAt: start }, 30, 'credited'],
  [{ state: 'queued', paidAt: start, baseline }, 60, 'queued'],
  [{ state: 'unknown' }, 60, 'unclear'],
  [{ state: 'refunded' }, 60, 'refunded'],
])('an order that is %o stands after %i minutes at "%s"', (overrides, minutes, status) => {
  expect(orderStatus(makeOrder(overrides), usual, start + minutes * minuteMs)).toBe(status);
});
