import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { contentMessageHandlers } from '../../../../entrypoints/background/content-message-handlers.ts';
import { closeReadingTab } from '../../../../entrypoints/background/pages/reading-tab.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { PageReading } from '../../../../utils/core/page/reading.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { leftPart } from '../../support/page-builders.ts';
import { says, setUpPage } from './page-setup.ts';

/** A page that a script draws, which may be opened in a tab; and the tabs that are open. */
async function setUpDrawnPage(say: PageReading | null = says(leftPart(2.5e9))) {
  const set = await setUpPage();
  await set.setReads({ fetchBytes: null, limits: { dailyBytes: 300_000, opensTabs: true } });
  const tabs = new Map<number, { active: boolean; muted: boolean }>();
  const others: object[] = [];
  const windows: object[] = [{ id: 1, incognito: false, state: 'normal' }];
  fakeBrowser.windows.getAll = (async () => windows) as never;
  fakeBrowser.windows.getLastFocused = (async () => ({ id: 1 })) as never;
  fakeBrowser.tabs.query = (async () => others) as never;
  fakeBrowser.tabs.update = (async (id: number, { muted }: { muted: boolean }) => {
    tabs.set(id, { ...(tabs.get(id) ?? { active: false }), muted });
  }) as never;
  fakeBrowser.tabs.remove = (async (id: number) => void tabs.delete(id)) as never;
  let opened = 0;
  let openAtOnce = 0;
  fakeBrowser.tabs.create = (async ({ active, url }: { active: boolean; url: string }) => {
    opened += 1;
    const id = 100 + opened;
    tabs.set(id, { active, muted: false });
    openAtOnce = Math.max(openAtOnce, tabs.size);
    if (say)
      setTimeout(() => {
        const sender = { tabId: id, url, origin: set.origin };
        const report = { accountId: set.accountId, reading: say, ageMs: 0, pageBytes: 1_800_000 };
        void contentMessageHandlers.pageRead(report, sender);
      }, 20);
    return { id };
  }) as never;
  set.clock.now += dayMs + minuteMs;
  return { ...set, tabs, others, windows, opened: () => opened, openAtOnce: () => openAtOnce };
}

describe('a page that a script draws', () => {
  test('is read in a tab that stays behind without sound, and is closed again', async () => {
    const set = await setUpDrawnPage();
    const seen = vi.spyOn(fakeBrowser.tabs, 'create');
    const muted = vi.spyOn(fakeBrowser.tabs, 'update');
    await checkAccount(set.accountId);
    expect(await set.left()).toBe(2.5e9);
    expect(seen).toHaveBeenCalledWith(expect.objectContaining({ active: false, windowId: 1 }));
    expect(muted).toHaveBeenCalledWith(101, { muted: true });
    expect(set.tabs.size).toBe(0);
    expect(await read(keys.readingTab)).toBeNull();
    expect((await set.reads())?.tabBytes).toBe(1_800_000);
    expect(set.server.received).toHaveLength(1);
  });

  test('is read so once a day, and never in two tabs at once', async () => {
    const set = await setUpDrawnPage();
    await Promise.all([checkAccount(set.accountId), checkAccount(set.accountId)]);
    set.clock.now += 12 * 60 * minuteMs;
    await checkAccount(set.accountId);
    expect([set.opened(), set.openAtOnce()]).toEqual([1, 1]);
  });

  test.each<[string, object | null, object | null]>([
    ['while a tab plays sound', { audible: true }, null],
    ['while a tab is in a call', { sharingState: { camera: false, microphone: true } }, null],
    ['while a tab shares the screen', { sharingState: { screen: 'Window' } }, null],
    ['while a window is full screen', null, { id: 2, incognito: false, state: 'fullscreen' }],
  ])('is not opened %s; that is tried again later, and costs nothing', async (_, tab, window) => {
    const set = await setUpDrawnPage();
    if (tab) set.others.push(tab);
    if (window) set.windows.push(window);
    const spent = (await set.reads())?.spent;
    await checkAccount(set.accountId);
    expect(set.opened()).toBe(0);
    expect((await set.check())?.failure).toBeNull();
    expect((await set.reads())?.spent).toEqual((spent ?? []).filter(({ at }) => at > set.clock.now - dayMs));
    expect((await set.check())?.nextCheckAt).toBeGreaterThanOrEqual(set.clock.now + 30 * minuteMs);
  });

  test('is closed also where nobody is signed in', async () => {
    const set = await setUpDrawnPage({ kind: 'unread', reason: 'signed-out' });
    await checkAccount(set.accountId);
    expect(set.tabs.size).toBe(0);
    expect((await set.check())?.failure).toEqual({ kind: 'signed-out' });
    expect(await set.left()).toBe(2.75e9);
  });

  test.each([
    ['at its own address: it is tried again another time', '/account', 'unreadable'],
    ['at another address, where it led: nobody is signed in', '/sign-in', 'signed-out'],
  ])('is closed also where it says nothing %s', async (_, path, kind) => {
    const set = await setUpDrawnPage(null);
    fakeBrowser.tabs.get = (async () => ({ url: `${set.origin}${path}` })) as never;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const checked = checkAccount(set.accountId);
    await vi.waitUntil(() => set.tabs.size === 1, { interval: 1 });
    await vi.advanceTimersByTimeAsync(30_000);
    await checked;
    vi.useRealTimers();
    expect(set.tabs.size).toBe(0);
    expect((await set.check())?.failure).toEqual({ kind });
    expect(await set.left()).toBe(2.75e9);
  });
});

test('a tab that a killed worker has left is closed by the next one', async () => {
  const { tabs } = await setUpDrawnPage();
  tabs.set(77, { active: false, muted: true });
  await write(keys.readingTab, { tabId: 77, accountId: 'a', openedAt: 0 });
  await closeReadingTab();
  expect(tabs.has(77)).toBe(false);
  expect(await read(keys.readingTab)).toBeNull();
});
