import { browser } from '../browser.ts';

/* Scripts on sellers' pages. Where they run is said here alone: the manifest names no site. */

/** Each after what they share. */
const files = { reader: ['page-parts.js', 'page-reader.js'], picker: ['page-parts.js', 'page-picker.js'] };
const readerId = 'page-reader';

/**
 * Runs a script in the page of a tab, its frames left out. False where the browser does not let it, as on its own pages,
 * in stores and without a press on the icon.
 */
export async function runInTab(tabId: number, script: keyof typeof files): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: files[script] });
    return true;
  } catch {
    return false;
  }
}

/** The sites where the reader runs whenever one of their pages is opened, as match patterns. */
export async function readerSites(): Promise<string[]> {
  const registered = await registeredReader();
  const names = (registered?.js ?? []).map((file) => file.split('/').at(-1));
  // What another version of the extension has registered may name other scripts.
  return names.join() === files.reader.join() ? (registered?.matches ?? []) : [];
}

async function registeredReader() {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [readerId] });
  return registered ?? null;
}

/** Lets the reader run on these sites and no others. A reload or an update of the extension ends it. */
export async function setReaderSites(matches: string[]): Promise<void> {
  const isThere = (await registeredReader()) !== null;
  if (matches.length === 0) {
    if (isThere) await browser.scripting.unregisterContentScripts({ ids: [readerId] });
    return;
  }
  if (isThere) return browser.scripting.updateContentScripts([{ id: readerId, js: files.reader, matches }]);
  await browser.scripting.registerContentScripts([
    { id: readerId, js: files.reader, matches, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
}
