import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  onShortTimer,
  type ShortlyDue,
  setShortTimer,
} from '../../../../entrypoints/background/polling/short-timer.ts';
import { start } from '../../support/builders.ts';

/* An alarm rings no sooner than in half a minute: it would gather all checks of that half minute, those of everybody. */

let fired: ShortlyDue[] = [];
const none = { orders: [], checks: [], toolbarAt: null };

beforeEach(() => {
  vi.useFakeTimers();
  fired = [];
  onShortTimer((due) => fired.push(due));
});
afterEach(() => vi.useRealTimers());

test('8.E F21 a check that is due before an alarm may ring is made at its own moment', () => {
  const checks = [
    { id: 'a', at: start + 7_000 },
    { id: 'b', at: start + 20_000 },
  ];
  setShortTimer({ ...none, checks }, start);
  vi.advanceTimersByTime(6_999);
  expect(fired).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(fired).toEqual([{ orders: [], checks: ['a'] }]);
});

test.each([
  ['is overdue', 0],
  ['an alarm can be set for', 30_000],
])('a check that %s is left to the alarm', (_, delayMs) => {
  setShortTimer({ ...none, checks: [{ id: 'a', at: start + delayMs }] }, start);
  vi.advanceTimersByTime(60_000);
  expect(fired).toEqual([]);
});

test('an order that is overdue is polled after a second', () => {
  setShortTimer({ ...none, orders: [{ id: 'o', at: start - 1 }] }, start);
  vi.advanceTimersByTime(1_000);
  expect(fired).toEqual([{ orders: ['o'], checks: [] }]);
});
