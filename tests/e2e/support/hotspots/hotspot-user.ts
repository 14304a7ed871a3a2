import { expect } from '../expect.ts';
import type { Opened, Shown } from './opened-page.ts';

/* What a person does on the pages. */

export const by = (testId: string) => `[data-testid="${testId}"]`;

/** Chooses a hotspot in the list and presses Connect; its address stands there already. */
export async function pressConnect(gigabar: Opened, providerId: string): Promise<Shown> {
  const page = await gigabar.open('connect.html');
  await page.press(`${by('provider')}[data-provider-id="${providerId}"]`);
  await page.press(by('connect'));
  return page;
}

/** The same, until there is a figure. */
export async function connect(gigabar: Opened, providerId: string): Promise<void> {
  const page = await pressConnect(gigabar, providerId);
  await expect.poll(() => page.text(by('connect-status'))).toMatch(/left/);
  await page.close();
}
