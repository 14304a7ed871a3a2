import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { contentMessageHandlers } from '../../../../entrypoints/background/content-message-handlers.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { controlOpenedTabs, setUpSite } from './page-setup.ts';

const { pagePicked, pickEnded } = contentMessageHandlers;
const opened: string[] = [];

async function setUpPicking({ incognito = false } = {}) {
  const set = await setUpSite();
  opened.length = 0;
  fakeBrowser.tabs.get = (async () => ({ incognito })) as never;
  controlOpenedTabs(opened);
  const sender = { tabId: 5, url: `${set.origin}/account`, origin: set.origin };
  return {
    ...set,
    sender,
    pick: (accountId: string | null = null) => messageHandlers.pickOnPage({ tabId: 5, accountId }),
  };
}

describe('the picker', () => {
  test('runs in the tab alone that the user has in front, with its sentences', async () => {
    const { pick, apis } = await setUpPicking();
    expect(await pick()).toEqual({ isStarted: true });
    expect(apis.injected).toEqual([{ tabId: 5, files: ['page-parts.js', 'page-picker.js'] }]);
    expect(apis.commands[0]).toMatchObject({
      tabId: 5,
      command: { type: 'startPicking', sought: { what: 'number', known: [] } },
    });
    expect(apis.commands[0]?.command).toMatchObject({ words: { lang: 'en-GB', dir: 'ltr', stop: 'Stop · Esc' } });
  });

  test('does not start where the browser lets nothing run', async () => {
    const { pick, apis } = await setUpPicking();
    apis.refused.add(5);
    expect(await pick()).toEqual({ isStarted: false });
  });

  test('does not start in a private window, nor is anything read there', async () => {
    const { pick, apis } = await setUpPicking({ incognito: true });
    expect(await pick()).toEqual({ isStarted: false });
    expect(await messageHandlers.readVisiblePage({ tabId: 5 })).toEqual({ isStarted: false });
    expect(apis.injected).toEqual([]);
  });
});

test('the page that is open is read once where the user presses', async () => {
  const { apis } = await setUpPicking();
  expect(await messageHandlers.readVisiblePage({ tabId: 5 })).toEqual({ isStarted: true });
  expect(apis.injected).toEqual([{ tabId: 5, files: ['page-parts.js', 'page-reader.js'] }]);
  expect(apis.commands).toEqual([{ tabId: 5, command: { type: 'readOnce' } }]);
});

describe('what was picked', () => {
  test('is kept for this session, and opens Gigabar’s own page', async () => {
    const { pick, draftOf, sender } = await setUpPicking();
    await pick();
    await pagePicked(draftOf(), sender);
    expect(await read(keys.pageDraft)).toMatchObject({ id: 'd1' });
    expect(opened).toEqual([expect.stringMatching(/connect\.html\?page=d1&tab=\d+$/)]);
  });

  test('for an account that is pointed at again is told with it', async () => {
    const { pick, draftOf, sender } = await setUpPicking();
    await pick('a1');
    await pagePicked(draftOf(), sender);
    expect(opened).toEqual([expect.stringMatching(/connect\.html\?page=d1&tab=\d+&account=a1$/)]);
  });

  test.each<[string, (set: Awaited<ReturnType<typeof setUpPicking>>) => Promise<unknown>]>([
    ['nobody asked for', ({ draftOf, sender }) => pagePicked(draftOf(), sender)],
    [
      'comes from another tab',
      async ({ pick, draftOf, sender }) => {
        await pick();
        await pagePicked(draftOf(), { ...sender, tabId: 6 });
      },
    ],
    [
      'is of another site than it comes from',
      async ({ pick, draftOf, sender }) => {
        await pick();
        await pagePicked(draftOf({ url: 'https://other.example/' }), sender);
      },
    ],
    [
      'comes after the user has stopped',
      async ({ pick, draftOf, sender }) => {
        await pick();
        await pickEnded({}, sender);
        await pagePicked(draftOf(), sender);
      },
    ],
    [
      'is no draft',
      async ({ pick, sender }) => {
        await pick();
        await pagePicked({ id: 'd1' }, sender);
      },
    ],
    [
      'has a text without end',
      async ({ pick, draftOf, sender }) => {
        await pick();
        await pagePicked(draftOf({ title: 'x'.repeat(501) }), sender);
      },
    ],
  ])('is dropped where it %s', async (_, send) => {
    await send(await setUpPicking());
    expect(await read(keys.pageDraft)).toBeNull();
    expect(opened).toEqual([]);
  });

  test('counts once: a page cannot open one tab after the other', async () => {
    const { pick, draftOf, sender } = await setUpPicking();
    await pick();
    await pagePicked(draftOf(), sender);
    await pagePicked(draftOf({ id: 'd2' }), sender);
    expect(opened).toHaveLength(1);
  });
});

beforeEach(() => vi.restoreAllMocks());
