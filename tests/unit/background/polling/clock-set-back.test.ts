import { describe, expect, test, vi } from 'vitest';
import { listCardIds } from '../../../../entrypoints/background/accounts/account-store.ts';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { planNextSteps } from '../../../../entrypoints/background/next-steps.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, readIndex, remove, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder } from '../../support/builders.ts';
import { setUpAccount } from '../accounts/account-setup.ts';

/** An account that was just checked, as each quarter of an hour. `setClock` sets this computer's clock to the true time plus `byMs`. */
async function setUpCheckedAccount() {
  const { seller, account } = await setUpAccount();
  await write(keys.settings, { ...defaultSettings, pollIntervalMinutes: 15 });
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
    expect((await planNextSteps()).due.accounts).toEqual([]);
    await applyState();
    expect(requests()).toBe(before);
    const { nextCheckAt, triedAt } = await check();
    expect(nextCheckAt - Date.now()).toBeGreaterThan(14 * minuteMs);
    expect(nextCheckAt - Date.now()).toBeLessThanOrEqual(16 * minuteMs);
    expect(triedAt).toBeLessThanOrEqual(Date.now());
    expect((await read(keys.alarmPlan))?.at).toBeLessThanOrEqual(nextCheckAt);
    // Planning again does not postpone it.
    setClock(-byMs + 10 * minuteMs);
    await planNextSteps();
    expect((await check()).nextCheckAt).toBe(nextCheckAt);
    setClock(-byMs + 16 * minuteMs);
    expect((await planNextSteps()).due.accounts).toHaveLength(1);
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
    await planNextSteps();
    const { failure: after, nextCheckAt } = await check();
    if (after?.kind !== 'seller-down') throw new Error(`The failure is ${after?.kind}`);
    expect(after.until - Date.now()).toBeGreaterThan(59 * minuteMs);
    expect(after.until - Date.now()).toBeLessThanOrEqual(hourMs);
    expect(nextCheckAt).toBeGreaterThanOrEqual(after.until);
    expect(nextCheckAt - Date.now()).toBeLessThan(2 * hourMs);
  });
});

test('an order is polled within minutes after a clock was set back by a month', async () => {
  const { account, setClock } = await setUpCheckedAccount();
  const [card] = listCardIds(await readIndex());
  if (card?.accountId !== account.id) throw new Error('The account has no card');
  const now = Date.now();
  const order = { ...makeOrder({ state: 'awaiting-payment', polledAt: now }), card };
  const written = { ...order, createdAt: now - 5 * minuteMs, changedAt: now, lastActivityAt: now };
  await write(keys.orders(card), [written]);
  setClock(-30 * dayMs);
  const [planned] = (await planNextSteps()).orders;
  expect(planned?.at).toBeGreaterThan(Date.now());
  expect(planned?.at).toBeLessThan(Date.now() + minuteMs);
  setClock(-30 * dayMs + minuteMs);
  expect((await planNextSteps()).due.orders).toEqual([order.id]);
});

test('a check that ends while the next steps are planned is no clock set back', async () => {
  const { account, check } = await setUpCheckedAccount();
  const saved = await check();
  const planning = planNextSteps();
  const inFuture = { ...saved, triedAt: Date.now(), nextCheckAt: Date.now() + hourMs };
  await write(keys.check(account.id), inFuture);
  await planning;
  expect(await check()).toEqual(inFuture);
});

test('an account whose first check is under way is not due', async () => {
  const { account } = await setUpCheckedAccount();
  await remove([keys.check(account.id)]);
  expect((await planNextSteps()).due.accounts).toEqual([]);
});

test('a clock that was set on does what has become due, once', async () => {
  const { requests, setClock, check } = await setUpCheckedAccount();
  const before = requests();
  setClock(7 * dayMs);
  expect((await planNextSteps()).due.accounts).toHaveLength(1);
  await onAlarm();
  expect(requests()).toBe(before + 1);
  expect((await planNextSteps()).due.accounts).toEqual([]);
  expect((await check()).nextCheckAt).toBeGreaterThan(Date.now());
});
