import { browser } from './browser.ts';

/** Whether the icon is on the toolbar; true if the browser does not report it. */
export async function isPinned(): Promise<boolean> {
  if (!browser.action.getUserSettings) return true;
  return (await browser.action.getUserSettings()).isOnToolbar ?? true;
}

/** Not every browser has an event for it, so a return to the page counts as a possible change, too. */
export function watchPinned(listener: () => void): () => void {
  const { onUserSettingsChanged: changed } = browser.action as {
    onUserSettingsChanged?: { addListener: (l: () => void) => void; removeListener: (l: () => void) => void };
  };
  changed?.addListener(listener);
  window.addEventListener('focus', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    changed?.removeListener(listener);
    window.removeEventListener('focus', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}
