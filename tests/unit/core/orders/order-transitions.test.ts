import { describe, expect, test } from 'vitest';
import { allowedCheckoutHref } from '../../../../utils/core/accounts/origins.ts';
import { autoOpenWindowMs, canPay, isOpen, type Order } from '../../../../utils/core/orders/order.ts';
import { nextOrder, type OrderEvent } from '../../../../utils/core/orders/order-transitions.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, makeSellerOrder, start } from '../../support/builders.ts';

const later = start + minuteMs;
const afterEvents = (order: Order, ...events: OrderEvent[]) =>
  events.reduce((current, event) => nextOrder(current, event, later), order);
const reported = (status: Order['sellerStatus'] & string, overrides = {}): OrderEvent => ({
  kind: 'seller-order',
  order: makeSellerOrder({ status, ...overrides }),
});
const balanceIncrease: OrderEvent = { kind: 'balance-read', hasIncreased: true, isBalanceOnly: false };
const balanceIncreaseOnly: OrderEvent = { kind: 'balance-read', hasIncreased: true, isBalanceOnly: true };

describe('an order', () => {
  test('goes from the click to the data by the seller’s word', () => {
    const created = makeOrder({ state: 'created', checkoutUrl: null, expiresAt: null });
    const asked = afterEvents(created, { kind: 'asked' });
    const page = { checkoutUrl: 'https://pay.axis.example/s/1', expiresAt: start + hourMs };
    const waiting = afterEvents(asked, reported('awaiting-payment', page));
    const paid = afterEvents(waiting, reported('paid', { confirmationCode: 'AX-1', paidAt: start + 30_000 }));
    const credited = afterEvents(paid, reported('credited', { receiptUrl: 'https://pay.axis.example/r/1' }));
    const states = [asked, waiting, paid, credited];
    expect(states.map(({ state }) => state)).toEqual(['asked', 'awaiting-payment', 'paid', 'credited']);
    expect(states.at(-1)).toMatchObject({
      sellerStatus: 'credited',
      paidAt: start + 30_000,
      changedAt: later,
      confirmationCode: 'AX-1',
      receiptUrl: 'https://pay.axis.example/r/1',
      checkoutUrl: 'https://pay.axis.example/s/1',
    });
  });

  test.each([
    ['credited', 'paid', 'credited'],
    ['credited', 'unknown', 'credited'],
    ['credited', 'refunded', 'refunded'],
    ['queued', 'credited', 'credited'],
    ['queued', 'paid', 'queued'],
    ['queued', 'refunded', 'refunded'],
    ['expired', 'awaiting-payment', 'expired'],
    ['expired', 'credited', 'credited'],
    ['cancelled', 'paid', 'paid'],
    ['refunded', 'credited', 'refunded'],
    ['payment-failed', 'paid', 'paid'],
    ['payment-failed', 'awaiting-payment', 'awaiting-payment'],
    ['paid', 'awaiting-payment', 'paid'],
    ['paid', 'payment-failed', 'payment-failed'],
    ['awaiting-payment', 'unknown', 'unknown'],
    ['unknown', 'credited', 'credited'],
  ] as const)('that is said to be %s and then %s is %s', (status, next, state) => {
    const order = afterEvents(makeOrder({ state: status, sellerStatus: status, dismissed: true }), reported(next));
    expect(order.state).toBe(state);
    expect(order.dismissed).toBe(state === status);
  });

  test('is credited by the balance where the payment is known, or the seller has no words for orders', () => {
    expect(afterEvents(makeOrder({ state: 'paid', sellerStatus: 'paid' }), balanceIncrease)).toMatchObject({
      state: 'credited',
      balanceConfirmedAt: later,
    });
    expect(afterEvents(makeOrder({ state: 'unknown', sellerStatus: 'unknown' }), balanceIncrease).state).toBe(
      'credited',
    );
    expect(afterEvents(makeOrder(), balanceIncrease).state).toBe('awaiting-payment');
    expect(afterEvents(makeOrder(), balanceIncreaseOnly)).toMatchObject({ state: 'credited', sellerStatus: null });
    expect(afterEvents(makeOrder(), { kind: 'balance-read', hasIncreased: false, isBalanceOnly: true }).state).toBe(
      'awaiting-payment',
    );
  });

  test('that only the balance has credited waits for the word, and bows to a clear one', () => {
    const order = afterEvents(makeOrder({ state: 'paid', sellerStatus: 'paid' }), balanceIncrease);
    expect(afterEvents(order, reported('paid'))).toMatchObject({ state: 'credited', sellerStatus: 'paid' });
    expect(afterEvents(order, reported('credited'))).toMatchObject({ state: 'credited', sellerStatus: 'credited' });
    expect(afterEvents(order, reported('payment-failed')).state).toBe('payment-failed');
  });

  test('that was credited by the word is proven by the balance', () => {
    const order = afterEvents(makeOrder({ state: 'paid', sellerStatus: 'paid' }), reported('credited'));
    expect([order.balanceConfirmedAt, afterEvents(order, balanceIncrease).balanceConfirmedAt]).toEqual([null, later]);
  });

  test('waits for a yes to another price, and is the same order then', () => {
    const cost = { currency: 'SEK', units: '109', nanos: 0 };
    const asked = makeOrder({ state: 'asked' });
    const changed = afterEvents(asked, { kind: 'price-changed', cost });
    expect(changed).toMatchObject({ id: asked.id, state: 'price-changed', newCost: cost, cost: asked.cost });
    expect(isOpen(changed, later)).toBe(false);
    expect(afterEvents(changed, { kind: 'price-accepted', terms: { planId: asked.planId, cost } })).toMatchObject({
      id: asked.id,
      state: 'created',
      newCost: null,
      cost,
    });
  });

  test('that never reached the seller is tried again while the click is fresh, and dropped then', () => {
    const asked = makeOrder({ state: 'asked' });
    expect(nextOrder(asked, { kind: 'unknown-to-seller' }, start + autoOpenWindowMs - 1).state).toBe('created');
    expect(nextOrder(asked, { kind: 'unknown-to-seller' }, start + autoOpenWindowMs).state).toBe('dropped');
    expect(nextOrder(asked, { kind: 'time-passed' }, start + dayMs - 1).state).toBe('asked');
    expect(nextOrder(asked, { kind: 'time-passed' }, start + dayMs).state).toBe('dropped');
    expect(afterEvents(asked, { kind: 'refused' })).toMatchObject({ state: 'dropped', problem: { kind: 'refused' } });
  });

  test('that is dropped lives again if the seller has it after all', () => {
    expect(afterEvents(makeOrder({ state: 'dropped' }), reported('awaiting-payment')).state).toBe('awaiting-payment');
  });

  test('the seller no longer knows is unknown, never failed', () => {
    expect(afterEvents(makeOrder({ state: 'paid', sellerStatus: 'paid' }), { kind: 'unknown-to-seller' }).state).toBe(
      'unknown',
    );
    expect(
      afterEvents(makeOrder({ state: 'credited', sellerStatus: 'credited' }), { kind: 'unknown-to-seller' }).state,
    ).toBe('credited');
  });

  test('keeps why there is no page until there is one', () => {
    const problem = { kind: 'failure', failure: { kind: 'offline' } } as const;
    const stuck = afterEvents(makeOrder({ state: 'asked' }), { kind: 'problem', problem });
    expect(stuck.problem).toEqual(problem);
    expect(afterEvents(stuck, reported('awaiting-payment')).problem).toBeNull();
    const unopened = makeOrder({ problem: { kind: 'not-opened' } });
    expect(afterEvents(unopened, reported('awaiting-payment')).problem).toEqual({ kind: 'not-opened' });
    expect(afterEvents(unopened, reported('paid')).problem).toBeNull();
    expect(afterEvents(unopened, { kind: 'checkout-opened' })).toMatchObject({
      problem: null,
      checkoutOpenCount: 1,
    });
    expect(afterEvents(makeOrder({ state: 'credited' }), { kind: 'problem', problem }).problem).toBeNull();
  });

  test('tells a payment that failed once more', () => {
    const failed = afterEvents(makeOrder(), reported('payment-failed'), { kind: 'notified', notification: 'failed' });
    expect(failed.notified).toEqual(['failed']);
    expect(afterEvents(failed, reported('awaiting-payment'), reported('payment-failed')).notified).toEqual([]);
    expect(afterEvents(failed, reported('payment-failed')).notified).toEqual(['failed']);
  });

  test('that was not bought is forgotten when it is put away; others are only hidden', () => {
    expect(afterEvents(makeOrder({ state: 'price-changed' }), { kind: 'dismissed' }).state).toBe('dropped');
    expect(afterEvents(makeOrder({ state: 'credited' }), { kind: 'dismissed' })).toMatchObject({
      state: 'credited',
      dismissed: true,
    });
  });

  test('stays the very same where an event changes nothing', () => {
    const order = makeOrder({
      state: 'credited',
      sellerStatus: 'credited',
      balanceConfirmedAt: start,
      notified: ['arrived'],
    });
    for (const event of [
      balanceIncrease,
      { kind: 'time-passed' },
      { kind: 'asked' },
      { kind: 'notified', notification: 'arrived' },
    ] as const)
      expect(afterEvents(order, event)).toBe(order);
  });

  test('is paid for until its page expires, and only where it has a page', () => {
    const order = makeOrder({ expiresAt: start + 1 });
    expect([canPay(order, start), canPay(order, start + 1)]).toEqual([true, false]);
    expect(canPay(makeOrder({ checkoutUrl: null }), start)).toBe(false);
    expect(canPay(makeOrder({ state: 'paid' }), start)).toBe(false);
  });

  test('stands in the way of a second one until it has ended by the seller’s word, or long enough', () => {
    for (const state of ['created', 'asked', 'awaiting-payment', 'paid', 'unknown'] as const)
      expect(isOpen(makeOrder({ state }), start)).toBe(true);
    for (const state of ['credited', 'queued', 'cancelled', 'expired', 'refunded', 'price-changed', 'dropped'] as const)
      expect(isOpen(makeOrder({ state }), start)).toBe(false);
    expect(isOpen(makeOrder({ state: 'payment-failed' }), start)).toBe(true);
    expect(isOpen(makeOrder({ state: 'payment-failed' }), start + hourMs)).toBe(false);
    expect(isOpen(makeOrder({ state: 'awaiting-payment' }), start + 2 * dayMs)).toBe(false);
    expect(isOpen(makeOrder({ state: 'paid' }), start + 3 * dayMs)).toBe(true);
    expect(isOpen(makeOrder({ state: 'paid' }), start + 31 * dayMs)).toBe(false);
  });

  test('is paid on listed origins only', () => {
    expect(allowedCheckoutHref('https://pay.axis.example/s/1', ['https://pay.axis.example'])).toBe(
      'https://pay.axis.example/s/1',
    );
    for (const url of [
      'https://pay.axis.example.evil/s',
      'https://axis.example/s',
      'http://pay.axis.example/s',
      'javascript:1',
      'https://a@pay.axis.example/s',
      'https://:b@pay.axis.example/s',
      'nonsense',
    ]) {
      expect(allowedCheckoutHref(url, ['https://pay.axis.example'])).toBeNull();
    }
  });
});
