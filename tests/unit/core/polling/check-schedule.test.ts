import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planAlarm } from '../../../../utils/core/polling/alarm-plan.ts';
import {
  confirmationCheckAt,
  decideNextCheck,
  isRetryAfterActive,
  refreshAllowedAt,
  shouldRefreshOnOpen,
} from '../../../../utils/core/polling/check-schedule.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

const base = { failure: null, failures: 0, now: start, pollIntervalMs: 15 * minuteMs, floorMs: 0, random: 0.5 };

describe('the next check', () => {
  test('keeps the pace, or the seller’s floor where that is longer', () => {
    expect(decideNextCheck(base)).toEqual({ at: start + 15 * minuteMs, reason: 'poll-interval' });
    expect(decideNextCheck({ ...base, floorMs: hourMs })).toEqual({ at: start + hourMs, reason: 'seller-minimum' });
  });

  test('keeps Retry-After', () => {
    const failure = { kind: 'rate-limited', until: start + hourMs } as const;
    const { at, reason } = decideNextCheck({ ...base, failure, failures: 1 });
    expect(reason).toBe('retry-after');
    expect(at).toBeGreaterThanOrEqual(start + hourMs);
  });

  test('spreads the crowd that was told the same hour, by a minute at most', () => {
    const failure = { kind: 'seller-down', until: start + hourMs } as const;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (random) => {
        const { at } = decideNextCheck({ ...base, failure, failures: 1, random });
        expect(at).toBeGreaterThanOrEqual(start + hourMs);
        expect(at).toBeLessThanOrEqual(start + hourMs + minuteMs);
      }),
    );
  });

  test('drops to one a day when only the person can help', () => {
    for (const kind of ['signed-out', 'forbidden', 'permission-missing', 'card-gone'] as const) {
      expect(decideNextCheck({ ...base, failure: { kind }, failures: 1 })).toEqual({
        at: start + dayMs,
        reason: 'daily',
      });
    }
  });

  test('backs off with jitter, never under the floor, never over an hour and a quarter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const { at } = decideNextCheck({ ...base, failure: { kind: 'no-answer' }, failures, random, floorMs: 40_000 });
        expect(at - start).toBeGreaterThanOrEqual(40_000);
        expect(at - start).toBeLessThanOrEqual(1.25 * hourMs);
      }),
    );
    const delay = (failures: number) =>
      decideNextCheck({ ...base, failure: { kind: 'no-answer' }, failures }).at - start;
    expect([1, 2, 3, 4].map(delay)).toEqual([1, 2, 4, 8].map((minutes) => minutes * minuteMs));
  });
});

test('a sudden drop is asked about again after a minute, or after the seller’s floor where that is longer', () => {
  expect(confirmationCheckAt(start, 0)).toBe(start + minuteMs);
  expect(confirmationCheckAt(start, hourMs)).toBe(start + hourMs);
});

const account = (id: string, some: object = {}) => ({
  id,
  nextCheckAt: start + hourMs,
  retryAfter: 0,
  staleAt: null,
  ...some,
});
const plan = (some: object) =>
  planAlarm({ accounts: [], orders: [], retries: [], isOnline: true, now: start, ...some });

describe('the one alarm', () => {
  test('is none without anything to wake for', () => {
    expect(plan({})).toBeNull();
  });

  test('is the earliest of check, order, staleness and retry, and checks the account due first', () => {
    const accounts = [
      account('late', { nextCheckAt: start + 2 * hourMs }),
      account('first', { staleAt: start + 40 * minuteMs }),
    ];
    expect(plan({ accounts })).toMatchObject({ at: start + 40 * minuteMs, reason: 'stale', checks: ['first'] });
    expect(plan({ accounts, orders: [{ id: 'o', at: start + minuteMs }] })).toMatchObject({
      reason: 'order',
      orders: ['o'],
      checks: ['first'],
    });
  });

  test('leaves an account alone that its seller holds', () => {
    const accounts = [account('held', { retryAfter: start + hourMs, staleAt: start + 30 * minuteMs })];
    expect(plan({ accounts })).toMatchObject({ reason: 'stale', checks: [] });
  });

  test('wakes for an alert that becomes due by time, and then checks the account due first, unless that is held', () => {
    const alerts = [start + 30 * minuteMs, start + 20 * minuteMs];
    const accounts = [account('late', { nextCheckAt: start + 2 * hourMs }), account('first')];
    expect(plan({ accounts, alerts })).toEqual({
      at: start + 20 * minuteMs,
      reason: 'alert',
      checks: ['first'],
      orders: [],
    });
    const held = [
      account('late', { nextCheckAt: start + 2 * hourMs }),
      account('first', { retryAfter: start + hourMs }),
    ];
    expect(plan({ accounts: held, alerts })).toMatchObject({ reason: 'alert', checks: [] });
    expect(plan({ accounts, alerts: [start + 2 * hourMs] })).toMatchObject({ at: start + hourMs, reason: 'check' });
  });

  test('for an alert is never under 30 seconds away, however long it has been due', () => {
    fc.assert(
      fc.property(fc.integer({ min: -dayMs, max: hourMs - 1 }), (offset) => {
        const alarmPlan = plan({ accounts: [account('a')], alerts: [start + offset] });
        expect(alarmPlan).toMatchObject({ at: start + Math.max(30_000, offset), reason: 'alert', checks: ['a'] });
      }),
    );
    expect(plan({ alerts: [start] })).toEqual({ at: start + 30_000, reason: 'alert', checks: [], orders: [] });
  });

  test('always checks the account due first unless it is held, and every other one due by then', () => {
    const some = fc.record({
      nextCheckAt: fc.integer({ min: start - hourMs, max: start + dayMs }),
      retryAfter: fc.constantFrom(0, start + 10 * minuteMs),
      staleAt: fc.option(fc.integer({ min: start - hourMs, max: start + dayMs })),
    });
    const orders = fc.array(fc.record({ id: fc.uuid(), at: fc.integer({ min: start, max: start + hourMs }) }));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 5 }), orders, fc.boolean(), (drawn, due, isOnline) => {
        const accounts = drawn.map((one, id) => ({ ...one, id: String(id) }));
        const alarmPlan = plan({ accounts, orders: due, isOnline });
        if (!alarmPlan) throw new Error('no alarm');
        const first = accounts.reduce((a, b) => (b.nextCheckAt < a.nextCheckAt ? b : a));
        if (first.retryAfter <= alarmPlan.at) expect(alarmPlan.checks).toContain(first.id);
        for (const { id, nextCheckAt } of accounts)
          if (nextCheckAt <= alarmPlan.at) expect(alarmPlan.checks).toContain(id);
        expect(alarmPlan.orders).toEqual(due.filter(({ at }) => at <= alarmPlan.at).map(({ id }) => id));
        expect(alarmPlan.at - start).toBeGreaterThanOrEqual(30_000);
      }),
    );
  });

  test('for an order asks no figures of an account that only the person can mend', () => {
    const accounts = [account('out', { isDaily: true })];
    expect(plan({ accounts, orders: [{ id: 'o', at: start + minuteMs }] })).toMatchObject({
      checks: [],
      orders: ['o'],
    });
    expect(plan({ accounts })).toMatchObject({ reason: 'check', checks: ['out'] });
  });

  test('is never asked for under 30 seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: -dayMs, max: dayMs }), fc.boolean(), (offset, isOnline) => {
        const alarmPlan = plan({ accounts: [account('a', { nextCheckAt: start + offset })], isOnline });
        expect((alarmPlan?.at ?? 0) - start).toBeGreaterThanOrEqual(30_000);
      }),
    );
  });

  test('is a minute away while offline', () => {
    expect(plan({ accounts: [account('a')], isOnline: false })).toMatchObject({
      at: start + minuteMs,
      reason: 'offline',
    });
  });
});

describe('asking out of turn', () => {
  const check = {
    failure: null,
    failingSince: null,
    failures: 0,
    triedAt: start,
    nextCheckAt: start + hourMs,
    reason: 'poll-interval' as const,
    manualRefreshAt: null,
  };

  test('happens when the popup opens on a figure older than a minute', () => {
    expect(shouldRefreshOnOpen(check, start, start + minuteMs - 1)).toBe(false);
    expect(shouldRefreshOnOpen(check, start, start + minuteMs)).toBe(true);
    expect(shouldRefreshOnOpen({ ...check, reason: 'daily' }, start, start + hourMs)).toBe(false);
  });

  test('by hand has a cool-down of 20 seconds and waits for Retry-After', () => {
    expect(refreshAllowedAt({ ...check, manualRefreshAt: start })).toBe(start + 20_000);
    const held = { ...check, failure: { kind: 'rate-limited', until: start + hourMs } as const };
    expect(refreshAllowedAt(held)).toBe(start + hourMs);
    expect(isRetryAfterActive(held, start + hourMs - 1)).toBe(true);
    expect(isRetryAfterActive(held, start + hourMs)).toBe(false);
  });
});
