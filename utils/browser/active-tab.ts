import { browser } from './browser.ts';

/** `url` null: the browser does not tell it, as where Gigabar's icon was not pressed on the tab. */
export type ActiveTab = { id: number; url: string | null; isPrivate: boolean };

/** The tab in front of the popup; null: there is none. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url || null, isPrivate: tab.incognito };
}

/** Where a tab is; null: it is closed, or the browser does not tell, as once it has left the page of the press. */
export async function namedTabUrl(id: number): Promise<string | null> {
  return browser.tabs.get(id).then(
    ({ url }) => url || null,
    () => null,
  );
}

/** The tab that this page is shown in; null: in none. */
export async function ownTabId(): Promise<number | null> {
  return (await browser.tabs.getCurrent())?.id ?? null;
}

/** Brings a tab of this window to the front. */
export async function bringToFront(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
}
