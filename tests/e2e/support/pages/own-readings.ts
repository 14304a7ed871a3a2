import type { Website, WebsiteRequest } from '../../../sandbox/websites/types.ts';
import { expect } from '../expect.ts';
import type { Gigabar } from '../gigabar.ts';

/* Readings that Gigabar makes by itself. */

/* The browser's API, as seen from the extension's pages. */
declare const chrome: { runtime: { sendMessage: (message: object) => Promise<unknown> } };

/** Gigabar's own requests for the account page: what a tab asks for is a document. */
export const ownRequests = (site: Website): WebsiteRequest[] =>
  site.requests().filter(({ path, fetchDest }) => path === '/account' && fetchDest === 'empty');

/** Fires the alarm as if it were so much later. A worker that was ended begins anew, at the present. */
export async function letPass(gigabar: Gigabar, ms: number): Promise<void> {
  await gigabar.probe.evaluate(() => chrome.runtime.sendMessage({}).catch(() => undefined));
  await gigabar.setClock(ms);
  await gigabar.fireAlarm();
  await gigabar.waitForWorker();
}

/** The same, and waits for one more request of Gigabar's own, and for what came of it. */
export async function awaitReading(gigabar: Gigabar, site: Website, afterMs: number): Promise<void> {
  const before = ownRequests(site).length;
  const triedBefore = await triedAt(gigabar);
  await letPass(gigabar, afterMs);
  await expect.poll(() => ownRequests(site).length).toBe(before + 1);
  await expect.poll(() => triedAt(gigabar)).not.toBe(triedBefore);
}

/** When the one account was last checked. */
async function triedAt(gigabar: Gigabar): Promise<unknown> {
  const [, check] = Object.entries(await gigabar.stored()).find(([name]) => name.startsWith('check:')) ?? [];
  return (check as { triedAt?: unknown } | undefined)?.triedAt;
}
