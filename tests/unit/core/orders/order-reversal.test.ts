import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canPay, hasLivePage, isOpen, isReversed, type Order } from '../../../../utils/core/orders/order.ts';
import { pendingNotification } from '../../../../utils/core/orders/order-notifications.ts';
import { isOverdue, nextPollAt } from '../../../../utils/core/orders/order-polling.ts';
import { orderStatus } from '../../../../utils/core/orders/order-status.ts';
import { proposedTerms } from '../../../../utils/core/orders/order-terms.ts';
import { nextOrder, type OrderEvent } from '../../../../utils/core/orders/order-transitions.ts';
import type { SellerOrderStatus } from '../../../../utils/core/orders/seller-order.ts';
import { orderStepOf } from '../../../../utils/core/popup/order-step.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, makeSellerOrder, start } from '../../support/builders.ts';

const usual = { creditMs: 5 * minuteMs, dataDelayMs: null };
const paidStatuses: SellerOrderStatus[] = ['paid', 'credited', 'queued', 'refunded'];
const statuses: SellerOrderStatus[] = [
  ...paidStatuses,
  ...(['awaiting-payment', 'payment-failed', 'cancelled', 'expired', 'unknown'] as const),
];
const page = { checkoutUrl: 'https://pay.axis.example/s/1', expiresAt: start + 300 * dayMs };
const cost = { currency: 'USD', units: '500', nanos: 0 };
const reported = (status: SellerOrderStatus, overrides = {}): OrderEvent => ({
  kind: 'seller-order',
  order: makeSellerOrder({ status, ...page, ...overrides }),
});
const others: OrderEvent[] = [
  ...(['asked', 'unknown-to-seller', 'time-passed', 'activity', 'resumed', 'dismissed', 'polled'] as const).map(
    (kind) => ({ kind }),
  ),
  { kind: 'checkout-opened' },
  { kind: 'page-released' },
  { kind: 'balance-read', hasIncreased: true, isBalanceOnly: false },
  { kind: 'price-accepted', terms: { planId: 'eu-3gb-30d', cost } },
  reported('awaiting-payment', { cost }),
];

/** What of an order would lead to a second payment. */
function waysBack(order: Order, now: number): string[] {
  const isPaymentStep = ['pay', 'pay-again', 'accept'].includes(orderStepOf(order, usual, now) ?? '');
  return [
    ...(canPay(order, now) || hasLivePage(order, now) ? ['page'] : []),
    ...(proposedTerms(order) === null ? [] : ['question']),
    ...(isPaymentStep ? ['step'] : []),
    ...(['awaiting-payment', 'created', 'asked'].includes(order.state) ? [order.state] : []),
  ];
}

describe('7.13 once an order was paid', () => {
  test('PAID, an unknown word, PENDING_PAYMENT: the payment is not offered again', () => {
    const order = [reported('paid'), reported('unknown'), reported('awaiting-payment')].reduce(
      (current, event) => nextOrder(current, event, start),
      makeOrder(),
    );
    expect(order.state).toBe('unknown');
    expect(waysBack(order, start)).toEqual([]);
  });

  test('and is of unknown status, another purchase is asked about for as long as the payment may be credited', () => {
    const order = [reported('paid'), reported('unknown')].reduce(
      (current, event) => nextOrder(current, event, start),
      makeOrder(),
    );
    expect(isOpen(order, start + 2 * dayMs)).toBe(true);
    expect(isOpen(order, start + 31 * dayMs)).toBe(false);
    expect(isOpen(nextOrder(makeOrder(), reported('unknown'), start), start + 2 * dayMs)).toBe(false);
  });

  test.each([
    ['in a hundred years', start + 36_500 * dayMs],
    ['before it was ordered', start - 365 * dayMs],
  ])('F1 F2 %s, it is open for as long and late as soon as one that was paid now', (_, paidAt) => {
    const order = nextOrder(makeOrder(), reported('paid', { paidAt }), start);
    expect([isOpen(order, start + 2 * dayMs), isOpen(order, start + 31 * dayMs)]).toEqual([true, false]);
    expect([isOverdue(order, usual, start), isOverdue(order, usual, start + dayMs)]).toEqual([false, true]);
    expect(nextPollAt(order, usual, start)).toBeLessThan(start + minuteMs);
  });

  test('no sequence of statuses, of any length, leads back to a payment', () => {
    const events = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...statuses).map((status) => reported(status)) },
        { weight: 1, arbitrary: fc.constantFrom(...others) },
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(events, fc.constantFrom(...paidStatuses), events, (before, paid, afterwards) => {
        let order = makeOrder({ state: 'asked', checkoutUrl: null, expiresAt: null });
        let wasPaid = false;
        for (const [index, event] of [...before, reported(paid), ...afterwards].entries()) {
          order = nextOrder(order, event, start + index);
          wasPaid ||= paidStatuses.includes(order.state as SellerOrderStatus) && order.state !== 'credited';
          wasPaid ||= order.paidAt !== null;
          if (wasPaid && waysBack(order, start + index).length > 0) expect(order).toBeNull();
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('all sequences of up to four statuses hold it', () => {
    const visit = (order: Order, wasPaid: boolean, depth: number): void => {
      if (wasPaid && waysBack(order, start).length > 0) expect(order).toBeNull();
      if (depth === 4) return;
      for (const status of statuses) {
        const next = nextOrder(order, reported(status), start);
        visit(next, wasPaid || (paidStatuses.includes(status) && next.sellerStatus === status), depth + 1);
      }
    };
    visit(makeOrder({ state: 'asked', checkoutUrl: null, expiresAt: null }), false, 0);
  });

  test.each(['payment-failed', 'cancelled', 'expired'] as const)(
    'and is then %s, that is said as a contradiction, told once, and followed on',
    (status) => {
      const order = nextOrder(nextOrder(makeOrder(), reported('paid'), start), reported(status), start);
      expect(isReversed(order)).toBe(true);
      expect(orderStatus(order, usual, start)).toBe('reversed');
      expect(pendingNotification(order, usual, start)).toBe('failed');
      expect(nextPollAt(order, usual, start)).toBe(start + dayMs);
      expect(nextOrder(order, reported('refunded'), start).state).toBe('refunded');
    },
  );

  test('a payment that failed before anything was paid is tried again as ever', () => {
    const failed = nextOrder(makeOrder(), reported('payment-failed'), start);
    expect([canPay(failed, start), isReversed(failed)]).toEqual([true, false]);
  });

  test('a time of payment beside a status that says it is not paid is not believed', () => {
    const odd = nextOrder(makeOrder(), reported('awaiting-payment', { paidAt: start }), start);
    expect([odd.paidAt, canPay(odd, start)]).toEqual([null, true]);
    expect(nextOrder(makeOrder(), reported('unknown', { paidAt: start }), start).paidAt).toBe(start);
  });
});
