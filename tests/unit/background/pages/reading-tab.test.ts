import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { setUpDrawnPage } from './drawn-page.ts';

describe('a page that a script draws', () => {
  test('is read in a tab that stays behind and has no sound before the page is loaded, and is closed again', async () => {
    const set = await setUpDrawnPage();
    const seen = vi.spyOn(fakeBrowser.tabs, 'create');
    const updated = vi.spyOn(fakeBrowser.tabs, 'update');
    await checkAccount(set.accountId);
    expect(await set.left()).toBe(2.5e9);
    expect(seen).toHaveBeenCalledWith(expect.objectContaining({ active: false, windowId: 1 }));
    expect(updated.mock.calls).toEqual([
      [101, { muted: true }],
      [101, { url: `${set.origin}/account` }],
    ]);
    expect(set.tabs.size).toBe(0);
    expect(await read(keys.readingTab)).toBeNull();
    expect((await set.reads())?.tabBytes).toBe(1_800_000);
    expect(set.server.received).toHaveLength(1);
  });

  test('is read so once a day, and never in two tabs at once', async () => {
    const set = await setUpDrawnPage();
    await Promise.all([checkAccount(set.accountId), checkAccount(set.accountId)]);
    set.clock.now += 12 * hourMs;
    await checkAccount(set.accountId);
    expect([set.opened(), set.openAtOnce()]).toEqual([1, 1]);
  });

  test.each([
    [1, 2],
    [2, 4],
    [4, 8],
  ] as const)('is read %d times a day where the user wants that: %d times in two days', async (tabsPerDay, times) => {
    const set = await setUpDrawnPage();
    const { accountId, limits } = set;
    await messageHandlers.setPageLimits({ accountId, limits: { ...limits, tabsPerDay } });
    for (let hour = 0; hour < 48; hour += 1) {
      await checkAccount(accountId);
      set.clock.now += hourMs;
    }
    expect(set.opened()).toBe(times);
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
    ['as it has not come yet: it is tried again another time', null, 'unreadable'],
    ['as somebody has closed it: it is tried again another time', 'closed', 'unreadable'],
  ])('is closed also where it says nothing %s', async (_, path, kind) => {
    const set = await setUpDrawnPage(null);
    const firstUrl = () => vi.mocked(fakeBrowser.tabs.create).mock.calls[0]?.[0].url;
    vi.spyOn(fakeBrowser.tabs, 'create');
    fakeBrowser.tabs.get = (async () => {
      if (path === 'closed') throw new Error('No tab with that id');
      return { url: path === null ? firstUrl() : `${set.origin}${path}` };
    }) as never;
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
