import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideDeal, noYes } from '../../../../utils/core/orders/decide-purchase.ts';
import { canPay, isOpen, isUnpaid, type OrderState } from '../../../../utils/core/orders/order.ts';
import { currentOrderOf, shownOrdersOf } from '../../../../utils/core/orders/order-list.ts';
import { newsOf } from '../../../../utils/core/orders/order-notifications.ts';
import { nextLookAt } from '../../../../utils/core/orders/order-polling.ts';
import { waitsFor } from '../../../../utils/core/orders/order-status.ts';
import { stepOrder } from '../../../../utils/core/orders/order-transitions.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, makePurchase, start } from '../../support/builders.ts';

/* Where the seller has no words for orders, that nothing was paid is the person's word alone. */

const later = start + minuteMs;
const usual = { creditMs: 5 * minuteMs, dataDelayMs: null };
const waiting = makeOrder({ word: 'awaiting-payment', expiresAt: null });
const notPaid = stepOrder(waiting, { kind: 'not-paid' }, later);

describe('an order that the person did not pay', () => {
  test('is cancelled, and can be paid no more', () => {
    expect(notPaid).toEqual({ ...waiting, state: 'cancelled', changedAt: later });
    expect([canPay(notPaid, later), isOpen(notPaid, later), isUnpaid(notPaid)]).toEqual([false, false, false]);
  });

  test('stands in the way of no other, and is not gone on with', () => {
    expect(decideDeal([waiting], waiting.planId, [], noYes, later)).toMatchObject({ kind: 'go-on' });
    expect(decideDeal([notPaid], waiting.planId, [], noYes, later)).toEqual({ kind: 'start', isSecond: false });
    expect(currentOrderOf([notPaid], usual, later)).toBeNull();
  });

  test('is asked about no more, and tells nothing', () => {
    expect([nextLookAt(notPaid, usual, later), newsOf(notPaid, usual, later), waitsFor(notPaid, usual, later)]).toEqual(
      [...[null, null, null]],
    );
  });

  test('is put away in the same go', () => {
    const away = stepOrder(notPaid, { kind: 'dismissed' }, later);
    expect([away.state, away.dismissed, shownOrdersOf([away], later)]).toEqual(['cancelled', true, []]);
  });

  test('was paid after all where more data comes only by the seller’s word', () => {
    const grown = stepOrder(notPaid, { kind: 'balance', hasGrown: true, isAlone: true }, later);
    expect(grown).toBe(notPaid);
    const said = stepOrder(notPaid, { kind: 'purchase', purchase: makePurchase({ status: 'paid' }) }, later);
    expect(said.state).toBe('paid');
  });
});

test('a payment that failed may be given up, too', () => {
  expect(stepOrder(makeOrder({ state: 'payment-failed' }), { kind: 'not-paid' }, later).state).toBe('cancelled');
});

test('the word takes back nothing that the seller or the balance has said', () => {
  const states: OrderState[] = [
    ...(['created', 'asked', 'price-changed', 'dropped', 'paid', 'credited', 'queued', 'cancelled'] as const),
    ...(['expired', 'refunded', 'unknown'] as const),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.integer({ min: 0, max: 40 * dayMs }), (state, lateMs) => {
      const order = makeOrder({ state });
      expect(stepOrder(order, { kind: 'not-paid' }, start + lateMs)).toBe(order);
    }),
  );
});
