import { expect, test } from 'vitest';
import type { Order } from '../../../../utils/core/orders/order.ts';
import { nextOrder, orderStepOf } from '../../../../utils/core/popup/order-step.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, start } from '../../support/builders.ts';

const usual = { creditMs: 5 * minuteMs, dataDelayMs: null };
const baseline = { heldBytes: 1, quotaBytes: 1, endsAt: null, plans: [], isUnlimited: false, isActive: true };
const stepOf = (some: Partial<Order>, now = start + minuteMs) => orderStepOf(makeOrder(some), usual, now);

test.each<[string, Partial<Order>, ReturnType<typeof stepOf>]>([
  ['asked for its page', { state: 'asked', checkoutUrl: null }, 'pay'],
  ['to be paid', {}, 'pay'],
  ['not paid by the card it was tried with', { state: 'payment-failed' }, 'pay-again'],
  ['at another price', { state: 'price-changed', newCost: { currency: 'SEK', units: '119', nanos: 0 } }, 'accept'],
  ['to be paid elsewhere', { problem: { kind: 'new-origin', origin: 'https://pay.example.net' } }, 'answer'],
  ['without a page', { state: 'asked', problem: { kind: 'failure', failure: { kind: 'offline' } } }, 'try-again'],
  ['whose page did not open', { problem: { kind: 'not-opened' } }, 'try-again'],
  ['whose page was not listed', { checkoutUrl: null, problem: { kind: 'not-listed' } }, 'check'],
  ['whose page has closed', { checkoutUrl: null }, 'check'],
  ['of which nothing clear is said', { state: 'unknown' }, 'check'],
  ['that is paid', { state: 'paid', paidAt: start }, 'wait'],
  ['credited, which the balance does not show', { state: 'credited', baseline }, 'wait'],
  ['credited', { state: 'credited' }, null],
  ['that waits its turn', { state: 'queued' }, null],
  ['paid back', { state: 'refunded' }, null],
  ['cancelled', { state: 'cancelled' }, null],
  ['that ran out of time', { state: 'expired' }, null],
  ['that was not placed', { state: 'dropped' }, null],
  ['that was not paid, and its page is gone', { state: 'payment-failed', checkoutUrl: null }, null],
  ['paid and then not', { state: 'cancelled', paidAt: start }, 'contact'],
])('an order %s', (_, some, step) => {
  expect(stepOf(some)).toBe(step);
});

test.each<[string, Partial<Order>]>([
  ['paid', { state: 'paid', paidAt: start }],
  ['credited, and not shown', { state: 'credited', baseline }],
  ['unclear', { state: 'unknown' }],
])('an order that is late (%s) is for the seller to explain, and cannot be bought again', (_, some) => {
  expect(stepOf(some, start + hourMs)).toBe('contact');
});

test('of several orders the first that waits for the user comes first, else the first that waits', () => {
  const next = (...orders: Order[]) => nextOrder(orders, usual, start + minuteMs);
  const paid = makeOrder({ id: 'paid', state: 'paid', paidAt: start });
  const open = makeOrder({ id: 'open' });
  const done = makeOrder({ id: 'done', state: 'credited' });
  expect(next(done, paid, open)).toEqual({ order: open, step: 'pay' });
  expect(next(done, paid)).toEqual({ order: paid, step: 'wait' });
  expect(next(done)).toBeNull();
});
