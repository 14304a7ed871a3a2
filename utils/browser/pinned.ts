import { browser } from './browser.ts';

/** Whether the icon is on the toolbar; true where the browser does not tell. */
export async function isPinned(): Promise<boolean> {
  if (!browser.action.getUserSettings) return true;
  return (await browser.action.getUserSettings()).isOnToolbar ?? true;
}
