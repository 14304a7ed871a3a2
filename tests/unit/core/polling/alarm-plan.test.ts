import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planAlarm } from '../../../../utils/core/polling/alarm-plan.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

const account = (id: string, some: object = {}) => ({
  id,
  nextCheckAt: start + hourMs,
  notBefore: 0,
  ...some,
});
const plan = (some: object) =>
  planAlarm({ accounts: [], orders: [], retries: [], isOnline: true, now: start, ...some });

describe('the one alarm', () => {
  test('is none without anything to wake for', () => {
    expect(plan({})).toBeNull();
  });

  test('is the earliest of check, order and retry, and checks the account due first', () => {
    const accounts = [account('late', { nextCheckAt: start + 2 * hourMs }), account('first')];
    const retries = [start + 40 * minuteMs];
    expect(plan({ accounts, retries })).toMatchObject({ at: retries[0], reason: 'retry', checks: ['first'] });
    expect(plan({ accounts, orders: [{ id: 'o', at: start + minuteMs }] })).toMatchObject({
      reason: 'order',
      orders: ['o'],
      checks: ['first'],
    });
  });

  test('leaves an account alone that its seller holds', () => {
    const accounts = [account('held', { notBefore: start + hourMs })];
    expect(plan({ accounts, retries: [start + 30 * minuteMs] })).toMatchObject({ reason: 'retry', checks: [] });
  });

  test('8.4 F26 for a change of the toolbar makes no request, unless one is due by then', () => {
    const toolbarAt = start + 20 * minuteMs;
    const accounts = [account('first'), account('due', { nextCheckAt: start - 1 })];
    expect(plan({ accounts: [account('first')], toolbarAt })).toEqual({
      ...{ at: toolbarAt, setAt: start, reason: 'toolbar' },
      ...{ checks: [], orders: [] },
    });
    expect(plan({ accounts, toolbarAt })).toMatchObject({ reason: 'check', checks: ['due'] });
    expect(plan({ toolbarAt: null })).toBeNull();
  });

  test('wakes for an alert that becomes due by time, and then checks the account due first, unless that is held', () => {
    const alerts = [start + 30 * minuteMs, start + 20 * minuteMs];
    const accounts = [account('late', { nextCheckAt: start + 2 * hourMs }), account('first')];
    expect(plan({ accounts, alerts })).toEqual({
      at: start + 20 * minuteMs,
      setAt: start,
      reason: 'alert',
      checks: ['first'],
      orders: [],
    });
    const held = [
      account('late', { nextCheckAt: start + 2 * hourMs }),
      account('first', { notBefore: start + hourMs }),
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
    expect(plan({ alerts: [start] })).toMatchObject({ at: start + 30_000, reason: 'alert', checks: [], orders: [] });
  });

  test('always checks the account due first unless it is held, and every other one due by then', () => {
    const some = fc.record({
      nextCheckAt: fc.integer({ min: start - hourMs, max: start + dayMs }),
      notBefore: fc.constantFrom(0, start + 10 * minuteMs),
    });
    const orders = fc.array(fc.record({ id: fc.uuid(), at: fc.integer({ min: start, max: start + hourMs }) }));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 5 }), orders, fc.boolean(), (drawn, due, isOnline) => {
        const accounts = drawn.map((one, id) => ({ ...one, id: String(id) }));
        const alarmPlan = plan({ accounts, orders: due, isOnline });
        if (!alarmPlan) throw new Error('no alarm');
        const first = accounts.reduce((a, b) => (b.nextCheckAt < a.nextCheckAt ? b : a));
        if (first.notBefore <= alarmPlan.at) expect(alarmPlan.checks).toContain(first.id);
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
