import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidePurchase, noConfirmation } from '../../../../utils/core/orders/decide-purchase.ts';
import { canPay, isAwaitingPayment, isOpen, type OrderState } from '../../../../utils/core/orders/order.ts';
import { visibleOrders } from '../../../../utils/core/orders/order-list.ts';
import { pendingNotification } from '../../../../utils/core/orders/order-notifications.ts';
import { nextPollAt } from '../../../../utils/core/orders/order-polling.ts';
import { nextOrder } from '../../../../utils/core/orders/order-transitions.ts';
import { orderStepOf } from '../../../../utils/core/popup/order-step.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, makeSellerOrder, start } from '../../support/builders.ts';

/* Where the seller reports no order status, only the user can say that an order was not paid. */

const later = start + minuteMs;
const usual = { creditMs: 5 * minuteMs, dataDelayMs: null };
const waiting = makeOrder({ sellerStatus: 'awaiting-payment', expiresAt: null });
const notPaid = nextOrder(waiting, { kind: 'not-paid' }, later);

describe('an order that the person did not pay', () => {
  test('is cancelled, and can be paid no more', () => {
    expect(notPaid).toEqual({ ...waiting, state: 'cancelled', changedAt: later });
    expect([canPay(notPaid, later), isOpen(notPaid, later), isAwaitingPayment(notPaid)]).toEqual([false, false, false]);
  });

  test('stands in the way of no other, and is not gone on with', () => {
    expect(decidePurchase([waiting], waiting.planId, [], noConfirmation, later)).toMatchObject({ kind: 'resume' });
    expect(decidePurchase([notPaid], waiting.planId, [], noConfirmation, later)).toEqual({
      kind: 'start',
      isSecond: false,
    });
    expect(orderStepOf(notPaid, usual, later)).toBeNull();
  });

  test('is asked about no more, and tells nothing', () => {
    expect([
      nextPollAt(notPaid, usual, later),
      pendingNotification(notPaid, usual, later),
      orderStepOf(notPaid, usual, later),
    ]).toEqual([...[null, null, null]]);
  });

  test('is put away in the same go', () => {
    const dismissed = nextOrder(notPaid, { kind: 'dismissed' }, later);
    expect([dismissed.state, dismissed.dismissed, visibleOrders([dismissed], later)]).toEqual(['cancelled', true, []]);
  });

  test('was paid after all where more data comes only by the seller’s word', () => {
    const increased = nextOrder(notPaid, { kind: 'balance-read', hasIncreased: true, isBalanceOnly: true }, later);
    expect(increased).toBe(notPaid);
    const reported = nextOrder(notPaid, { kind: 'seller-order', order: makeSellerOrder({ status: 'paid' }) }, later);
    expect(reported.state).toBe('paid');
  });
});

test('a payment that failed may be given up, too', () => {
  expect(nextOrder(makeOrder({ state: 'payment-failed' }), { kind: 'not-paid' }, later).state).toBe('cancelled');
});

test('the word takes back nothing that the seller or the balance has said', () => {
  const states: OrderState[] = [
    ...(['created', 'asked', 'price-changed', 'dropped', 'paid', 'credited', 'queued', 'cancelled'] as const),
    ...(['expired', 'refunded', 'unknown'] as const),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.integer({ min: 0, max: 40 * dayMs }), (state, lateMs) => {
      const order = makeOrder({ state });
      expect(nextOrder(order, { kind: 'not-paid' }, start + lateMs)).toBe(order);
    }),
  );
});
