import { describe, expect, test } from 'vitest';
import { decideDeal, isSameDeal, noYes } from '../../../../utils/core/orders/decide-purchase.ts';
import { lastBoughtPlanId, ordersFrom, withAdopted, withOrder } from '../../../../utils/core/orders/order-list.ts';
import { makeOrder, start } from '../../support/builders.ts';

const plan = 'eu-3gb-30d';
const deal = (orders: ReturnType<typeof makeOrder>[], planId = plan, yes = noYes) =>
  decideDeal(orders, planId, [], yes, start);

describe('a wish to buy', () => {
  test('starts an order where none is open', () => {
    expect(deal([])).toEqual({ kind: 'start', isSecond: false });
    expect(deal([makeOrder({ state: 'credited' })])).toEqual({ kind: 'start', isSecond: false });
  });

  test.each(['created', 'asked', 'awaiting-payment', 'payment-failed'] as const)(
    'for the plan whose order is %s goes on with that order',
    (state) => {
      const order = makeOrder({ state });
      expect(deal([order])).toEqual({ kind: 'go-on', order });
    },
  );

  test('for another plan, or for one that is paid already, asks first', () => {
    const open = makeOrder();
    const question = { doubts: ['order-open'], openOrder: open };
    expect(deal([open], 'other')).toEqual({ kind: 'ask', question });
    const paid = makeOrder({ state: 'paid' });
    expect(deal([paid])).toEqual({ kind: 'ask', question: { doubts: ['order-open'], openOrder: paid } });
  });

  test('after a yes to the open order starts a second one, and only after a yes to that very one', () => {
    const yes = { doubts: ['order-open' as const], openOrderId: 'o' };
    expect(deal([makeOrder()], 'other', yes)).toEqual({ kind: 'start', isSecond: true });
    const newer = makeOrder({ id: 'newer', planId: 'other' });
    expect(deal([newer, makeOrder()], 'other', yes)).toEqual({ kind: 'go-on', order: newer });
    expect(deal([newer, makeOrder()], 'third', yes).kind).toBe('ask');
  });

  test('asks what the plan itself gives reason to, all at once, and nothing twice', () => {
    const open = makeOrder();
    const asked = decideDeal([open], 'other', ['loses-data'], noYes, start);
    expect(asked).toEqual({ kind: 'ask', question: { doubts: ['order-open', 'loses-data'], openOrder: open } });
    const yes = { doubts: ['order-open' as const, 'loses-data' as const], openOrderId: 'o' };
    expect(decideDeal([open], 'other', ['loses-data'], yes, start)).toEqual({ kind: 'start', isSecond: true });
    expect(
      decideDeal([], 'other', ['loses-data', 'cannot-start'], { ...noYes, doubts: ['loses-data'] }, start),
    ).toEqual({ kind: 'ask', question: { doubts: ['cannot-start'], openOrder: null } });
  });
});

describe('the orders of a card', () => {
  test('are the last fifty, newest first; what may be under way is never dropped', () => {
    const old = makeOrder({ id: 'old' });
    const done = Array.from({ length: 60 }, (_, at) => makeOrder({ id: `d${at}`, state: 'credited' }));
    const kept = withOrder([...done, old], makeOrder({ id: 'new' }), start);
    expect(kept).toHaveLength(51);
    expect([kept[0]?.id, kept.at(-1)?.id]).toEqual(['new', 'old']);
  });

  test('forget what came to nothing as soon as something else is bought', () => {
    const nothing = (['price-changed', 'dropped'] as const).map((state) => makeOrder({ id: state, state }));
    expect(withOrder(nothing, makeOrder({ id: 'new' }), start).map(({ id }) => id)).toEqual(['new']);
  });

  test('take over the purchase the seller has open, in place of the one that never was', () => {
    const own = makeOrder({ id: 'own', state: 'asked' });
    const adopted = withAdopted([own], own, 'theirs', start);
    expect(adopted.map(({ id, state, word }) => [id, state, word])).toEqual([['theirs', 'unknown', null]]);
    const known = makeOrder({ id: 'theirs' });
    expect(withAdopted([own, known], own, 'theirs', start)).toEqual([known]);
  });

  test('open a page by themselves only for what was clicked', () => {
    const wished = makeOrder();
    expect(isSameDeal(makeOrder({ id: 'theirs' }), wished)).toBe(true);
    expect(isSameDeal(makeOrder({ planId: 'other' }), wished)).toBe(false);
    expect(isSameDeal(makeOrder({ cost: { currency: 'SEK', units: '109', nanos: 0 } }), wished)).toBe(false);
  });

  test('saved by an older version can be shown, and nonsense is none', () => {
    const { isSecond, before, looks, opens, stirredAt, paidAt, startsAt, receiptUrl, word, provenAt, trouble, ...old } =
      makeOrder({ state: 'credited' });
    expect(ordersFrom([old])).toEqual([
      { ...old, isSecond, before, looks, opens, stirredAt: 0, paidAt, startsAt, receiptUrl, word, provenAt, trouble },
    ]);
    expect(stirredAt).toBe(start);
    expect([ordersFrom(null), ordersFrom({ orders: 1 })]).toEqual([[], []]);
  });

  test('name the plan to renew by what was paid last', () => {
    const orders = [makeOrder({ state: 'cancelled', planId: 'no' }), makeOrder({ state: 'credited', planId: 'yes' })];
    expect(lastBoughtPlanId(orders)).toBe('yes');
    expect(lastBoughtPlanId([makeOrder()])).toBeNull();
  });
});
