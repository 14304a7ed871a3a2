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
