import { browser } from './browser.ts';

type WithContexts = { getContexts?: (filter: { contextTypes: ['POPUP'] }) => Promise<unknown[]> };

/** Whether the popup is open, in any window; false where the browser cannot tell. */
export async function isPopupOpen(): Promise<boolean> {
  const runtime = browser.runtime as WithContexts;
  try {
    // Firefox has no contexts, and its event page sees the views instead.
    const open = runtime.getContexts
      ? await runtime.getContexts({ contextTypes: ['POPUP'] })
      : browser.extension.getViews({ type: 'popup' });
    return open.length > 0;
  } catch {
    return false;
  }
}
