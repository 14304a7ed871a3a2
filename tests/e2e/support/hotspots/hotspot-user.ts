import { expect } from '../expect.ts';
import type { InstalledExtension, OpenedPage } from './browser-types.ts';

/* What a user does on the pages. */

export const byTestId = (testId: string) => `[data-testid="${testId}"]`;

/** Presses “My hotspot”: it is looked for in this network. */
export async function pressHotspot(gigabar: InstalledExtension): Promise<OpenedPage> {
  const page = await gigabar.open('connect.html');
  await page.press(byTestId('hotspot'));
  return page;
}

/** The same, until the balance is shown. */
export async function connect(gigabar: InstalledExtension): Promise<void> {
  const page = await pressHotspot(gigabar);
  await expect.poll(() => page.text(byTestId('connect-status'))).toMatch(/left/);
  await page.close();
}
