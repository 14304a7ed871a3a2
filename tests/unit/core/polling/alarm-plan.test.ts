import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlarmPlan, planAlarm, ringsFor } from '../../../../utils/core/polling/alarm-plan.ts';
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

  test('is the earliest of check, order, alert, retry and toolbar', () => {
    const accounts = [account('late', { nextCheckAt: start + 2 * hourMs }), account('first')];
    const times = {
      alerts: [start + 50 * minuteMs],
      retries: [start + 40 * minuteMs],
      toolbarAt: start + 30 * minuteMs,
    };
    expect(plan({ accounts })).toMatchObject({ at: start + hourMs, reason: 'check', checks: ['first'] });
    expect(plan({ accounts, alerts: times.alerts })).toMatchObject({ at: start + 50 * minuteMs, reason: 'alert' });
    expect(plan({ accounts, ...times, toolbarAt: null })).toMatchObject({ at: start + 40 * minuteMs, reason: 'retry' });
    expect(plan({ accounts, ...times })).toMatchObject({ at: start + 30 * minuteMs, reason: 'toolbar' });
  });

  test('8.E F21 for an alert, a retry or the toolbar makes no check: they would all come at one time', () => {
    for (const time of [
      { alerts: [start + minuteMs] },
      { retries: [start + minuteMs] },
      { toolbarAt: start + minuteMs },
    ])
      expect(plan({ accounts: [account('a')], ...time })).toMatchObject({ at: start + minuteMs, checks: [] });
  });

  test('for an order checks its account, also before the seller’s minimum, unless that fails', () => {
    const orders = [{ id: 'o', at: start + minuteMs, accountId: 'late' }];
    const late = { nextCheckAt: start + 2 * hourMs };
    const checked = { reason: 'order', orders: ['o'], checks: ['late'] };
    expect(plan({ accounts: [account('late', late), account('first')], orders })).toMatchObject(checked);
    const failing = account('late', { ...late, notBefore: start + 2 * hourMs });
    expect(plan({ accounts: [failing, account('first')], orders })).toMatchObject({ ...checked, checks: [] });
  });

  test('8.4 F26 for a change of the toolbar makes no request, unless one is due by then', () => {
    const toolbarAt = start + 20 * minuteMs;
    const accounts = [account('first'), account('due', { nextCheckAt: start - 1 })];
    expect(plan({ accounts: [account('first')], toolbarAt })).toEqual({
      ...{ at: toolbarAt, setAt: start, rangAt: null, reason: 'toolbar' },
      ...{ checks: [], orders: [] },
    });
    expect(plan({ accounts, toolbarAt })).toMatchObject({ reason: 'check', checks: ['due'] });
    expect(plan({ toolbarAt: null })).toBeNull();
  });

  test('for an alert is never under 30 seconds away, however long it has been due', () => {
    fc.assert(
      fc.property(fc.integer({ min: -dayMs, max: hourMs - 1 }), (offset) => {
        const alarmPlan = plan({ accounts: [account('a')], alerts: [start + offset] });
        expect(alarmPlan).toMatchObject({ at: start + Math.max(30_000, offset), reason: 'alert' });
      }),
    );
    expect(plan({ alerts: [start] })).toMatchObject({ at: start + 30_000, reason: 'alert', checks: [], orders: [] });
  });

  test('checks every account that is due by then, and none before it may be', () => {
    const some = fc.record({
      nextCheckAt: fc.integer({ min: start - hourMs, max: start + dayMs }),
      notBefore: fc.constantFrom(0, start + 10 * minuteMs),
    });
    const order = fc.record({
      id: fc.uuid(),
      at: fc.integer({ min: start, max: start + hourMs }),
      accountId: fc.constantFrom('0', '1', '2'),
    });
    const accountsOf = fc.array(some, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(accountsOf, fc.array(order), fc.boolean(), (drawn, due, isOnline) => {
        const accounts = drawn.map((one, id) => ({ ...one, id: String(id) }));
        const alarmPlan = plan({ accounts, orders: due, isOnline });
        if (!alarmPlan) throw new Error('no alarm');
        for (const { id, nextCheckAt, notBefore } of accounts) {
          if (nextCheckAt <= alarmPlan.at) expect(alarmPlan.checks).toContain(id);
          else if (notBefore > alarmPlan.at) expect(alarmPlan.checks).not.toContain(id);
        }
        expect(alarmPlan.orders).toEqual(due.filter(({ at }) => at <= alarmPlan.at).map(({ id }) => id));
        expect(alarmPlan.at - start).toBeGreaterThanOrEqual(30_000);
      }),
    );
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

describe('what an alarm rings for', () => {
  const before = plan({ accounts: [account('a')] }) as AlarmPlan;
  const planned = (now: number, previous: AlarmPlan) =>
    planAlarm({
      ...{ accounts: [account('a', { nextCheckAt: now + hourMs })], orders: [], retries: [] },
      ...{ isOnline: true, before: previous, now },
    }) as AlarmPlan;

  test('is the plan at its time or later, and nothing of it before', () => {
    expect(ringsFor(before, before.at)).toBe('plan');
    expect(ringsFor(before, before.at + 5 * minuteMs)).toBe('plan');
    expect(ringsFor(before, start + minuteMs)).toBe('others');
  });

  test('is an earlier plan, however often something has planned anew since it rang', () => {
    const rangAt = before.at;
    const first = planned(rangAt + 10, before);
    const second = planned(rangAt + 20, first);
    for (const later of [first, second]) {
      expect(ringsFor(later, rangAt)).toBe('earlier-plan');
      expect(ringsFor(later, rangAt + 15)).toBe('others');
      expect(ringsFor(later, later.at)).toBe('plan');
    }
    expect(ringsFor(planned(second.at, second), rangAt)).toBe('others');
  });

  test('is no earlier plan that was replaced before it rang', () => {
    const replaced = planned(start + minuteMs, before);
    expect(replaced.rangAt).toBeNull();
    expect(ringsFor(replaced, before.at - minuteMs)).toBe('others');
  });
});
