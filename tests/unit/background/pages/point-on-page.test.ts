import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { contentMessageHandlers } from '../../../../entrypoints/background/content-message-handlers.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { read, remove, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { controlOpenedTabs, setUpSite } from './page-setup.ts';

/* Pointing at the end, or the total, of what was picked before: from the tab where it is set up to the page and back. */

const { pagePicked, pickEnded } = contentMessageHandlers;
const [pageTab, setupTab] = [5, 7];

type TabState = { isOpen?: boolean; url?: string };

async function setUpPointing({ accountId = null as string | null } = {}) {
  const set = await setUpSite();
  const draft = set.draftOf();
  await write(keys.pageDraft, draft);
  const tabs = new Map<number, TabState>([
    [pageTab, { url: draft.url }],
    [setupTab, {}],
  ]);
  const [shown, opened] = [[] as number[], [] as string[]];
  const openTabOf = (id: number) => {
    const tab = tabs.get(id);
    if (!tab) throw new Error('No tab with this id');
    return { id, incognito: false, url: tab.url };
  };
  fakeBrowser.tabs.get = (async (id: number) => openTabOf(id)) as never;
  fakeBrowser.tabs.update = (async (id: number) => {
    const tab = openTabOf(id);
    shown.push(id);
    return tab;
  }) as never;
  controlOpenedTabs(opened);
  const request = { tabId: pageTab, draftId: draft.id, accountId, setupTabId: setupTab };
  const [first] = draft.ends;
  const pointed = { ...draft, ends: [{ ...first, text: '1 Jan 2027', pointed: { at: 1, isFixed: false } }] };
  return {
    ...{ ...set, draft, pointed, tabs, shown, opened },
    sender: { tabId: pageTab, url: draft.url, origin: set.origin },
    point: (what: 'end' | 'total' = 'end') => messageHandlers.pointOnPage({ ...request, what }),
    /** The text of the end that is kept first. */
    keptEnd: async () => (await read(keys.pageDraft))?.ends[0]?.text,
  };
}

beforeEach(() => vi.restoreAllMocks());

describe('pointing at the end', () => {
  test('brings the page to the front with the picker, for this draft, in words of dates', async () => {
    const { point, apis, shown, draft } = await setUpPointing();
    expect(await point()).toEqual({ isStarted: true });
    expect(shown).toEqual([pageTab]);
    const command = {
      type: 'startPicking',
      sought: { what: 'end', draft },
      words: { title: 'Click the date it ends' },
    };
    expect(apis.commands).toMatchObject([{ tabId: pageTab, command }]);
  });

  test('keeps what was pointed at, and goes back to the tab where it is set up', async () => {
    const { point, pointed, sender, shown, opened, keptEnd } = await setUpPointing();
    await point();
    await pagePicked(pointed as never, sender);
    expect([await keptEnd(), shown, opened]).toEqual(['1 Jan 2027', [pageTab, setupTab], []]);
    expect(await read(keys.picking)).toBeNull();
  });

  test('stopped goes back, too, and changes nothing', async () => {
    const { point, pointed, sender, shown, opened, keptEnd } = await setUpPointing();
    await point();
    await pickEnded({}, sender);
    await pagePicked(pointed as never, sender);
    expect([await keptEnd(), shown, opened]).toEqual(['21 Dec 2026', [pageTab, setupTab], []]);
  });

  test('pressed twice is one picking', async () => {
    const { point, pointed, sender, shown, keptEnd } = await setUpPointing();
    await Promise.all([point(), point()]);
    await pagePicked(pointed as never, sender);
    expect([await keptEnd(), shown]).toEqual(['1 Jan 2027', [pageTab, pageTab, setupTab]]);
  });

  test.each([null, 'a1'])(
    'opens the set-up anew where its tab was closed meanwhile, for account %s',
    async (accountId) => {
      const { point, pointed, sender, tabs, opened, keptEnd } = await setUpPointing({ accountId });
      await point();
      tabs.delete(setupTab);
      await pagePicked(pointed as never, sender);
      const account = accountId === null ? '' : `&account=${accountId}`;
      expect(opened).toEqual([expect.stringMatching(new RegExp(`connect\\.html\\?page=d1&tab=${pageTab}${account}$`))]);
      expect(await keptEnd()).toBe('1 Jan 2027');
    },
  );
});

describe('it does not start, and nothing is lost, where', () => {
  test.each<[string, (set: Awaited<ReturnType<typeof setUpPointing>>) => unknown]>([
    ['the tab of the page was closed', ({ tabs }) => tabs.delete(pageTab)],
    ['the tab shows another page of the site', ({ tabs, origin }) => tabs.set(pageTab, { url: `${origin}/help` })],
    ['the browser does not tell what the tab shows', ({ tabs }) => tabs.set(pageTab, {})],
    ['the browser lets nothing run there', ({ apis }) => apis.refused.add(pageTab)],
  ])('%s', async (_, change) => {
    const set = await setUpPointing();
    change(set);
    expect(await set.point()).toEqual({ isStarted: false });
    expect([set.apis.commands, set.shown, await set.keptEnd()]).toEqual([[], [], '21 Dec 2026']);
  });

  test('the draft was saved', async () => {
    const { point, apis } = await setUpPointing();
    await remove([keys.pageDraft]);
    expect(await point()).toEqual({ isStarted: false });
    expect(apis.injected).toEqual([]);
  });
});

test('what was pointed at for a draft that was saved or replaced meanwhile is not kept', async () => {
  const { point, pointed, sender, draftOf } = await setUpPointing();
  await point();
  await write(keys.pageDraft, draftOf({ id: 'd2' }));
  await pagePicked(pointed as never, sender);
  expect(await read(keys.pageDraft)).toMatchObject({ id: 'd2', ends: [{ text: '21 Dec 2026' }] });
});

test('another number that is picked instead opens its own set-up', async () => {
  const { point, draftOf, sender, opened } = await setUpPointing();
  await point();
  await messageHandlers.pickOnPage({ tabId: pageTab, accountId: null });
  await pagePicked(draftOf({ id: 'd2' }), sender);
  expect(opened).toEqual([expect.stringContaining('page=d2')]);
});
