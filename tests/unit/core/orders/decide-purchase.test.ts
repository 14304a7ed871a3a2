import { describe, expect, test } from 'vitest';
import { decidePurchase, isSameOffer, noConfirmation } from '../../../../utils/core/orders/decide-purchase.ts';
import { addOrder, adoptSellerOrder, lastBoughtPlanId } from '../../../../utils/core/orders/order-list.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import { makeOrder, start } from '../../support/builders.ts';

const plan = 'eu-3gb-30d';
const decision = (orders: ReturnType<typeof makeOrder>[], planId = plan, confirmation = noConfirmation) =>
  decidePurchase(orders, planId, [], confirmation, start);

describe('a wish to buy', () => {
  test('starts an order where none is open', () => {
    expect(decision([])).toEqual({ kind: 'start', isSecond: false });
    expect(decision([makeOrder({ state: 'credited' })])).toEqual({ kind: 'start', isSecond: false });
  });

  test.each(['created', 'asked', 'awaiting-payment', 'payment-failed'] as const)(
    'for the plan whose order is %s goes on with that order',
    (state) => {
      const order = makeOrder({ state });
      expect(decision([order])).toEqual({ kind: 'resume', order });
    },
  );

  test('for another plan, or for one that is paid already, asks first', () => {
    const open = makeOrder();
    const request = { reasons: ['order-open'], openOrder: open };
    expect(decision([open], 'other')).toEqual({ kind: 'confirm', request });
    const paid = makeOrder({ state: 'paid' });
    expect(decision([paid])).toEqual({ kind: 'confirm', request: { reasons: ['order-open'], openOrder: paid } });
  });

  test('after a yes to the open order starts a second one, and only after a yes to that very one', () => {
    const confirmation = { reasons: ['order-open' as const], openOrderId: 'o' };
    expect(decision([makeOrder()], 'other', confirmation)).toEqual({ kind: 'start', isSecond: true });
    const newer = makeOrder({ id: 'newer', planId: 'other' });
    expect(decision([newer, makeOrder()], 'other', confirmation)).toEqual({ kind: 'resume', order: newer });
    expect(decision([newer, makeOrder()], 'third', confirmation).kind).toBe('confirm');
  });

  test('asks what the plan itself gives reason to, all at once, and nothing twice', () => {
    const open = makeOrder();
    const result = decidePurchase([open], 'other', ['loses-data'], noConfirmation, start);
    expect(result).toEqual({ kind: 'confirm', request: { reasons: ['order-open', 'loses-data'], openOrder: open } });
    const confirmation = { reasons: ['order-open' as const, 'loses-data' as const], openOrderId: 'o' };
    expect(decidePurchase([open], 'other', ['loses-data'], confirmation, start)).toEqual({
      kind: 'start',
      isSecond: true,
    });
    expect(
      decidePurchase(
        [],
        'other',
        ['loses-data', 'cannot-start'],
        { ...noConfirmation, reasons: ['loses-data'] },
        start,
      ),
    ).toEqual({ kind: 'confirm', request: { reasons: ['cannot-start'], openOrder: null } });
  });
});

describe('the orders of a card', () => {
  test('are the last fifty, newest first; what may be under way is never dropped', () => {
    const old = makeOrder({ id: 'old' });
    const done = Array.from({ length: 60 }, (_, at) => makeOrder({ id: `d${at}`, state: 'credited' }));
    const kept = addOrder([...done, old], makeOrder({ id: 'new' }), start);
    expect(kept).toHaveLength(51);
    expect([kept[0]?.id, kept.at(-1)?.id]).toEqual(['new', 'old']);
  });

  test('forget what came to nothing as soon as something else is bought', () => {
    const abandoned = (['price-changed', 'dropped'] as const).map((state) => makeOrder({ id: state, state }));
    expect(addOrder(abandoned, makeOrder({ id: 'new' }), start).map(({ id }) => id)).toEqual(['new']);
  });

  test('take over the purchase the seller has open, in place of the one that never was', () => {
    const ours = makeOrder({ id: 'own', state: 'asked' });
    const adopted = adoptSellerOrder([ours], ours, 'theirs', start);
    expect(adopted.map(({ id, state, sellerStatus }) => [id, state, sellerStatus])).toEqual([
      ['theirs', 'unknown', null],
    ]);
    const theirs = makeOrder({ id: 'theirs' });
    expect(adoptSellerOrder([ours, theirs], ours, 'theirs', start)).toEqual([theirs]);
  });

  test('open a page by themselves only for what was clicked', () => {
    const requested = makeOrder();
    expect(isSameOffer(makeOrder({ id: 'theirs' }), requested)).toBe(true);
    expect(isSameOffer(makeOrder({ planId: 'other' }), requested)).toBe(false);
    expect(isSameOffer(makeOrder({ cost: { currency: 'SEK', units: '109', nanos: 0 } }), requested)).toBe(false);
  });

  test('saved by an older version can be shown, and nonsense is none', () => {
    const {
      isSecond,
      baseline,
      pollCount,
      checkoutOpenCount,
      lastActivityAt,
      paidAt,
      startsAt,
      receiptUrl,
      sellerStatus,
      balanceConfirmedAt,
      problem,
      ...old
    } = makeOrder({ state: 'credited' });
    const later = { isSecond, baseline, pollCount, checkoutOpenCount, paidAt, startsAt, receiptUrl };
    expect(parseStored('orders', [old])).toEqual([
      { ...old, ...later, sellerStatus, balanceConfirmedAt, problem, lastActivityAt: 0 },
    ]);
    expect(lastActivityAt).toBe(start);
    expect([parseStored('orders', null), parseStored('orders', { orders: 1 })]).toEqual([null, null]);
  });

  test('name the plan to renew by what was paid last', () => {
    const orders = [makeOrder({ state: 'cancelled', planId: 'no' }), makeOrder({ state: 'credited', planId: 'yes' })];
    expect(lastBoughtPlanId(orders)).toBe('yes');
    expect(lastBoughtPlanId([makeOrder()])).toBeNull();
  });
});
