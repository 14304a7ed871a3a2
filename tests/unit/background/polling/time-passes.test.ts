import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState, ensureAlarm } from '../../../../entrypoints/background/apply-state.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { updateToolbar } from '../../../../entrypoints/background/update-toolbar.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { shortestAlarmMs } from '../../../../utils/core/polling/alarm-plan.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import type { SellerOptions } from '../../../sandbox/types.ts';
import { setUpEndingPlan } from './check-setup.ts';

/** One card whose plan ends in two hours, of a seller that wants a day between two checks. */
async function started(options: SellerOptions = { maxAgeS: 24 * 3600, expireAfterS: 48 * 3600 }) {
  const set = await setUpEndingPlan(options);
  const { alarm } = set;
  /** Lets the one alarm fire whenever it is due until then, `lateMs` late. */
  const passTime = async (ms: number, lateMs = 0) => {
    const until = set.clock.now + ms;
    for (let at = await alarm(); at <= until; at = await alarm()) {
      set.clock.now = Math.min(until, at + lateMs);
      await onAlarm({ isFallback: false, scheduledAt: at });
    }
    set.clock.now = until;
  };
  return { ...set, alarm, passTime };
}

const colour = async () =>
  [...((await fakeBrowser.action.getBadgeBackgroundColor({})) as number[] | string)].join().replaceAll(',', '');

describe('8.4 F26 a plan that ends while the seller may not be asked', () => {
  test('turns the toolbar grey at its end, without a request', async () => {
    const { requests, passTime, clock, alarm } = await started();
    const [before, green] = [requests(), await colour()];
    expect(await fakeBrowser.action.getTitle({})).toContain('Lasts until');
    await passTime(2 * hourMs - minuteMs);
    expect(await fakeBrowser.action.getTitle({})).toContain('Lasts until');
    expect(await colour()).toBe(green);
    // Where the plan ends just after midnight, the alarm comes half a minute later, behind the worker's timer.
    await passTime(minuteMs + shortestAlarmMs);
    const after = await fakeBrowser.action.getTitle({});
    expect(after).not.toContain('Lasts until');
    expect(after).toContain('Old figure');
    expect(await colour()).not.toBe(green);
    expect(requests()).toBe(before);
    expect(await alarm()).toBeGreaterThan(clock.now);
  });

  test('is painted at the moment of the alarm, or of the timer before it, and at no other would it look different', async () => {
    const { passTime, clock, alarm } = await started();
    const setBadge = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    for (let step = 0; step < 6; step += 1) {
      const next = await alarm();
      const { now } = clock;
      for (const share of [0.2, 0.9]) {
        clock.now = now + Math.floor((next - now - 1) * share);
        setBadge.mockClear();
        await updateToolbar();
        if (next - now > shortestAlarmMs) expect(setBadge).not.toHaveBeenCalled();
      }
      clock.now = now;
      await passTime(next - now);
    }
  });
});

describe('8.4 an alarm that rings while something else starts or wakes the worker', () => {
  /** The alarm for the plan's end has rung, and its event is on its way. */
  async function rung() {
    const set = await started({ maxAgeS: null });
    set.seller.jumpToExpiry('c_europe', 5 * minuteMs);
    await checkAccount(set.account.id);
    await applyState();
    const scheduledAt = await set.alarm();
    set.clock.now = scheduledAt + 1;
    await fakeBrowser.alarms.clear('wake');
    return { ...set, scheduledAt, before: set.requests() };
  }

  test('brings no check forward that was planned since', async () => {
    const { scheduledAt, before, requests, check } = await rung();
    await messageHandlers.pageOpened({});
    await onAlarm({ isFallback: false, scheduledAt });
    expect(requests()).toBe(before);
    expect((await check()).nextCheckAt).toBeGreaterThan(scheduledAt);
  });

  test('brings the next check where it was set by hand, also if something planned anew since', async () => {
    const { clock, before, requests, scheduledAt } = await rung();
    await onAlarm({ isFallback: false, scheduledAt });
    clock.now += 10_000;
    const byHand = clock.now;
    clock.now += 1;
    await messageHandlers.pageOpened({});
    await onAlarm({ isFallback: false, scheduledAt: byHand });
    expect(requests()).toBe(before + 1);
  });

  test('finds at a start what it was set for, and the start would wake again without it', async () => {
    const { clock } = await rung();
    const plan = await read(keys.alarmPlan);
    await ensureAlarm();
    expect(await read(keys.alarmPlan)).toEqual(plan);
    const wakesAgainAt = (await fakeBrowser.alarms.get('wake-again'))?.scheduledTime ?? 0;
    expect(wakesAgainAt).toBe(clock.now + 5 * minuteMs);
    clock.now += minuteMs;
    await ensureAlarm();
    expect((await fakeBrowser.alarms.get('wake-again'))?.scheduledTime).toBe(wakesAgainAt);
    clock.now = wakesAgainAt;
    await onAlarm({ isFallback: true, scheduledAt: wakesAgainAt });
    expect((await fakeBrowser.alarms.get('wake'))?.scheduledTime).toBeGreaterThan(clock.now);
    expect(await fakeBrowser.alarms.get('wake-again')).toBeUndefined();
  });

  test('is planned at a start where nothing was', async () => {
    await started();
    await fakeBrowser.alarms.clear('wake');
    await fakeBrowser.storage.session.remove(keys.alarmPlan.name);
    await ensureAlarm();
    expect(await fakeBrowser.alarms.get('wake')).toBeDefined();
  });
});

describe('8.6 an unexpected end of the clock', () => {
  /** What was alerted about, by card and condition, and how often. */
  const repeated = (sent: { id: string }[]) => sent.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at);

  test.each([
    ['a minute', minuteMs],
    ['five hours', 5 * hourMs],
    ['a day', dayMs],
    ['a month', 30 * dayMs],
  ])('set back by %s while the worker slept is noticed at whatever wakes it next', async (_, byMs) => {
    const { clock, check, alarm } = await started({ maxAgeS: null });
    const before = await alarm();
    await ensureAlarm();
    expect(await alarm()).toBe(before);
    clock.now -= byMs;
    await ensureAlarm();
    expect((await alarm()) - clock.now).toBeLessThanOrEqual(16 * minuteMs);
    expect((await check()).nextCheckAt - clock.now).toBeLessThanOrEqual(16 * minuteMs);
  });

  test('set back and on again starts no check early, and repeats no alert', async () => {
    const { clock, sent, requests, passTime } = await started({ maxAgeS: null });
    for (const byMs of [-dayMs, dayMs, -30 * dayMs, 30 * dayMs]) {
      const before = requests();
      clock.now += byMs;
      await applyState();
      if (byMs < 0) expect(requests()).toBe(before);
      await passTime(hourMs);
      expect(requests() - before).toBeGreaterThanOrEqual(3);
      expect(requests() - before).toBeLessThanOrEqual(6);
    }
    expect(repeated(sent)).toEqual([]);
  });

  test.each([
    ['a clock set forward', 0],
    ['a sleep', 7 * dayMs],
  ])('by %s of a week makes one check, and tells everything once', async (_, lateMs) => {
    const { clock, sent, requests, alarm, passTime } = await started({ maxAgeS: null });
    const [before, at] = [requests(), await alarm()];
    clock.now += 7 * dayMs;
    await onAlarm({ isFallback: false, scheduledAt: lateMs > 0 ? at : clock.now });
    if (lateMs > 0) await passTime(2 * minuteMs);
    expect(requests()).toBe(before + 1);
    expect(sent.length).toBeLessThanOrEqual(2);
    await onAlarm();
    expect(repeated(sent)).toEqual([]);
  });

  test('ends a snooze that would now last for weeks', async () => {
    const { clock, card } = await started();
    await messageHandlers.snooze({ card, snooze: { until: clock.now + hourMs } });
    await applyState();
    expect((await read(keys.alerts(card)))?.snooze).not.toBeNull();
    clock.now -= 30 * dayMs;
    await applyState();
    expect((await read(keys.alerts(card)))?.snooze).toBeNull();
  });
});
