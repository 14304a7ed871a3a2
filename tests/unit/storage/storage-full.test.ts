import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../entrypoints/background/apply-state.ts';
import { messageHandlers } from '../../../entrypoints/background/message-handlers.ts';
import { onAlarm } from '../../../entrypoints/background/on-alarm.ts';
import { read, readIndex, write } from '../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import type { UsageInterval } from '../../../utils/core/history/usage-samples.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { dayMs, minuteMs } from '../../../utils/core/values/time.ts';
import type { Seller } from '../../sandbox/types.ts';
import { setUpAccount } from '../background/accounts/account-setup.ts';
import { setLocale } from '../support/i18n.ts';

/* F18: writes failed once, and it never woke again. */

const { local } = fakeBrowser.storage;
let seller: Seller;
let account: Account;

beforeEach(async () => {
  ({ seller, account } = await setUpAccount());
  await setLocale('en');
  fakeBrowser.notifications.getAll = (async () => ({})) as never;
  // As needed, the next check may come while it is waited for storage.
  await write(keys.settings, { ...defaultSettings, pollIntervalMinutes: 15 });
  await onAlarm();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  // What could not be written is written again, for the next test.
  await applyState();
});

const alarms = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name);
async function msUntilWoken(): Promise<number> {
  const set = await fakeBrowser.alarms.getAll();
  return Math.min(...set.map(({ scheduledTime }) => scheduledTime)) - Date.now();
}
const full = () => vi.spyOn(local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
/** Shifts the clock and fires the alarm, which is gone then. */
async function fire(byMs: number, isFallback = false): Promise<void> {
  const now = Date.now() + byMs;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  await fakeBrowser.alarms.clearAll();
  await onAlarm({ isFallback, scheduledAt: now });
}

describe('7.20 a full disk (F18)', () => {
  test('leaves an alarm that is not too near, is told, and heals by itself', async () => {
    const disk = full();
    await fire(16 * minuteMs);
    expect(await msUntilWoken()).toBeGreaterThanOrEqual(5 * minuteMs);
    expect(await msUntilWoken()).toBeLessThan(20 * minuteMs);
    expect(await fakeBrowser.action.getTitle({})).toContain('cannot save');
    expect(await messageHandlers.popupOpened({ card: null })).toEqual({ canSave: false });
    const before = (await read(keys.snapshot(account.id)))?.checkedAt ?? 0;
    disk.mockRestore();
    await fire(6 * minuteMs);
    expect((await read(keys.snapshot(account.id)))?.checkedAt).toBeGreaterThan(before);
    expect(await messageHandlers.popupOpened({ card: null })).toEqual({ canSave: true });
    expect(await fakeBrowser.action.getTitle({})).not.toContain('cannot save');
  });

  test.each([
    ['the answer', 'reading:'],
    ['the check', 'check:'],
  ])('is told no more once all is written, also if %s was the last that failed', async (_, name) => {
    const real = local.set.bind(local);
    const disk = vi.spyOn(local, 'set').mockImplementation((values: object) => {
      const isRefused = Object.keys(values).some((key) => key.startsWith(name));
      return isRefused ? Promise.reject(new Error('QUOTA_BYTES quota exceeded')) : real(values as never);
    });
    seller.use('c_europe', 1_000_000);
    await fire(16 * minuteMs);
    expect(await fakeBrowser.action.getTitle({})).toContain('cannot save');
    disk.mockImplementation(real as never);
    seller.use('c_europe', 1_000_000);
    await fire(16 * minuteMs);
    expect(await fakeBrowser.action.getTitle({})).not.toContain('cannot save');
  });

  test('is told no more when what failed is never written again', async () => {
    await applyState();
    const disk = full();
    await expect(write(keys.aside(keys.settings), [])).rejects.toThrow();
    disk.mockRestore();
    await applyState();
    expect(await fakeBrowser.action.getTitle({})).toContain('cannot save');
    const asked = seller.count('/v1/planStatus');
    const failedAt = Date.now();
    const ms = await msUntilWoken();
    expect(ms).toBeLessThanOrEqual(10 * minuteMs + 1);
    await fire(ms);
    expect(seller.count('/v1/planStatus')).toBe(asked);
    // Near midnight the dates of the tooltip were what woke it, and while it cannot save it waits five minutes then.
    while ((await fakeBrowser.action.getTitle({})).includes('cannot save')) await fire(await msUntilWoken());
    expect(Date.now() - failedAt).toBeLessThanOrEqual(15 * minuteMs);
  });

  test('is no failure of the seller', async () => {
    full();
    await fire(16 * minuteMs);
    vi.restoreAllMocks();
    expect((await read(keys.check(account.id)))?.failure).toBeNull();
  });

  test('asks the seller no more than every five minutes', async () => {
    full();
    const before = seller.count('/v1/planStatus');
    await fire(16 * minuteMs);
    for (let round = 0; round < 3; round += 1) await fire(await msUntilWoken());
    expect(seller.count('/v1/planStatus') - before).toBeLessThanOrEqual(4);
    expect(await msUntilWoken()).toBeGreaterThanOrEqual(5 * minuteMs);
  });
});

describe('7.20 one write that fails, or one read', () => {
  test.each(['set', 'get', 'remove'] as const)('(%s) leaves an alarm, whichever it is', async (method) => {
    const real = local[method].bind(local) as (...args: unknown[]) => Promise<never>;
    let calls = 0;
    let failing = Number.POSITIVE_INFINITY;
    vi.spyOn(local, method).mockImplementation((...args: unknown[]) => {
      calls += 1;
      return calls === failing ? Promise.reject(new Error('The disk is away')) : real(...args);
    });
    await fire(16 * minuteMs);
    const total = calls;
    for (failing = 1; failing <= total; failing += 1) {
      calls = 0;
      await fire(16 * minuteMs);
      expect(await alarms(), `without call ${failing} of ${total}`).not.toEqual([]);
    }
  });
});

test('7.20 a worker that is killed in the middle of a check has an alarm that does what is due then', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const now = Date.now() + 16 * minuteMs;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  await fakeBrowser.alarms.clearAll();
  void onAlarm();
  await vi.waitFor(async () => expect(await alarms()).toEqual(['wake-again']));
  expect(await msUntilWoken()).toBe(5 * minuteMs);
});

describe('7.20 four fifths of the quota', () => {
  const quotaBytes = 1_000_000;
  const intervals = (days: number, from: number): UsageInterval[] =>
    Array.from({ length: days }, (_, day) => [from + day * dayMs, 5, 10]);
  const start = Date.UTC(2025, 0, 1);

  async function check(usedBytes: number) {
    Object.assign(local, { QUOTA_BYTES: quotaBytes, getBytesInUse: async () => usedBytes });
    const [cardKey = ''] = (await readIndex()).accounts[0]?.cards.map(({ key }) => key) ?? [];
    const card = { accountId: account.id, cardKey };
    const archive = { since: start, intervals: intervals(400, start), changes: [] };
    await write(keys.archive(card), archive);
    await fire(16 * minuteMs);
    Object.assign(local, { QUOTA_BYTES: undefined, getBytesInUse: undefined });
    return (await read(keys.archive(card)))?.intervals.length;
  }

  test('thin the history before anything is saved', async () => {
    expect(await check(0.79 * quotaBytes)).toBe(400);
    expect(await check(0.8 * quotaBytes)).toBeLessThan(100);
  });

  test('thin it no more than it takes', async () => {
    // Down to 70 %: three kilobytes are a part of what there is.
    expect(await check(0.703 * quotaBytes + 0.1 * quotaBytes)).toBeLessThan(400);
  });
});
