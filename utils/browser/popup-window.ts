import { browser } from './browser.ts';

type Contexts = { getContexts?: (filter: { contextTypes: ['POPUP'] }) => Promise<unknown[]> };

/** Whether the popup is open, in any window. Firefox before 142 tells it by its views alone. */
export async function isPopupOpen(): Promise<boolean> {
  const { getContexts } = browser.runtime as Contexts;
  if (getContexts) return (await getContexts({ contextTypes: ['POPUP'] })).length > 0;
  return (browser.extension?.getViews?.({ type: 'popup' }) ?? []).length > 0;
}
