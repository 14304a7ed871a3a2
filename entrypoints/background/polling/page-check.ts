import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import type { ReadWay } from '../../../utils/core/page/ways/page-reads.ts';
import { nextPageRead } from '../pages/page-schedule.ts';
import { update } from '../state/state-store.ts';
import { hasPermissions } from './obstacles.ts';

/**
 * What a check of an account with a page has to do: read it in this way; null: nothing, as where that is not due, or the
 * page is read on visits alone. `isPressed`: by the refresh button.
 */
export async function pageWayNow(account: Account, isPressed: boolean): Promise<ReadWay | null> {
  const now = Date.now();
  const next = await nextPageRead(account.id, now, { isPressed });
  return next.way !== 'visit' && next.at <= now ? next.way : null;
}

/**
 * Whether the site of a page may be read. One that is allowed again has no failure any more, though it may not be read
 * for hours.
 */
export async function isPageAllowed(account: Account): Promise<boolean> {
  if (!(await hasPermissions(account))) return false;
  await update(keys.check(account.id), (check) =>
    check?.failure?.kind === 'permission-missing'
      ? { ...check, failure: null, failingSince: null, failures: 0 }
      : check,
  );
  return true;
}
