import { describe, expect, test } from 'vitest';
import { takeBaseline } from '../../../../utils/core/orders/credit-evidence.ts';
import type { Order } from '../../../../utils/core/orders/order.ts';
import { visibleOrders } from '../../../../utils/core/orders/order-list.ts';
import { nextNotificationAt, pendingNotification } from '../../../../utils/core/orders/order-notifications.ts';
import { isOverdue, nextPollAt } from '../../../../utils/core/orders/order-polling.ts';
import { planAlarm, shortestAlarmMs } from '../../../../utils/core/polling/alarm-plan.ts';
import { orderStepOf } from '../../../../utils/core/popup/order-step.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeCard, makeOrder, start } from '../../support/builders.ts';

const usual = { creditMs: 5 * minuteMs, dataDelayMs: 15 * minuteMs };
const paid = makeOrder({ state: 'paid', sellerStatus: 'paid', paidAt: start });
const baseline = takeBaseline(makeCard(), start);
const unconfirmed = makeOrder({ state: 'credited', sellerStatus: 'credited', paidAt: start, baseline });
const confirmed: Order = { ...unconfirmed, balanceConfirmedAt: start };

/** The ages, in milliseconds, at which an order that never changes is polled within `withinMs`. */
function pollAges(order: Order, withinMs: number): number[] {
  const ages: number[] = [];
  let polled = order;
  for (
    let at = nextPollAt(polled, usual, start);
    at !== null && at <= start + withinMs;
    at = nextPollAt(polled, usual, at)
  ) {
    ages.push(at - start);
    polled = { ...polled, polledAt: at };
  }
  return ages;
}

describe('an open order', () => {
  test('is looked at after 5, 10 and 30 seconds, then slower, every 15 minutes in the end', () => {
    const ages = pollAges({ ...paid, expiresAt: null }, 2 * hourMs);
    expect(ages.slice(0, 5)).toEqual([5_000, 10_000, 30_000, minuteMs, 2 * minuteMs]);
    const steps = ages.map((age, at) => age - (ages[at - 1] ?? 0));
    expect(steps.slice(1)).toEqual([...steps.slice(1)].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(15 * minuteMs);
  });

  test('is looked at so for a day, and daily then until 30 days are over', () => {
    const ages = pollAges(paid, 40 * dayMs);
    const late = ages.filter((age) => age > dayMs);
    expect(late.length).toBeGreaterThanOrEqual(28);
    expect(Math.max(...late)).toBeLessThanOrEqual(31 * dayMs);
    expect(ages.length - late.length).toBeLessThan(110);
  });

  test('is followed closely again when its page is closed or the popup opens', () => {
    const now = start + 2 * hourMs;
    const order = { ...paid, polledAt: now };
    expect(nextPollAt(order, usual, now)).toBe(now + 15 * minuteMs);
    expect(nextPollAt({ ...order, lastActivityAt: now }, usual, now)).toBe(now + 5_000);
  });

  test('is looked at when its page has run out of time', () => {
    const order = makeOrder({ expiresAt: start + 3.5 * minuteMs, polledAt: start + 3 * minuteMs });
    expect(nextPollAt(order, usual, start + 3 * minuteMs)).toBe(start + 3.5 * minuteMs + 2_000);
  });

  test('never asks for an alarm within half a minute', () => {
    const { at } = planAlarm({
      accounts: [],
      orders: [{ id: 'o', at: nextPollAt(paid, usual, start) ?? 0, accountId: 'a' }],
      retries: [],
      isOnline: true,
      now: start,
    }) ?? { at: 0 };
    expect(nextPollAt(paid, usual, start)).toBe(start + 5_000);
    expect(at - start).toBe(shortestAlarmMs);
    expect(shortestAlarmMs).toBe(30_000);
  });
});

describe('an order that has arrived', () => {
  test('is asked about daily for 30 days, for it may be paid back', () => {
    const ages = pollAges(confirmed, 40 * dayMs);
    expect(ages[0]).toBe(dayMs);
    expect(ages).toHaveLength(30);
  });

  test('and starts later is asked about when it starts', () => {
    const queued = makeOrder({ state: 'queued', sellerStatus: 'queued', startsAt: start + 5 * hourMs });
    expect(nextPollAt(queued, usual, start)).toBe(start + 5 * hourMs + 2_000);
    expect(nextPollAt({ ...queued, polledAt: start + 6 * hourMs }, usual, start + 6 * hourMs)).toBe(
      start + 30 * hourMs,
    );
  });

  test('but does not show in the balance is followed closely', () => {
    expect(nextPollAt(unconfirmed, usual, start)).toBe(start + 5_000);
    expect(nextPollAt({ ...confirmed, sellerStatus: 'paid' }, usual, start)).toBe(start + 5_000);
  });

  test.each(['cancelled', 'expired', 'refunded', 'dropped', 'price-changed'] as const)(
    'is not asked about any more once it is %s',
    (state) => {
      expect(nextPollAt(makeOrder({ state }), usual, start)).toBeNull();
    },
  );
});

describe('half an hour after the payment', () => {
  const late = start + 30 * minuteMs;

  test('the seller is to be asked, not sooner; or after twice the usual time where that is longer', () => {
    expect([isOverdue(paid, usual, late - 1), isOverdue(paid, usual, late)]).toEqual([false, true]);
    expect(isOverdue(paid, { ...usual, creditMs: hourMs }, start + 2 * hourMs - 1)).toBe(false);
    expect(isOverdue(unconfirmed, usual, late)).toBe(true);
    expect(isOverdue(confirmed, usual, start + dayMs)).toBe(false);
    expect(isOverdue(makeOrder(), usual, start + dayMs)).toBe(false);
  });

  test('the order stays in sight until it is put away', () => {
    expect(visibleOrders([paid], start + 5 * dayMs)).toEqual([paid]);
    expect(visibleOrders([{ ...paid, dismissed: true }], late)).toEqual([]);
  });

  test('that is news, once the seller was asked again just then', () => {
    expect(nextNotificationAt(paid, usual, start)).toBe(late);
    const shortBefore = { ...paid, polledAt: late - minuteMs };
    expect(pendingNotification(shortBefore, usual, late)).toBeNull();
    expect(nextPollAt(shortBefore, usual, late - minuteMs)).toBe(late);
    const polled = { ...paid, polledAt: late };
    expect(pendingNotification(polled, usual, late - 1)).toBeNull();
    expect(pendingNotification(polled, usual, late)).toBe('late');
    expect(pendingNotification({ ...polled, notified: ['late'] }, usual, late)).toBeNull();
    expect(pendingNotification(polled, usual, late + 12 * hourMs)).toBeNull();
  });
});

describe('the news of an order', () => {
  test('of its arrival waits for the balance, but not longer than figures usually take', () => {
    expect(pendingNotification(confirmed, usual, start)).toBe('arrived');
    expect(pendingNotification(unconfirmed, usual, start)).toBeNull();
    expect(nextNotificationAt(unconfirmed, usual, start)).toBe(start + 15 * minuteMs);
    expect(pendingNotification(unconfirmed, usual, start + 15 * minuteMs)).toBe('arrived');
    const late = start + 30 * minuteMs;
    expect(pendingNotification({ ...unconfirmed, notified: ['arrived'], polledAt: late }, usual, late)).toBe('late');
  });

  test('after a warning is its arrival all the same', () => {
    expect(pendingNotification({ ...confirmed, notified: ['late'] }, usual, start)).toBe('arrived');
  });

  test.each([
    ['queued', 'queued'],
    ['payment-failed', 'failed'],
    ['refunded', 'refunded'],
  ] as const)('that is %s is told once', (state, notification) => {
    expect(pendingNotification(makeOrder({ state }), usual, start)).toBe(notification);
    expect(pendingNotification(makeOrder({ state, notified: [notification] }), usual, start)).toBeNull();
  });

  test('is none where the person ended it, or long ago', () => {
    for (const state of ['created', 'awaiting-payment', 'cancelled', 'expired', 'dropped'] as const)
      expect(pendingNotification(makeOrder({ state }), usual, start)).toBeNull();
    expect(pendingNotification(confirmed, usual, start + 12 * hourMs)).toBeNull();
  });
});

test('an order says what it waits for until it has ended', () => {
  const stepOf = (overrides: Partial<Order>, at = start) => orderStepOf(makeOrder(overrides), usual, at);
  expect(stepOf({ state: 'created' })).toBe('pay');
  expect(stepOf({ state: 'price-changed', newCost: { currency: 'SEK', units: '119', nanos: 0 } })).toBe('accept');
  expect(stepOf({})).toBe('pay');
  expect(stepOf({}, start + hourMs)).toBe('check');
  expect(stepOf({ state: 'paid' })).toBe('wait');
  expect(stepOf({ state: 'paid' }, start + hourMs)).toBe('contact');
  expect(stepOf({ state: 'unknown' })).toBe('check');
  expect(stepOf({ state: 'credited', baseline })).toBe('wait');
  for (const state of ['credited', 'queued', 'cancelled', 'expired', 'refunded', 'dropped'] as const)
    expect(stepOf({ state })).toBeNull();
});

test('open orders are shown, all of them; else the newest that has ended, until it is put away', () => {
  const done = makeOrder({ id: 'done', state: 'credited' });
  expect(visibleOrders([done], start)).toEqual([done]);
  expect(visibleOrders([{ ...done, dismissed: true }], start)).toEqual([]);
  const [one, two] = [makeOrder({ id: 'one' }), makeOrder({ id: 'two' })];
  expect(visibleOrders([done, one, two], start)).toEqual([one, two]);
});
