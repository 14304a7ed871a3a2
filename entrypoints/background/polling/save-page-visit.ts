import { keys } from '../../../utils/browser/storage-keys.ts';
import type { PageReading, UnreadReason } from '../../../utils/core/page/reading.ts';
import { type PageReads, withVisit } from '../../../utils/core/page/ways/page-reads.ts';
import { failureOfUnread } from '../../../utils/providers/http/to-failure.ts';
import { toPageSnapshot } from '../../../utils/providers/page/page-snapshot.ts';
import { recordFigures } from '../pages/page-figures.ts';
import { schedulePageRead } from '../pages/page-schedule.ts';
import { retryFetch } from '../pages/try-fetch.ts';
import { readAll } from '../state/state-store.ts';
import { saveFailure, saveSnapshot } from './save-check-result.ts';

/** The user looked at something else on the site, or saw no more than we: there is nothing to tell. */
const ofNoMeaning: readonly UnreadReason[] = ['elsewhere', 'empty', 'too-large'];

type Visit = { accountId: string; reading: PageReading; ageMs: number };

/** Saves what a page said that the user has open, after it had settled. `ageMs`: how long it may have said so. */
export async function savePageVisit({ accountId, reading, ageMs }: Visit): Promise<void> {
  const values = await readAll([keys.account(accountId), keys.recipe(accountId)]);
  const account = values(keys.account(accountId));
  const recipe = values(keys.recipe(accountId));
  if (!account || !recipe) return;
  if (reading.kind === 'read') {
    const record = (reads: PageReads, isSame: boolean) => withVisit(reads, !isSame);
    const figures = await recordFigures(account, recipe, reading.parts, record, Date.now() - ageMs);
    await saveSnapshot(account, toPageSnapshot(account.seller.name, figures));
    await retryFetch(account, recipe, reading.parts);
  } else if (!ofNoMeaning.includes(reading.reason)) {
    await saveFailure(account, failureOfUnread(reading.reason));
  }
  await schedulePageRead(accountId);
}
