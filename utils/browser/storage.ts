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

/** The names of all values in `local`. */
export async function storedNames(): Promise<string[]> {
  return Object.keys(await browser.storage.local.get(null));
}

/** Calls `listener` with the names that changed in `local`; returns a function that stops it. */
export function watchStored(listener: (names: string[]) => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local') listener(Object.keys(changes));
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
