import { browser } from './browser.ts';

type Runtime = { getContexts?: (filter: object) => Promise<{ documentUrl?: string }[]> };

/** Whether the popup is open, in any window or in a tab; false where the browser cannot tell. */
export async function isPopupOpen(): Promise<boolean> {
  const isPopup = (url = '') => url.startsWith(browser.runtime.getURL('popup.html'));
  try {
    const { getContexts } = browser.runtime as Runtime;
    // Without contexts the background is an event page, which sees the views.
    if (!getContexts) return browser.extension.getViews().some(({ location }) => isPopup(location.href));
    return (await getContexts({})).some(({ documentUrl }) => isPopup(documentUrl));
  } catch {
    return false;
  }
}
