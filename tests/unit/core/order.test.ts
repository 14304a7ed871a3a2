import { describe, expect, test } from 'vitest';
import { offersIn, primaryOfferFor, tabFor } from '../../../utils/core/offer.ts';
import {
  canPay,
  isListed,
  isOpen,
  lastBoughtPlanId,
  nextLookAt,
  shownOrderOf,
  withPurchase,
} from '../../../utils/core/order.ts';
import { dayMs, hourMs, minuteMs } from '../../../utils/core/time.ts';
import { makeCard, makeOffer, makeOrder, start } from './make.ts';

const purchase = {
  id: 'o',
  status: 'credited' as const,
  checkoutUrl: null,
  expiresAt: null,
  confirmationCode: 'AX-1',
  failureText: null,
  planId: null,
  planName: null,
  cost: null,
};

describe('an order', () => {
  test('is open until it ended by the seller’s word', () => {
    for (const state of ['created', 'awaiting-payment', 'paid', 'unknown'] as const)
      expect(isOpen(makeOrder({ state }), start)).toBe(true);
    for (const state of ['credited', 'queued', 'cancelled', 'expired', 'refunded', 'price-changed'] as const)
      expect(isOpen(makeOrder({ state }), start)).toBe(false);
  });

  test('whose payment failed is open while its page can be paid', () => {
    const order = makeOrder({ state: 'payment-failed' });
    expect([isOpen(order, start), canPay(order, start)]).toEqual([true, true]);
    expect(isOpen(order, start + hourMs)).toBe(false);
  });

  test('is looked at after 30 seconds, then slower, for a day', () => {
    const next = (age: number) =>
      (nextLookAt(makeOrder({ lookedAt: start + age }), start + age) ?? Number.NaN) - start - age;
    expect(next(0)).toBe(30_000);
    expect(next(11 * minuteMs)).toBe(2 * minuteMs);
    expect(next(2 * hourMs)).toBe(15 * minuteMs);
    expect(nextLookAt(makeOrder(), start + dayMs)).toBeNull();
    expect(nextLookAt(makeOrder({ state: 'credited', told: true }), start)).toBeNull();
    expect(nextLookAt(makeOrder({ state: 'credited' }), start)).toBe(start);
  });

  test('takes the seller’s word and keeps what it does not repeat', () => {
    const order = withPurchase(makeOrder(), purchase, start + 1);
    expect(order).toMatchObject({
      state: 'credited',
      changedAt: start + 1,
      confirmationCode: 'AX-1',
      checkoutUrl: makeOrder().checkoutUrl,
    });
  });

  test.each([
    ['credited', 'paid', 'credited'],
    ['credited', 'unknown', 'credited'],
    ['credited', 'refunded', 'refunded'],
    ['queued', 'credited', 'credited'],
    ['queued', 'paid', 'queued'],
    ['expired', 'awaiting-payment', 'expired'],
    ['expired', 'credited', 'credited'],
    ['cancelled', 'paid', 'paid'],
    ['refunded', 'credited', 'refunded'],
    ['payment-failed', 'paid', 'paid'],
    ['awaiting-payment', 'unknown', 'unknown'],
  ] as const)('that is %s and is said to be %s is %s', (state, status, after) => {
    const order = withPurchase(makeOrder({ state, dismissed: true }), { ...purchase, status }, start + 1);
    expect(order).toMatchObject({ state: after, lookedAt: start + 1, dismissed: state === after });
  });

  test('is paid for until its page expires, and only where it has a page', () => {
    const order = makeOrder({ expiresAt: start + 1 });
    expect([canPay(order, start), canPay(order, start + 1)]).toEqual([true, false]);
    expect(canPay(makeOrder({ checkoutUrl: null }), start)).toBe(false);
    expect(canPay(makeOrder({ state: 'paid' }), start)).toBe(false);
  });

  test('that was paid is asked for fast again, counted from the payment', () => {
    const order = makeOrder({ state: 'paid', changedAt: start + 5 * hourMs, lookedAt: start + 5 * hourMs });
    expect(nextLookAt(order, start + 5 * hourMs)).toBe(start + 5 * hourMs + 30_000);
    expect(isOpen(order, start + 3 * dayMs)).toBe(true);
  });

  test('that was paid last names the plan to renew', () => {
    const orders = [makeOrder({ state: 'cancelled', planId: 'no' }), makeOrder({ state: 'credited', planId: 'yes' })];
    expect(lastBoughtPlanId(orders)).toBe('yes');
    expect(lastBoughtPlanId([makeOrder()])).toBeNull();
  });

  test('that ended is shown until it is put away, an open one before it', () => {
    const done = makeOrder({ id: 'done', state: 'credited' });
    expect(shownOrderOf([done], start)?.id).toBe('done');
    expect(shownOrderOf([{ ...done, dismissed: true }], start)).toBeNull();
    expect(shownOrderOf([done, makeOrder({ id: 'open' })], start)?.id).toBe('open');
  });

  test('is paid on listed origins only', () => {
    expect(isListed('https://pay.axis.example/s/1', ['https://pay.axis.example'])).toBe(true);
    for (const url of [
      'https://pay.axis.example.evil/s',
      'https://axis.example/s',
      'http://pay.axis.example/s',
      'javascript:1',
      'nonsense',
    ]) {
      expect(isListed(url, ['https://pay.axis.example'])).toBe(false);
    }
  });
});

describe('the plan on the primary button', () => {
  const day = makeOffer({ planId: 'day', durationMs: dayMs });
  const month = makeOffer({ planId: 'month', durationMs: 31 * dayMs });
  const present = makeOffer();
  const primary = (offers: ReturnType<typeof makeOffer>[], last: string | null = null) =>
    primaryOfferFor(makeCard(), offers, last, start)?.planId;

  test('is the one last bought here, else the present one, if on sale', () => {
    expect(primary([day, present], 'day')).toBe('day');
    expect(primary([day, present])).toBe('eu-3gb-30d');
    expect(primary([{ ...day, availability: 'sold-out' }, present], 'day')).toBe('eu-3gb-30d');
  });

  test('is else the first on sale of the nearest duration', () => {
    expect(primary([day, month])).toBe('month');
    expect(primary([{ ...month, availability: 'sold-out' }])).toBeUndefined();
  });

  test('follows the length of the plan last bought, listed or not on sale; and is none without a length', () => {
    const gone = { ...day, availability: 'disabled' as const };
    expect(primary([gone, makeOffer({ planId: 'two', durationMs: 2 * dayMs }), month], 'day')).toBe('two');
    expect(primaryOfferFor(makeCard([], { plans: [] }), [day], null, start)).toBeNull();
  });

  test('has neighbours in the seller’s order under each tab', () => {
    expect(offersIn('all', [month, day])).toEqual([month, day]);
    expect(offersIn('daily', [month, day])).toEqual([day]);
  });

  test('stands under the tab of its length', () => {
    expect(
      [day, makeOffer({ durationMs: 7 * dayMs }), month, makeOffer({ durationMs: 32 * dayMs })].map(tabFor),
    ).toEqual(['daily', 'weekly', 'monthly', 'all']);
  });
});
