import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../../../utils/core/orders/credit-evidence.ts';
import type { Order } from '../../../../utils/core/orders/order.ts';
import { currentOrderOf, shownOrdersOf } from '../../../../utils/core/orders/order-list.ts';
import { newsOf, nextNewsAt } from '../../../../utils/core/orders/order-notifications.ts';
import { isLate, nextLookAt } from '../../../../utils/core/orders/order-polling.ts';
import { waitsFor } from '../../../../utils/core/orders/order-status.ts';
import { planWake, shortestAlarmMs } from '../../../../utils/core/polling/plan-alarm.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeCard, makeOrder, start } from '../../support/builders.ts';

const usual = { creditMs: 5 * minuteMs, dataDelayMs: 15 * minuteMs };
const paid = makeOrder({ state: 'paid', word: 'paid', paidAt: start });
const before = snapshotOf(makeCard(), start);
const unseen = makeOrder({ state: 'credited', word: 'credited', paidAt: start, before });
const settled: Order = { ...unseen, provenAt: start };

/** The ages at which an order is looked at that never changes, within a time. */
function looksAt(order: Order, withinMs: number): number[] {
  const ages: number[] = [];
  let followed = order;
  for (
    let at = nextLookAt(followed, usual, start);
    at !== null && at <= start + withinMs;
    at = nextLookAt(followed, usual, at)
  ) {
    ages.push(at - start);
    followed = { ...followed, lookedAt: at };
  }
  return ages;
}

describe('an open order', () => {
  test('is looked at after 5, 10 and 30 seconds, then slower, every 15 minutes in the end', () => {
    const ages = looksAt({ ...paid, expiresAt: null }, 2 * hourMs);
    expect(ages.slice(0, 5)).toEqual([5_000, 10_000, 30_000, minuteMs, 2 * minuteMs]);
    const steps = ages.map((age, at) => age - (ages[at - 1] ?? 0));
    expect(steps.slice(1)).toEqual([...steps.slice(1)].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(15 * minuteMs);
  });

  test('is looked at so for a day, and daily then until 30 days are over', () => {
    const ages = looksAt(paid, 40 * dayMs);
    const late = ages.filter((age) => age > dayMs);
    expect(late.length).toBeGreaterThanOrEqual(28);
    expect(Math.max(...late)).toBeLessThanOrEqual(31 * dayMs);
    expect(ages.length - late.length).toBeLessThan(110);
  });

  test('is followed closely again when its page is closed or the popup opens', () => {
    const now = start + 2 * hourMs;
    const order = { ...paid, lookedAt: now };
    expect(nextLookAt(order, usual, now)).toBe(now + 15 * minuteMs);
    expect(nextLookAt({ ...order, stirredAt: now }, usual, now)).toBe(now + 5_000);
  });

  test('is looked at when its page has run out of time', () => {
    const order = makeOrder({ expiresAt: start + 3.5 * minuteMs, lookedAt: start + 3 * minuteMs });
    expect(nextLookAt(order, usual, start + 3 * minuteMs)).toBe(start + 3.5 * minuteMs + 2_000);
  });

  test('never asks for an alarm within half a minute', () => {
    const { at } = planWake({
      accounts: [],
      orders: [{ id: 'o', at: nextLookAt(paid, usual, start) ?? 0 }],
      retries: [],
      isOnline: true,
      now: start,
    }) ?? { at: 0 };
    expect(nextLookAt(paid, usual, start)).toBe(start + 5_000);
    expect(at - start).toBe(shortestAlarmMs);
    expect(shortestAlarmMs).toBe(30_000);
  });
});

describe('an order that has arrived', () => {
  test('is asked about daily for 30 days, for it may be paid back', () => {
    const ages = looksAt(settled, 40 * dayMs);
    expect(ages[0]).toBe(dayMs);
    expect(ages).toHaveLength(30);
  });

  test('and starts later is asked about when it starts', () => {
    const queued = makeOrder({ state: 'queued', word: 'queued', startsAt: start + 5 * hourMs });
    expect(nextLookAt(queued, usual, start)).toBe(start + 5 * hourMs + 2_000);
    expect(nextLookAt({ ...queued, lookedAt: start + 6 * hourMs }, usual, start + 6 * hourMs)).toBe(
      start + 30 * hourMs,
    );
  });

  test('but does not show in the balance is followed closely', () => {
    expect(nextLookAt(unseen, usual, start)).toBe(start + 5_000);
    expect(nextLookAt({ ...settled, word: 'paid' }, usual, start)).toBe(start + 5_000);
  });

  test.each(['cancelled', 'expired', 'refunded', 'dropped', 'price-changed'] as const)(
    'is not asked about any more once it is %s',
    (state) => {
      expect(nextLookAt(makeOrder({ state }), usual, start)).toBeNull();
    },
  );
});

describe('half an hour after the payment', () => {
  const late = start + 30 * minuteMs;

  test('the seller is to be asked, not sooner; or after twice the usual time where that is longer', () => {
    expect([isLate(paid, usual, late - 1), isLate(paid, usual, late)]).toEqual([false, true]);
    expect(isLate(paid, { ...usual, creditMs: hourMs }, start + 2 * hourMs - 1)).toBe(false);
    expect(isLate(unseen, usual, late)).toBe(true);
    expect(isLate(settled, usual, start + dayMs)).toBe(false);
    expect(isLate(makeOrder(), usual, start + dayMs)).toBe(false);
  });

  test('the large button is free for something else, and the order stays in sight until it is put away', () => {
    expect(currentOrderOf([paid], usual, late - 1)).toBe(paid);
    expect(currentOrderOf([paid], usual, late)).toBeNull();
    expect(shownOrdersOf([paid], start + 5 * dayMs)).toEqual([paid]);
    expect(shownOrdersOf([{ ...paid, dismissed: true }], late)).toEqual([]);
  });

  test('that is news, once the seller was asked again just then', () => {
    expect(nextNewsAt(paid, usual, start)).toBe(late);
    const shortBefore = { ...paid, lookedAt: late - minuteMs };
    expect(newsOf(shortBefore, usual, late)).toBeNull();
    expect(nextLookAt(shortBefore, usual, late - minuteMs)).toBe(late);
    const looked = { ...paid, lookedAt: late };
    expect(newsOf(looked, usual, late - 1)).toBeNull();
    expect(newsOf(looked, usual, late)).toBe('late');
    expect(newsOf({ ...looked, told: ['late'] }, usual, late)).toBeNull();
    expect(newsOf(looked, usual, late + 12 * hourMs)).toBeNull();
  });
});

describe('the news of an order', () => {
  test('of its arrival waits for the balance, but not longer than figures usually take', () => {
    expect(newsOf(settled, usual, start)).toBe('arrived');
    expect(newsOf(unseen, usual, start)).toBeNull();
    expect(nextNewsAt(unseen, usual, start)).toBe(start + 15 * minuteMs);
    expect(newsOf(unseen, usual, start + 15 * minuteMs)).toBe('arrived');
    const late = start + 30 * minuteMs;
    expect(newsOf({ ...unseen, told: ['arrived'], lookedAt: late }, usual, late)).toBe('late');
  });

  test('after a warning is its arrival all the same', () => {
    expect(newsOf({ ...settled, told: ['late'] }, usual, start)).toBe('arrived');
  });

  test.each([
    ['queued', 'queued'],
    ['payment-failed', 'failed'],
    ['refunded', 'refunded'],
  ] as const)('that is %s is told once', (state, news) => {
    expect(newsOf(makeOrder({ state }), usual, start)).toBe(news);
    expect(newsOf(makeOrder({ state, told: [news] }), usual, start)).toBeNull();
  });

  test('is none where the person ended it, or long ago', () => {
    for (const state of ['created', 'awaiting-payment', 'cancelled', 'expired', 'dropped'] as const)
      expect(newsOf(makeOrder({ state }), usual, start)).toBeNull();
    expect(newsOf(settled, usual, start + 12 * hourMs)).toBeNull();
  });
});

test('an order says what it waits for until it has ended', () => {
  const waits = (some: Partial<Order>, at = start) => waitsFor(makeOrder(some), usual, at);
  expect(waits({ state: 'created' })).toBe('answer');
  expect(waits({ state: 'price-changed' })).toBe('yes');
  expect(waits({})).toBe('payment');
  expect(waits({}, start + hourMs)).toBe('word');
  expect(waits({ state: 'paid' })).toBe('credit');
  expect(waits({ state: 'paid' }, start + hourMs)).toBe('support');
  expect(waits({ state: 'unknown' })).toBe('word');
  expect(waits({ state: 'credited', before })).toBe('balance');
  for (const state of ['credited', 'queued', 'cancelled', 'expired', 'refunded', 'dropped'] as const)
    expect(waits({ state })).toBeNull();
});

test('open orders are shown, all of them; else the newest that has ended, until it is put away', () => {
  const done = makeOrder({ id: 'done', state: 'credited' });
  expect(shownOrdersOf([done], start)).toEqual([done]);
  expect(shownOrdersOf([{ ...done, dismissed: true }], start)).toEqual([]);
  const [one, two] = [makeOrder({ id: 'one' }), makeOrder({ id: 'two' })];
  expect(shownOrdersOf([done, one, two], start)).toEqual([one, two]);
});
