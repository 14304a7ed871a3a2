import { browser } from './browser.ts';

/** Opens a page in a normal tab; its id, or null where the browser keeps it to itself. */
export async function openTab(url: string): Promise<number | null> {
  const tab = await browser.tabs.create({ url });
  return tab.id ?? null;
}

/** Brings a tab to the front; false if it is gone. */
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

/** The real popup where the browser lets us, else the same page in a tab. */
export async function openPopup(cardText: string): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await openPage(`popup.html?card=${encodeURIComponent(cardText)}`);
  }
}
