import { browser } from './browser.ts';

/** `session` is kept in memory until the browser is closed, `local` on disk. */
export type Area = 'local' | 'session';

export async function getStored(names: string[], area: Area = 'local'): Promise<Record<string, unknown>> {
  return browser.storage[area].get(names);
}

export async function setStored(values: Record<string, unknown>, area: Area = 'local'): Promise<void> {
  await browser.storage[area].set(values);
}

export async function removeStored(names: string[], area: Area = 'local'): Promise<void> {
  await browser.storage[area].remove(names);
}

type KeysApi = { getKeys: () => Promise<string[]> };

/** The names of all values; without reading the values where the browser can (Chromium 130, Firefox 143). */
export async function storedNames(area: Area): Promise<string[]> {
  const store = browser.storage[area];
  try {
    return await (store as unknown as KeysApi).getKeys();
  } catch {
    return Object.keys(await store.get(null));
  }
}

type QuotaApi = { QUOTA_BYTES?: number; getBytesInUse?: (names: null) => Promise<number> };

/** How much the browser grants, and how much of it is used; null where it does not say (Firefox before 144). */
export async function storageUse(): Promise<{ usedBytes: number; quotaBytes: number } | null> {
  const local = browser.storage.local as unknown as QuotaApi;
  const { QUOTA_BYTES: quotaBytes } = local;
  if (quotaBytes === undefined || local.getBytesInUse === undefined) return null;
  return { usedBytes: await local.getBytesInUse(null), quotaBytes };
}

type AccessApi = { setAccessLevel: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };

/** Closes `local` to scripts on the page, where the browser can (Chromium; `session` is closed by itself). */
export async function closeToContentScripts(): Promise<void> {
  try {
    await (browser.storage.local as unknown as AccessApi).setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch {
    return;
  }
}

/** What lies in the browser's own account, where the user is signed in to one; else on this computer. */
export async function getSynced(): Promise<Record<string, unknown>> {
  return browser.storage.sync.get(null);
}

export async function setSynced(values: Record<string, unknown>): Promise<void> {
  await browser.storage.sync.set(values);
}

/**
 * Calls `listener` with the names that changed in an area; returns a function that stops it. Listening to all areas, the
 * background would be sent back all that it writes.
 */
export function watchStored(listener: (names: string[]) => void, watched: Area | 'sync' = 'local'): () => void {
  const onChanged = (changes: Record<string, unknown>) => listener(Object.keys(changes));
  const area = browser.storage[watched];
  area.onChanged.addListener(onChanged);
  return () => area.onChanged.removeListener(onChanged);
}
