import { describe, expect, test } from 'vitest';
import { canPay, isOpen, type Order } from '../../../../utils/core/orders/order.ts';
import { adoptSellerOrder, visibleOrders } from '../../../../utils/core/orders/order-list.ts';
import { nextPollAt } from '../../../../utils/core/orders/order-polling.ts';
import { actualTerms, isAbout, proposedTerms, untoldTerms } from '../../../../utils/core/orders/order-terms.ts';
import { nextOrder, type OrderEvent } from '../../../../utils/core/orders/order-transitions.ts';
import type { SellerOrder } from '../../../../utils/core/orders/seller-order.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, makeSellerOrder, start } from '../../support/builders.ts';

const later = start + minuteMs;
const usual = { creditMs: 5 * minuteMs, dataDelayMs: null };
const agreed = { planId: 'eu-3gb-30d', cost: { currency: 'SEK', units: '99', nanos: 0 } };
const kwd = { currency: 'KWD', units: '99', nanos: 0 };
const dollars = { currency: 'USD', units: '500', nanos: 0 };
const page = { checkoutUrl: 'https://pay.axis.example/s/1', expiresAt: start + 30 * minuteMs };
const afterEvents = (order: Order, ...events: OrderEvent[]) =>
  events.reduce((current, event) => nextOrder(current, event, later), order);
const says = (overrides: Partial<SellerOrder>): OrderEvent => ({
  kind: 'seller-order',
  order: makeSellerOrder({ status: 'awaiting-payment', ...page, ...overrides }),
});
const asked = makeOrder({ state: 'asked', checkoutUrl: null, expiresAt: null });

describe('7.12 an order the seller names another plan or price for', () => {
  test.each<[string, Partial<SellerOrder>]>([
    ['another price', { cost: { ...agreed.cost, units: '999' } }],
    ['another amount of the smallest part', { cost: { ...agreed.cost, nanos: 1 } }],
    ['another currency', { cost: kwd }],
    ['another plan', { planId: 'eu-1gb-1d', planName: 'Europe 1 GB' }],
    ['both', { planId: 'eu-1gb-1d', cost: dollars }],
  ])('%s: is asked about and not paid, and what was agreed to stays', (_, named) => {
    const changed = afterEvents(asked, says(named));
    expect(changed).toMatchObject(agreed);
    expect(proposedTerms(changed)).toMatchObject({ ...agreed, ...named });
    expect([canPay(changed, later), isOpen(changed, later)]).toEqual([false, true]);
    expect(nextPollAt(changed, usual, later)).not.toBeNull();
    const accepted = afterEvents(changed, { kind: 'price-accepted', terms: { ...agreed, ...named } });
    expect(accepted).toMatchObject({ id: asked.id, ...agreed, ...named, sellerTerms: null });
    expect(canPay(accepted, later)).toBe(true);
  });

  test('the same amount in another spelling is the same price', () => {
    const same = afterEvents(asked, says({ planId: agreed.planId, cost: { ...agreed.cost, units: '099' } }));
    expect([same.sellerTerms, canPay(same, later)]).toEqual([null, true]);
  });

  test('USD 500 that is named only later is asked about too, with its page open', () => {
    const waiting = afterEvents(asked, says({}), { kind: 'checkout-opened' });
    expect(canPay(waiting, later)).toBe(true);
    const changed = afterEvents(waiting, says({ cost: dollars }));
    expect(changed).toMatchObject({ ...agreed, sellerTerms: { cost: dollars } });
    expect(canPay(changed, later)).toBe(false);
    expect(afterEvents(changed, says({})).sellerTerms).toMatchObject({ cost: dollars });
    expect(afterEvents(changed, says(agreed)).sellerTerms).toBeNull();
  });

  test('a yes to what stands there no more changes nothing', () => {
    const changed = afterEvents(asked, says({ cost: dollars }));
    const twice = afterEvents(changed, says({ cost: kwd }));
    expect(afterEvents(twice, { kind: 'price-accepted', terms: { ...agreed, cost: dollars } })).toBe(twice);
  });

  test('a no hides it, and it is followed and comes back with the next click or state', () => {
    const hidden = afterEvents(asked, says({ cost: dollars }), { kind: 'dismissed' });
    expect(visibleOrders([hidden], later)).toEqual([]);
    expect(hidden.state).toBe('awaiting-payment');
    expect(visibleOrders([afterEvents(hidden, { kind: 'resumed' })], later)).toHaveLength(1);
    expect(visibleOrders([afterEvents(hidden, says({ status: 'paid' }))], later)).toHaveLength(1);
  });

  test('once it is paid, both stand: what was agreed to and what the seller says', () => {
    const paid = afterEvents(asked, says({ cost: dollars, planId: 'x', planName: 'X' }), says({ status: 'paid' }));
    expect(paid).toMatchObject({
      state: 'paid',
      ...agreed,
      sellerTerms: { planId: 'x', planName: 'X', cost: dollars },
    });
    expect(proposedTerms(paid)).toBeNull();
    expect(actualTerms(paid)).toEqual({ planId: 'x', planName: 'X', quotaBytes: null, cost: dollars });
    const only = afterEvents(asked, says({}), says({ status: 'credited', cost: dollars }));
    expect(only).toMatchObject({ ...agreed, sellerTerms: { ...agreed, cost: dollars } });
  });
});

describe('7.12 a purchase that the seller had open already', () => {
  const [adopted] = adoptSellerOrder([asked], asked, 'theirs', later);
  const theirs = adopted ?? asked;

  test('is paid by itself only where it names the plan and the price that were agreed to', () => {
    expect(canPay(afterEvents(theirs, says({ id: 'theirs', ...agreed })), later)).toBe(true);
    for (const named of [{}, { planId: agreed.planId }, { cost: agreed.cost }, { ...agreed, cost: dollars }])
      expect(canPay(afterEvents(theirs, says({ id: 'theirs', ...named })), later)).toBe(false);
  });

  test('that names neither is followed, and its page opens after a yes', () => {
    const silent = afterEvents(theirs, says({ id: 'theirs' }));
    expect(proposedTerms(silent)).toEqual(untoldTerms);
    expect(nextPollAt(silent, usual, later)).not.toBeNull();
    expect(canPay(afterEvents(silent, { kind: 'price-accepted', terms: untoldTerms }), later)).toBe(true);
  });
});

test('7.12 F24 an answer is about an order only if it names its id, and its card or none', () => {
  const order = makeOrder();
  expect(isAbout(order, makeSellerOrder())).toBe(true);
  expect(isAbout(order, makeSellerOrder({ cardKey: 'c' }))).toBe(true);
  for (const foreign of [{ id: 'other' }, { cardKey: 'd' }, { id: 'O' }, { cardKey: '' }])
    expect(isAbout(order, makeSellerOrder(foreign))).toBe(false);
});
