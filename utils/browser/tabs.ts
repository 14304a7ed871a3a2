import { browser } from './browser.ts';

/** Opens a page in a normal tab. Returns its id, or null if the browser does not reveal it. */
export async function openTab(url: string): Promise<number | null> {
  const tab = await browser.tabs.create({ url });
  return tab.id ?? null;
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
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    return true;
  } catch {
    return false;
  }
}

export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

/** Opens the popup, or the same page in a tab if the browser does not allow that. */
export async function openPopup(cardText: string): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await openPage(`popup.html?card=${encodeURIComponent(cardText)}`);
  }
}
