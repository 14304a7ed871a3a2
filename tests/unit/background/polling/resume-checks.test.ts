import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { onOnline, onStart } from '../../../../entrypoints/background/on-start.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import type { SellerOptions } from '../../../sandbox/types.ts';
import { makeOrder } from '../../support/builders.ts';
import { setUpChecks } from './check-setup.ts';

/** An account that was checked, and whose next check is an hour overdue. */
async function overdue(options: SellerOptions = { maxAgeS: null }) {
  const set = await setUpChecks(options);
  await checkAccount(set.account.id);
  await applyState();
  set.clock.now += hourMs;
  const openOrder = async () => {
    const at = set.clock.now;
    const order = makeOrder({ state: 'paid', createdAt: at, changedAt: at, polledAt: at, paidAt: at, card: set.card });
    await write(keys.orders(set.card), [order]);
  };
  return { ...set, before: set.requests(), openOrder };
}

describe('8.E F21 a start of the browser', () => {
  test('asks at a random moment within two minutes', async () => {
    const { requests, before, check, clock } = await overdue();
    vi.spyOn(Math, 'random').mockReturnValue(0.75);
    await onStart();
    expect(requests()).toBe(before);
    expect(await check()).toMatchObject({ reason: 'resumed', nextCheckAt: clock.now + 90_000 });
    expect((await read(keys.alarmPlan))?.at).toBe(clock.now + 90_000);
  });

  test('asks nothing at once though the alarm of the last session rings with it', async () => {
    const { requests, before, check } = await overdue();
    const scheduledAt = (await check()).nextCheckAt;
    await Promise.all([onStart(), onAlarm({ isFallback: false, scheduledAt })]);
    expect(requests()).toBe(before);
  });

  test('asks no sooner than the seller wants', async () => {
    const { check } = await overdue({ maxAgeS: 6 * 3600 });
    const { triedAt } = await check();
    await onStart();
    expect((await check()).nextCheckAt).toBeGreaterThanOrEqual(triedAt + 6 * hourMs);
  });

  test('leaves a Retry-After, and a sign-in that is lost, as they were', async () => {
    const { seller, account, check, clock } = await overdue();
    seller.fault({ kind: '503', retryAfter: '7200' });
    await checkAccount(account.id);
    const held = await check();
    await onStart();
    expect(await check()).toEqual(held);
    clock.now += 4 * hourMs;
    seller.clearFaults();
    seller.revokeAll('a_17');
    await checkAccount(account.id);
    const lost = await check();
    await onStart();
    expect(await check()).toEqual({ ...lost, isNotified: true });
  });

  test('asks at once for an order that is open', async () => {
    const { requests, before, openOrder } = await overdue();
    await openOrder();
    await onStart();
    expect(requests()).toBeGreaterThan(before);
  });
});

describe('8.E F21 coming online', () => {
  async function offline(options?: SellerOptions) {
    const set = await overdue(options);
    vi.stubGlobal('navigator', { onLine: false });
    await onAlarm();
    expect((await read(keys.alarmPlan))?.reason).toBe('offline');
    set.clock.now += 10 * minuteMs;
    vi.stubGlobal('navigator', { onLine: true });
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    return set;
  }

  test.each([
    ['at the next alarm', () => onAlarm()],
    ['as Firefox tells it', () => onOnline()],
  ])('is followed by the missed check within a third of the pace, %s', async (_, comeOnline) => {
    const { requests, before, check, clock } = await offline();
    await comeOnline();
    expect(requests()).toBe(before);
    expect(await check()).toMatchObject({ reason: 'resumed', nextCheckAt: clock.now + 2.5 * minuteMs });
    clock.now += 2.5 * minuteMs;
    await onAlarm();
    expect(requests()).toBe(before + 1);
  });

  test('asks at once where the popup is open, or an order is', async () => {
    const first = await offline();
    await first.openOrder();
    await onAlarm();
    expect(first.requests()).toBeGreaterThan(first.before);
    await first.seller.close();
    const second = await offline();
    vi.spyOn(fakeBrowser.runtime, 'getContexts').mockImplementation((async () => [
      { documentUrl: fakeBrowser.runtime.getURL('/popup.html') },
    ]) as never);
    await onAlarm();
    expect(second.requests()).toBe(second.before + 1);
  });

  test('asks for nothing that was not missed', async () => {
    const { account, check, clock } = await setUpChecks({ maxAgeS: null });
    await checkAccount(account.id);
    const before = await check();
    clock.now += minuteMs;
    await onOnline();
    expect(await check()).toEqual(before);
  });

  test('again and again asks nothing more, whoever is looking, nor sooner than the seller wants', async () => {
    const { requests, before, openOrder, clock } = await offline({ maxAgeS: 6 * 3600 });
    await openOrder();
    vi.spyOn(fakeBrowser.runtime, 'getContexts').mockImplementation((async () => [
      { documentUrl: fakeBrowser.runtime.getURL('/popup.html') },
    ]) as never);
    for (let time = 0; time < 20; time += 1) {
      clock.now += 3_000;
      await onOnline();
    }
    expect(requests()).toBe(before);
  });

  test('counts the seller’s minimum from the last request, not from an attempt that was made offline', async () => {
    const { account, check, clock } = await offline({ maxAgeS: 6 * 3600 });
    const { triedAt } = await check();
    clock.now = triedAt + 7 * hourMs;
    vi.stubGlobal('navigator', { onLine: false });
    await checkAccount(account.id);
    vi.stubGlobal('navigator', { onLine: true });
    clock.now += 10 * minuteMs;
    await onOnline();
    expect((await check()).nextCheckAt - clock.now).toBeLessThanOrEqual(2 * hourMs);
  });

  test('that was missed once more is followed by the check within two minutes', async () => {
    const { check, clock } = await offline();
    await onOnline();
    expect((await check()).reason).toBe('resumed');
    clock.now += dayMs;
    await onOnline();
    expect((await check()).nextCheckAt - clock.now).toBeLessThanOrEqual(2 * minuteMs);
  });
});
