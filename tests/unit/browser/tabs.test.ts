import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPage, openPopup, openTab, showTab } from '../../../utils/browser/tabs.ts';

type Open = { id: number; incognito: boolean; state?: string };

/** What the browser was asked to do. */
const calls: unknown[] = [];

/** The normal windows that are open, the one used last first. */
function openWindows(...open: Open[]): void {
  vi.spyOn(fakeBrowser.windows, 'getAll').mockResolvedValue(open.toReversed() as never);
  vi.spyOn(fakeBrowser.windows, 'get').mockImplementation(
    (async (id: number) => open.find((one) => one.id === id) ?? { id, state: 'normal' }) as never,
  );
  vi.spyOn(fakeBrowser.windows, 'getLastFocused').mockImplementation((async () => {
    const [last] = open;
    if (!last) throw new Error('No last-focused window');
    return last;
  }) as never);
}

/** The background's own window, which is private in a Firefox that never remembers history. */
const setPrivate = (isPrivate: boolean) =>
  Object.defineProperty(fakeBrowser.extension, 'inIncognitoContext', { value: isPrivate, configurable: true });

beforeEach(() => {
  calls.length = 0;
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async ({ url, windowId }: Record<string, unknown>) => {
    calls.push(['tab', url, windowId]);
    return { id: 11, windowId };
  }) as never);
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation((async ({ url }: { url: string }) => {
    calls.push(['window', url]);
    return { id: 9, tabs: [{ id: 12, windowId: 9 }] };
  }) as never);
  vi.spyOn(fakeBrowser.windows, 'update').mockImplementation((async (id: number, change: object) => {
    calls.push(['show', id, change]);
    return { id };
  }) as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  setPrivate(false);
});

const page = 'https://pay.axis.example/1';
const normal = { id: 1, incognito: false };
const isPrivate = { id: 2, incognito: true };
const shown = { focused: true };

describe('8.9 a page of the background opens', () => {
  test.each([
    ['in the window used last', [{ id: 3, incognito: false }, normal], ['tab', page, 3]],
    ['in a normal window, where a private one was used last', [isPrivate, normal], ['tab', page, 1]],
  ])('%s, which comes to the front', async (_, open, opened) => {
    openWindows(...open);
    expect(await openTab(page)).toBe(11);
    expect(calls).toEqual([opened, ['show', opened[2], shown]]);
  });

  test.each([
    ['no window is open', []],
    ['a private window alone is open', [isPrivate]],
  ])('in a window of its own where %s, and its tab is known', async (_, open) => {
    openWindows(...open);
    expect(await openTab(page)).toBe(12);
    expect(calls).toEqual([
      ['window', page],
      ['show', 9, shown],
    ]);
  });

  test('in a minimized window, which is restored', async () => {
    openWindows({ ...normal, state: 'minimized' });
    await openTab(page);
    expect(calls.at(-1)).toEqual(['show', 1, { focused: true, state: 'normal' }]);
  });

  test('though its window cannot be brought to the front', async () => {
    openWindows(normal);
    vi.spyOn(fakeBrowser.windows, 'update').mockRejectedValue(new Error('Refused'));
    expect(await openTab(page)).toBe(11);
  });

  test('in a tab where the browser has no windows, as on Android', async () => {
    const { windows } = fakeBrowser;
    Object.assign(fakeBrowser, { windows: undefined });
    try {
      expect(await openTab(page)).toBe(11);
      expect(calls).toEqual([['tab', page, undefined]]);
      vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({ id: 11, windowId: 1 } as never);
      expect(await showTab(11)).toBe(true);
    } finally {
      Object.assign(fakeBrowser, { windows });
    }
  });

  test('also if it is the extension’s own, or the popup that cannot open', async () => {
    openWindows();
    Object.assign(fakeBrowser.action, { openPopup: () => Promise.reject(new Error('No window')) });
    await openPage('connect.html');
    await openPopup('a1/c_europe');
    expect(calls.filter((call) => (call as unknown[])[0] === 'window')).toEqual([
      ['window', fakeBrowser.runtime.getURL('/connect.html' as never)],
      ['window', fakeBrowser.runtime.getURL('/popup.html?card=a1%2Fc_europe' as never)],
    ]);
  });
});

test('8.10 where every window is private, as in a Firefox that never remembers history, a page opens in the one used last', async () => {
  setPrivate(true);
  openWindows(isPrivate);
  expect(await openTab(page)).toBe(11);
  expect(calls).toEqual([
    ['tab', page, 2],
    ['show', 2, shown],
  ]);
});
