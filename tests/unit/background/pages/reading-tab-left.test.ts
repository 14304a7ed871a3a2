import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Tab } from './drawn-page.ts';

/* The browser ends the worker at any time. What it waited for is never answered, and the next one knows what is stored. */

async function importTab() {
  const [tab, { read }, { keys }] = await Promise.all([
    import('../../../../entrypoints/background/pages/reading-tab.ts'),
    import('../../../../entrypoints/background/state/state-store.ts'),
    import('../../../../utils/browser/storage-keys.ts'),
  ]);
  return { ...tab, noted: () => read(keys.readingTab) };
}

async function importWorker() {
  const [page, check, tab] = await Promise.all([
    import('./drawn-page.ts'),
    import('../../../../entrypoints/background/polling/check-account.ts'),
    importTab(),
  ]);
  return { ...page, ...check, ...tab };
}

let worker: Awaited<ReturnType<typeof importWorker>>;

beforeEach(async () => {
  vi.resetModules();
  worker = await importWorker();
});

type Page = Awaited<ReturnType<typeof worker.setUpDrawnPage>>;

/** This call does its work, and the worker ends before it hears of that. `isIt`: of the calls of this name. */
function endAfter(api: object, name: string, isIt: (...given: [number, Partial<Tab>]) => boolean = () => true) {
  let hasEnded = false;
  const calls = api as Record<string, (...given: [number, Partial<Tab>]) => Promise<unknown>>;
  const work = calls[name]?.bind(api);
  calls[name] = async (...given) => {
    const answer = await work?.(...given);
    if (hasEnded || !isIt(...given)) return answer;
    hasEnded = true;
    return new Promise<never>(() => undefined);
  };
  return () => hasEnded;
}

const theirUrl = 'https://my.carrier.example/account';

describe('a worker that ends while it reads in a tab leaves none to stay:', () => {
  test.each<[string, (page: Page) => () => boolean]>([
    ['once the tab is open', () => endAfter(fakeBrowser.tabs, 'create')],
    ['once it is without sound', () => endAfter(fakeBrowser.tabs, 'update', (_, { muted }) => muted === true)],
    ['once it is noted', () => endAfter(fakeBrowser.storage.session, 'set')],
    ['once the page is asked for', () => endAfter(fakeBrowser.tabs, 'update', (_, { url }) => url !== undefined)],
    [
      'while the page is on its way',
      ({ tabs }) =>
        () =>
          tabs.get(101)?.url.startsWith('http:') === true,
    ],
  ])('%s', async (_, end) => {
    const page = await worker.setUpDrawnPage(null);
    page.tabs.set(7, { url: theirUrl, active: true, muted: false });
    page.tabs.set(8, { url: `${page.origin}/account`, active: false, muted: true });
    const hasEnded = end(page);
    void worker.checkAccount(page.accountId);
    await vi.waitUntil(hasEnded, { interval: 1 });
    vi.resetModules();
    const next = await importTab();
    await next.closeLeftTab();
    expect([...page.tabs.keys()]).toEqual([7, 8]);
    expect(await next.noted()).toBeNull();
  });
});

test('who signs out of an account closes the tab in which it is read, and no other’s', async () => {
  const page = await worker.setUpDrawnPage(null);
  void worker.checkAccount(page.accountId);
  await vi.waitUntil(worker.noted, { interval: 1 });
  await worker.closeReadingTab('another');
  expect(page.tabs.size).toBe(1);
  await worker.closeReadingTab(page.accountId);
  expect(page.tabs.size).toBe(0);
});
