import { describe, expect, test, vi } from 'vitest';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { onAlarm, onShortlyDue } from '../../../../entrypoints/background/on-alarm.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { hourMs, minuteMs, startOfDay } from '../../../../utils/core/values/time.ts';
import { setUpEndingPlan } from './check-setup.ts';

describe('8.E F21 a crowd', () => {
  /** Lets the check that is next be made, with an alarm that is late by so much. */
  const firing = ({ clock, check }: Awaited<ReturnType<typeof setUpEndingPlan>>) => {
    return async (lateMs: number) => {
      const scheduledAt = (await check()).nextCheckAt;
      clock.now = scheduledAt + lateMs;
      await onAlarm({ isFallback: false, scheduledAt });
    };
  };

  test('that wakes with its alarms late asks at random moments within two minutes, and never all at once', async () => {
    const set = await setUpEndingPlan({ maxAgeS: null });
    const before = set.requests();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    await firing(set)(2 * hourMs);
    expect(set.requests()).toBe(before);
    expect(await set.check()).toMatchObject({ reason: 'resumed', nextCheckAt: set.clock.now + 67_500 });
    await onShortlyDue({ orders: [], checks: [set.account.id] });
    expect(set.requests()).toBe(before + 1);
  });

  test('that falls asleep again before that asks as soon as it wakes, and an unreachable seller once more after a minute', async () => {
    const set = await setUpEndingPlan({ maxAgeS: null });
    const { seller, clock, check, alarm } = set;
    seller.fault({ kind: 'offline' });
    const fire = firing(set);
    await fire(2 * hourMs);
    await fire(2 * hourMs);
    expect(await check()).toMatchObject({ reason: 'after-sleep', nextCheckAt: clock.now + minuteMs });
    await fire(0);
    const { reason, nextCheckAt } = await check();
    expect(reason).toBe('failure');
    expect(nextCheckAt - clock.now).toBeGreaterThanOrEqual(10 * minuteMs);
    // An alarm before that, as near midnight for the dates of the tooltip, makes no check.
    expect((await alarm()) >= nextCheckAt || (await read(keys.alarmPlan))?.checks.length === 0).toBe(true);
  });

  test('whose alarms ring on time asks an unreachable seller no sooner than usual', async () => {
    const { seller, clock, check } = await setUpEndingPlan({ maxAgeS: null });
    seller.fault({ kind: 'offline' });
    const scheduledAt = (await check()).nextCheckAt;
    clock.now = scheduledAt + 30_000;
    await onAlarm({ isFallback: false, scheduledAt });
    expect((await check()).nextCheckAt - clock.now).toBeGreaterThanOrEqual(11 * minuteMs);
  });

  test('is asked by an order’s or an alert’s alarm no sooner than the seller wants, nor while it fails', async () => {
    const { seller, account, check, clock } = await setUpEndingPlan({ maxAgeS: 24 * 3600, expireAfterS: 48 * 3600 });
    await write(keys.settings, { ...defaultSettings, leadHours: [1] });
    await applyState();
    const plan = await read(keys.alarmPlan);
    // Late in the evening the dates in the tooltip change before the alert is due.
    const isLate = startOfDay(clock.now + hourMs) > clock.now;
    expect([plan?.reason, plan?.checks]).toEqual([isLate ? 'toolbar' : 'alert', []]);
    seller.fault({ kind: 'offline' });
    await checkAccount(account.id);
    await applyState();
    expect((await read(keys.alarmPlan))?.checks).toEqual([]);
    expect((await check()).nextCheckAt).toBeGreaterThan(clock.now + 18 * hourMs);
  });
});
