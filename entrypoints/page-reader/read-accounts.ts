import type { PageAccount } from '../../utils/browser/page/content-messages.ts';
import { readDocument } from '../../utils/browser/page/document-reading.ts';
import { isOrphaned } from '../../utils/browser/page/script-messages.ts';
import { isRecipeAddress } from '../../utils/core/page/find/page-address.ts';
import { currentZone } from '../../utils/core/values/time.ts';
import { reportReadings } from './report-readings.ts';
import { watchSettling } from './watch-settling.ts';

type Options = { isOnce: boolean; signal: AbortSignal };

/**
 * Reads what the page says of accounts, as long as it is open; each only once with `isOnce`. At other addresses than those
 * of their recipes nothing is looked at.
 */
export function readAccounts(accounts: readonly PageAccount[], { isOnce, signal }: Options): void {
  for (const { accountId, recipe } of accounts) {
    const end = new AbortController();
    const either = AbortSignal.any([signal, end.signal]);
    const { report, forget } = reportReadings(accountId, !isOnce, either, () => isOnce && end.abort());
    const look = async (isSettled: boolean) => {
      if (isOrphaned()) end.abort();
      if (either.aborted || !isRecipeAddress(recipe, location.href)) return;
      const time = { now: Date.now(), zone: currentZone() };
      const reading = await readDocument(document, location.href, recipe, time);
      // What is not there may not be drawn yet.
      if (reading.kind === 'read' || isSettled) report(reading);
    };
    watchSettling(look, forget, either);
  }
}
