import { expect, test } from 'vitest';
import { canPay, type Order } from '../../../../utils/core/orders/order.ts';
import { nextOrder, type OrderEvent } from '../../../../utils/core/orders/order-transitions.ts';
import { reopened } from '../../../../utils/core/undo/reopened-order.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, makeSellerOrder, start } from '../../support/builders.ts';

const later = start + minuteMs;
const closed = (order: Order, ...first: OrderEvent[]) =>
  [...first, { kind: 'dismissed' } as const].reduce((now, event) => nextOrder(now, event, later), order);

test.each<[string, Order, OrderEvent[]]>([
  ['waits for its payment', makeOrder(), []],
  ['the seller does not know yet', makeOrder({ state: 'created', checkoutUrl: null }), []],
  ['the user said not to have paid', makeOrder(), [{ kind: 'not-paid' }]],
])('an order that %s is as it was before it was closed', (_, before, events) => {
  expect(reopened(closed(before, ...events), before)).toEqual(before);
});

test('a payment that became known since it was closed stays, and it is not paid twice', () => {
  const before = makeOrder();
  const paid = makeSellerOrder({ status: 'paid' });
  const since = nextOrder(closed(before), { kind: 'seller-order', order: paid }, later);
  const after = reopened(since, before);
  expect([after.state, after.dismissed, canPay(after, later)]).toEqual(['paid', false, false]);
});

test('what else became known stays too', () => {
  const before = makeOrder();
  const polled = nextOrder(closed(before), { kind: 'polled' }, later);
  expect(reopened(polled, before)).toEqual({ ...before, polledAt: later, pollCount: before.pollCount + 1 });
});
