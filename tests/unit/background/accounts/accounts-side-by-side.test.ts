import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { read, readIndex, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { huaweiHilinkMirror } from '../../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { oneNceMirror } from '../../../sandbox/mirrors/iot/1nce.ts';
import { hologramMirror } from '../../../sandbox/mirrors/iot/hologram.ts';
import type { MirrorFault } from '../../../sandbox/mirrors/mirror.ts';
import {
  balanceOf,
  connectAccount,
  defaultEntry,
  failureOf,
  gib,
  msUntilAlarm,
  msUntilMidnight,
  openMirror,
  savedValues,
} from '../connect/connect-form-setup.ts';

/* Accounts of several kinds at once, each checked every quarter of an hour: a failure of one does not affect the others. */

async function connectFourAccounts() {
  await write(keys.settings, { ...defaultSettings, pollIntervalMinutes: 15 });
  const hologram = await openMirror(hologramMirror, 'https://dashboard.hologram.io');
  const oneNce = await openMirror(oneNceMirror, 'https://api.1nce.com');
  const hotspot = await openMirror(huaweiHilinkMirror);
  const ids = {
    hologram: await connectAccount('hologram', hologramMirror.entries),
    oneNce: await connectAccount('1nce', oneNceMirror.entries),
    hotspot: await connectAccount('huawei-hilink', { address: hotspot.url }),
    manual: await connectAccount('manual', { name: 'Prepaid', quota: '3 GB', left: '2 GB', gb: '1000' }),
  };
  return { mirrors: { hologram, oneNce, hotspot }, ids };
}

/** Moves the clock on and handles the alarm. */
async function fireAlarmAfter(ms: number): Promise<void> {
  const now = Date.now() + ms;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  await onAlarm();
}

const remainingBytes = async (ids: Record<string, string>) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(ids).map(async ([name, id]) => {
        const balance = await balanceOf(id);
        return [name, balance?.kind === 'known' ? balance.leftBytes : balance?.kind] as const;
      }),
    ),
  );
const initialBytes = { hologram: 4 * gib, oneNce: 4 * gib, hotspot: 4 * gib, manual: 2e9 };

describe('accounts side by side', () => {
  test('each have their own figure, and one alarm serves them all', async () => {
    const { ids } = await connectFourAccounts();
    expect((await readIndex()).accounts.map(({ id }) => id)).toEqual(Object.values(ids));
    expect(await remainingBytes(ids)).toEqual(initialBytes);
    expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name)).toEqual(['wake']);
    expect(await msUntilAlarm()).toBeLessThanOrEqual(16 * minuteMs);
  });

  test.each<[MirrorFault, string]>([
    ['bad-credential', 'signed-out'],
    ['rate-limit', 'rate-limited'],
    ['html', 'unreadable'],
    ['cut', 'no-answer'],
  ])('of which one fails (%s) are asked all the same, and have new figures', async (fault, kind) => {
    const { mirrors, ids } = await connectFourAccounts();
    mirrors.hologram.setFault(fault);
    for (const mirror of [mirrors.oneNce, mirrors.hotspot]) mirror.write({ ...defaultEntry, usedBytes: 3 * gib });
    await fireAlarmAfter(16 * minuteMs);
    expect(await remainingBytes(ids)).toEqual({ ...initialBytes, oneNce: 2 * gib, hotspot: 2 * gib });
    expect((await failureOf(ids.hologram))?.kind).toBe(kind);
    for (const id of [ids.oneNce, ids.hotspot, ids.manual]) expect(await failureOf(id)).toBeNull();
    const next = await Promise.all(
      Object.values(ids).map(async (id) => (await read(keys.check(id)))?.nextCheckAt ?? 0),
    );
    expect(await msUntilAlarm()).toBe(Math.max(30_000, Math.min(...next) - Date.now()));
  });

  test('of which one is signed out and one is elsewhere keep the pace of the others', async () => {
    const { mirrors, ids } = await connectFourAccounts();
    mirrors.hologram.setFault('bad-credential');
    mirrors.hotspot.setFault('cut');
    await fireAlarmAfter(16 * minuteMs);
    const reasons = await Promise.all(Object.values(ids).map(async (id) => (await read(keys.check(id)))?.reason));
    expect(reasons).toEqual(['daily', 'poll-interval', 'poll-interval', 'seller-minimum']);
    const before = mirrors.hologram.requests.length;
    await fireAlarmAfter(32 * minuteMs);
    expect(mirrors.hologram.requests.length).toBe(before);
    expect(mirrors.oneNce.requests.length).toBeGreaterThan(3);
    mirrors.hologram.setFault(null);
    await fireAlarmAfter(2 * dayMs);
    expect(await failureOf(ids.hologram)).toBeNull();
  });

  test('that all fail keep all figures; the toolbar shows that somebody is needed', async () => {
    const { mirrors, ids } = await connectFourAccounts();
    for (const mirror of [mirrors.hologram, mirrors.oneNce]) mirror.setFault('bad-credential');
    mirrors.hotspot.setFault('cut');
    await fireAlarmAfter(16 * minuteMs);
    expect(await remainingBytes(ids)).toEqual(initialBytes);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('!');
  });

  test('are asked for the missing permission one by one', async () => {
    const { mirrors, ids } = await connectFourAccounts();
    fakeBrowser.permissions.contains = async ({ origins = [] }: { origins?: string[] }) =>
      !origins.includes('https://dashboard.hologram.io/*');
    const before = mirrors.hologram.requests.length;
    await fireAlarmAfter(16 * minuteMs);
    expect(await failureOf(ids.hologram)).toEqual({ kind: 'permission-missing' });
    expect(mirrors.hologram.requests.length).toBe(before);
    for (const id of [ids.oneNce, ids.hotspot, ids.manual]) expect(await failureOf(id)).toBeNull();
  });

  test('lose one without a trace of it, and nothing of the others', async () => {
    const { ids } = await connectFourAccounts();
    await messageHandlers.signOut({ accountId: ids.oneNce });
    const { oneNce, ...others } = ids;
    expect(Object.keys(await savedValues()).filter((name) => name.includes(oneNce))).toEqual([]);
    expect(await remainingBytes(others)).toEqual({ hologram: 4 * gib, hotspot: 4 * gib, manual: 2e9 });
    await applyState();
    expect(await msUntilAlarm()).toBeLessThanOrEqual(16 * minuteMs);
  });

  test('that are only entered by hand need no alarm before something changes by itself', async () => {
    await connectAccount('manual', { name: 'Prepaid', left: '3 GB', quota: '3 GB', gb: '1000' });
    expect(await msUntilAlarm()).toBeGreaterThan(Math.min(11 * hourMs, msUntilMidnight() - minuteMs));
  });
});
