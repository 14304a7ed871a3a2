import { expect } from '../expect.ts';
import type { InstalledExtension, OpenedPage } from './browser-types.ts';

/* What a user does on the pages. */

export const byTestId = (testId: string) => `[data-testid="${testId}"]`;

/** Chooses a hotspot in the list and presses Connect; the form has its address already. */
export async function pressConnect(gigabar: InstalledExtension, providerId: string): Promise<OpenedPage> {
  const page = await gigabar.open('connect.html');
  await page.press(`${byTestId('provider')}[data-provider-id="${providerId}"]`);
  await page.press(byTestId('connect'));
  return page;
}

/** The same, until the balance is shown. */
export async function connect(gigabar: InstalledExtension, providerId: string): Promise<void> {
  const page = await pressConnect(gigabar, providerId);
  await expect.poll(() => page.text(byTestId('connect-status'))).toMatch(/left/);
  await page.close();
}
