import { browser, type Tabs, type Windows } from './browser.ts';

/** Undefined in Firefox for Android, which has no windows. */
const windowsApi = () => (browser as Partial<Pick<typeof browser, 'windows'>>).windows;

/**
 * Opens a page where it is seen at once: in the normal window used last or, where there is none, in a new one. Returns
 * the tab's id, or null if the browser does not reveal it.
 */
export async function openTab(url: string): Promise<number | null> {
  const tab = await createTab(url);
  await showWindow(tab?.windowId);
  return tab?.id ?? null;
}

export async function hasTab(id: number): Promise<boolean> {
  return browser.tabs.get(id).then(
    () => true,
    () => false,
  );
}

export async function isPrivateTab(id: number): Promise<boolean> {
  return (await browser.tabs.get(id)).incognito;
}

/** The ordinary tabs with a page of these sites, which the user has allowed; as match patterns. */
export async function tabsOnSites(url: string[]): Promise<number[]> {
  const tabs = url.length > 0 ? await browser.tabs.query({ url }) : [];
  return tabs.flatMap(({ id, incognito }) => (id === undefined || incognito ? [] : [id]));
}

/** Activates a tab and its window; false if the tab is closed. */
export async function showTab(id: number): Promise<boolean> {
  try {
    const tab = await browser.tabs.update(id, { active: true });
    await showWindow(tab?.windowId);
    return true;
  } catch {
    return false;
  }
}

/** Where quiet tabs begin: a file of the extension, at an address that nobody else opens and that it may always see. */
const quietPage = () => browser.runtime.getURL('icon/16.png?quiet');

/**
 * Opens a tab that stays behind, without sound, and shows nothing yet: until it is sent on, `closeQuietTabs` finds it,
 * whoever has opened it. Null: not now, since it might disturb (there is sound, a window is full screen, Firefox tells
 * that a tab is in a call), or no window is open.
 */
export async function openQuietTab(): Promise<number | null> {
  const windows = windowsApi();
  if (!windows || (await isInUse(windows))) return null;
  const windowId = await findWindow(windows);
  if (windowId === undefined) return null;
  const { id } = await browser.tabs.create({ url: quietPage(), windowId, active: false });
  if (id !== undefined) await browser.tabs.update(id, { muted: true }).catch(() => undefined);
  return id ?? null;
}

/** Whether a quiet tab shows nothing yet, by its address. */
export const isQuietPage = (url: string): boolean => url === quietPage();

/** Loads a page in a tab. */
export async function loadInTab(id: number, url: string): Promise<void> {
  await browser.tabs.update(id, { url });
}

/** Closes the quiet tabs that were never sent on. */
export async function closeQuietTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: quietPage() });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : closeTab(id))));
}

/** `sharingState`: Firefox alone. */
type SharingTab = Tabs.Tab & { sharingState?: { camera: boolean; microphone: boolean; screen?: string } };

async function isInUse(windows: Windows.Static): Promise<boolean> {
  const all = await windows.getAll();
  if (all.some(({ state }) => state === 'fullscreen')) return true;
  const tabs: SharingTab[] = await browser.tabs.query({});
  return tabs.some(({ audible, sharingState }) => {
    const isShared = sharingState?.camera || sharingState?.microphone || sharingState?.screen;
    return audible || Boolean(isShared);
  });
}

/** Where a tab is; null: it is closed, or on a site that the user has not allowed. */
export async function tabUrl(id: number): Promise<string | null> {
  return browser.tabs.get(id).then(
    ({ url }) => url ?? null,
    () => null,
  );
}

/** Closes a tab, if it is open. */
export async function closeTab(id: number): Promise<void> {
  await browser.tabs.remove(id).catch(() => undefined);
}

export async function openPage(path: string): Promise<void> {
  await openTab(browser.runtime.getURL(path));
}

/** Opens the popup, or the same page in a tab if the browser does not allow that, as where it has no window. */
export async function openPopup(cardText: string): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await openPage(`popup.html?card=${encodeURIComponent(cardText)}`);
  }
}

async function createTab(url: string): Promise<Tabs.Tab | undefined> {
  const windows = windowsApi();
  if (!windows) return browser.tabs.create({ url });
  const windowId = await findWindow(windows);
  // Without a window Chromium opens no tab ("No current window"), and with a private one it would open it there.
  if (windowId === undefined) return (await windows.create({ url })).tabs?.[0];
  return browser.tabs.create({ url, windowId });
}

/**
 * The normal window used last. Never a private one, unless the background is private itself: in a Firefox that never
 * remembers history every window is.
 */
async function findWindow(windows: Windows.Static): Promise<number | undefined> {
  const isPrivate = browser.extension.inIncognitoContext ?? false;
  const all = await windows.getAll({ windowTypes: ['normal'] });
  const usable = all.filter(({ incognito }) => incognito === isPrivate);
  const last = await windows.getLastFocused({ windowTypes: ['normal'] } as Windows.GetInfo).catch(() => null);
  return (usable.find(({ id }) => id === last?.id) ?? usable.at(-1))?.id;
}

/** Brings a window to the front. One that stays behind has its tab all the same. */
async function showWindow(id: number | undefined): Promise<void> {
  const windows = windowsApi();
  if (!windows || id === undefined) return;
  try {
    const { state } = await windows.get(id);
    await windows.update(id, { focused: true, ...(state === 'minimized' ? { state: 'normal' } : {}) });
  } catch {
    return;
  }
}
