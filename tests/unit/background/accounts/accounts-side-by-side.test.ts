import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { huaweiHilinkMirror } from '../../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { oneNceMirror } from '../../../sandbox/mirrors/iot/1nce.ts';
import { hologramMirror } from '../../../sandbox/mirrors/iot/hologram.ts';
import type { MirrorFault } from '../../../sandbox/mirrors/mirror.ts';
import {
  alarmInMs,
  connected,
  failureOf,
  figureOf,
  gib,
  mirrorOf,
  savedValues,
  usual,
} from '../connect/connect-form-setup.ts';

/* Accounts of several kinds at once: what goes wrong with one is nobody else's business. */

async function household() {
  const hologram = await mirrorOf(hologramMirror, 'https://dashboard.hologram.io');
  const oneNce = await mirrorOf(oneNceMirror, 'https://api.1nce.com');
  const hotspot = await mirrorOf(huaweiHilinkMirror);
  const ids = {
    hologram: await connected('hologram', hologramMirror.entries),
    oneNce: await connected('1nce', oneNceMirror.entries),
    hotspot: await connected('huawei-hilink', { address: hotspot.url }),
    hand: await connected('manual', { name: 'Prepaid', quota: '3 GB', left: '2 GB', gb: '1000' }),
  };
  return { mirrors: { hologram, oneNce, hotspot }, ids };
}

/** The alarm rings that much later, and does what it was set for and what is due. */
async function ringAfter(ms: number): Promise<void> {
  const now = Date.now() + ms;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  await onAlarm();
}

const lefts = async (ids: Record<string, string>) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(ids).map(async ([name, id]) => {
        const balance = await figureOf(id);
        return [name, balance?.kind === 'known' ? balance.leftBytes : balance?.kind] as const;
      }),
    ),
  );
const all = { hologram: 4 * gib, oneNce: 4 * gib, hotspot: 4 * gib, hand: 2e9 };

describe('accounts side by side', () => {
  test('each have their own figure, and one alarm serves them all', async () => {
    const { ids } = await household();
    expect((await readIndex()).accounts.map(({ id }) => id)).toEqual(Object.values(ids));
    expect(await lefts(ids)).toEqual(all);
    expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name)).toEqual(['wake']);
    expect(await alarmInMs()).toBeLessThanOrEqual(15 * minuteMs);
  });

  test.each<[MirrorFault, string]>([
    ['bad-credential', 'signed-out'],
    ['rate-limit', 'rate-limited'],
    ['html', 'unreadable'],
    ['cut', 'no-answer'],
  ])('of which one fails (%s) are asked all the same, and have new figures', async (fault, kind) => {
    const { mirrors, ids } = await household();
    mirrors.hologram.setFault(fault);
    for (const mirror of [mirrors.oneNce, mirrors.hotspot]) mirror.write({ ...usual, usedBytes: 3 * gib });
    await ringAfter(16 * minuteMs);
    expect(await lefts(ids)).toEqual({ ...all, oneNce: 2 * gib, hotspot: 2 * gib });
    expect((await failureOf(ids.hologram))?.kind).toBe(kind);
    for (const id of [ids.oneNce, ids.hotspot, ids.hand]) expect(await failureOf(id)).toBeNull();
    const next = await Promise.all(
      Object.values(ids).map(async (id) => (await read(keys.check(id)))?.nextCheckAt ?? 0),
    );
    expect(await alarmInMs()).toBe(Math.max(30_000, Math.min(...next) - Date.now()));
  });

  test('of which one is signed out and one is elsewhere keep the pace of the others', async () => {
    const { mirrors, ids } = await household();
    mirrors.hologram.setFault('bad-credential');
    mirrors.hotspot.setFault('cut');
    await ringAfter(16 * minuteMs);
    const whys = await Promise.all(Object.values(ids).map(async (id) => (await read(keys.check(id)))?.reason));
    expect(whys).toEqual(['daily', 'poll-interval', 'poll-interval', 'seller-minimum']);
    const before = mirrors.hologram.requests.length;
    await ringAfter(32 * minuteMs);
    expect(mirrors.hologram.requests.length).toBe(before);
    expect(mirrors.oneNce.requests.length).toBeGreaterThan(3);
    mirrors.hologram.setFault(null);
    await ringAfter(2 * dayMs);
    expect(await failureOf(ids.hologram)).toBeNull();
  });

  test('that all fail keep all figures; the toolbar shows that somebody is needed', async () => {
    const { mirrors, ids } = await household();
    for (const mirror of [mirrors.hologram, mirrors.oneNce]) mirror.setFault('bad-credential');
    mirrors.hotspot.setFault('cut');
    await ringAfter(16 * minuteMs);
    expect(await lefts(ids)).toEqual(all);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('!');
  });

  test('are asked for the missing permission one by one', async () => {
    const { mirrors, ids } = await household();
    fakeBrowser.permissions.contains = async ({ origins = [] }: { origins?: string[] }) =>
      !origins.includes('https://dashboard.hologram.io/*');
    const before = mirrors.hologram.requests.length;
    await ringAfter(16 * minuteMs);
    expect(await failureOf(ids.hologram)).toEqual({ kind: 'permission-missing' });
    expect(mirrors.hologram.requests.length).toBe(before);
    for (const id of [ids.oneNce, ids.hotspot, ids.hand]) expect(await failureOf(id)).toBeNull();
  });

  test('lose one without a trace of it, and nothing of the others', async () => {
    const { ids } = await household();
    await messageHandlers.signOut({ accountId: ids.oneNce });
    const { oneNce, ...others } = ids;
    expect(Object.keys(await savedValues()).filter((name) => name.includes(oneNce))).toEqual([]);
    expect(await lefts(others)).toEqual({ hologram: 4 * gib, hotspot: 4 * gib, hand: 2e9 });
    await applyState();
    expect(await alarmInMs()).toBeLessThanOrEqual(15 * minuteMs);
  });

  test('that are only entered by hand need no alarm before something changes by itself', async () => {
    await connected('manual', { name: 'Prepaid', quota: '3 GB', gb: '1000' });
    expect(await alarmInMs()).toBeGreaterThan(11 * hourMs);
  });
});
