import { afterEach, describe, expect, test, vi } from 'vitest';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { planNext } from '../../../../entrypoints/background/plan-next.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read } from '../../../../entrypoints/background/state/store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import type { Seller } from '../../../sandbox/types.ts';
import { setUpAccount } from '../accounts/account-setup.ts';

let running: Seller | null = null;
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await running?.close();
});

/** An account that was just checked. `setClock` sets this computer's clock to the true time plus `byMs`. */
async function setUpCheckedAccount() {
  const { seller, account } = await setUpAccount();
  running = seller;
  await checkAccount(account.id);
  await onAlarm();
  const requests = () => seller.count('/v1/planStatus');
  const trueNow = Date.now.bind(Date);
  const setClock = (byMs: number) => vi.spyOn(Date, 'now').mockImplementation(() => trueNow() + byMs);
  const check = async () => {
    const saved = await read(keys.check(account.id));
    if (!saved) throw new Error('Nothing was checked');
    return saved;
  };
  return { seller, account, requests, setClock, check };
}

describe.each([
  ['a minute', minuteMs],
  ['a day', dayMs],
  ['a month', 30 * dayMs],
])('a clock that was set back by %s', (_by, byMs) => {
  test('starts no check early, and the next one after the usual interval', async () => {
    const { requests, setClock, check } = await setUpCheckedAccount();
    const before = requests();
    setClock(-byMs);
    expect((await planNext()).due.accounts).toEqual([]);
    await applyState();
    expect(requests()).toBe(before);
    const { nextCheckAt, triedAt } = await check();
    expect(nextCheckAt - Date.now()).toBeGreaterThan(14 * minuteMs);
    expect(nextCheckAt - Date.now()).toBeLessThanOrEqual(15 * minuteMs);
    expect(triedAt).toBeLessThanOrEqual(Date.now());
    expect((await read(keys.alarmPlan))?.at).toBeLessThanOrEqual(nextCheckAt);
    // Planning again does not postpone it.
    setClock(-byMs + 10 * minuteMs);
    await planNext();
    expect((await check()).nextCheckAt).toBe(nextCheckAt);
    setClock(-byMs + 15 * minuteMs);
    expect((await planNext()).due.accounts).toHaveLength(1);
    await onAlarm();
    expect(requests()).toBeGreaterThan(before);
  });

  test('does not lengthen a Retry-After', async () => {
    const { seller, account, setClock, check } = await setUpCheckedAccount();
    seller.fault({ kind: '503', retryAfter: '3600' });
    await checkAccount(account.id);
    const { failure } = await check();
    if (failure?.kind !== 'seller-down') throw new Error(`The failure is ${failure?.kind}`);
    expect(failure.until - Date.now()).toBeGreaterThan(59 * minuteMs);
    setClock(-byMs);
    await planNext();
    const { failure: after, nextCheckAt } = await check();
    if (after?.kind !== 'seller-down') throw new Error(`The failure is ${after?.kind}`);
    expect(after.until - Date.now()).toBeGreaterThan(59 * minuteMs);
    expect(after.until - Date.now()).toBeLessThanOrEqual(hourMs);
    expect(nextCheckAt).toBeGreaterThanOrEqual(after.until);
    expect(nextCheckAt - Date.now()).toBeLessThan(2 * hourMs);
  });
});

test('a clock that was set on does what has become due, once', async () => {
  const { requests, setClock, check } = await setUpCheckedAccount();
  const before = requests();
  setClock(7 * dayMs);
  expect((await planNext()).due.accounts).toHaveLength(1);
  await onAlarm();
  expect(requests()).toBe(before + 1);
  expect((await planNext()).due.accounts).toEqual([]);
  expect((await check()).nextCheckAt).toBeGreaterThan(Date.now());
});
