import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { decideNextCheck, offersEveryMs } from '../../../utils/core/polling/check-schedule.ts';
import { defaultSettings, toPollIntervalMs } from '../../../utils/core/settings.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { type Failure, retryAfterOf } from '../../../utils/core/values/failure.ts';
import { deleteAccount, findDuplicateAccount, upsertIndexEntry } from '../accounts/account-store.ts';
import { recordHistory } from '../history/record-history.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { loadCardOverviews, saveShownCard, selectToolbarCard } from '../state/card-overviews.ts';
import { read, readIndex, remove, update, write } from '../state/state-store.ts';

/** Saves a good answer; nothing for an account that was signed out while the request was under way. */
export async function saveSnapshot(account: Account, snapshot: UsageSnapshot): Promise<void> {
  if (!(await read(keys.account(account.id)))) return;
  const duplicate = account.accountKey === null ? await findDuplicateAccount(account, snapshot) : null;
  if (duplicate) return mergeIntoDuplicate(duplicate, account, snapshot);
  await recordHistory(account.id, snapshot, await read(keys.snapshot(account.id)));
  await write(keys.snapshot(account.id), snapshot);
  await saveNextCheck(account.id, null, snapshot.floorMs);
  if (account.accountKey !== snapshot.accountKey) {
    const { accountKey } = snapshot;
    await update(keys.account(account.id), (saved) => saved && { ...saved, accountKey });
  }
  await upsertIndexEntry(account, snapshot);
  // For the very first card: which offers to fetch has to be known before the toolbar is updated.
  if (!(await readIndex()).shown) await saveShownCard(selectToolbarCard(await loadCardOverviews(Date.now())).shown);
  await fetchStaleOffers(account.id);
}

/** The first answer shows that this sign-in was for an account that is there already: that one gets the credentials. */
async function mergeIntoDuplicate(duplicate: Account, account: Account, snapshot: UsageSnapshot): Promise<void> {
  const [credentials, access] = [await read(keys.credentials(account.id)), await read(keys.access(account.id))];
  if (credentials) await write(keys.credentials(duplicate.id), credentials);
  if (access) await write(keys.access(duplicate.id), access);
  else await remove([keys.access(duplicate.id)]);
  await deleteAccount(account.id);
  await saveSnapshot(duplicate, snapshot);
}

/** Offers of the shown card alone, once a day while no page displays them. */
async function fetchStaleOffers(accountId: string): Promise<void> {
  const { shown } = await readIndex();
  if (shown?.accountId !== accountId) return;
  const offers = await read(keys.offers(shown));
  if (!offers || Date.now() - offers.checkedAt >= offersEveryMs) await fetchOffers(shown);
}

/** A failure is stored beside the last good snapshot and changes nothing of it. */
export async function saveFailure(id: string, failure: Failure): Promise<void> {
  const snapshot = await read(keys.snapshot(id));
  await saveNextCheck(id, failure, snapshot?.floorMs ?? 0);
}

/** A Retry-After is valid for the whole account, whichever request it answered. Other failures are left out. */
export async function saveRetryAfter(accountId: string, failure: Failure): Promise<void> {
  if (retryAfterOf(failure) !== null) await saveFailure(accountId, failure);
}

async function saveNextCheck(id: string, failure: Failure | null, floorMs: number): Promise<void> {
  const pollIntervalMs = toPollIntervalMs((await read(keys.settings)) ?? defaultSettings);
  const now = Date.now();
  const random = Math.random();
  await update(keys.check(id), (saved) => {
    const failures = failure ? (saved?.failures ?? 0) + 1 : 0;
    const { at, reason } = decideNextCheck({ failure, failures, now, pollIntervalMs, floorMs, random });
    return {
      failure,
      failingSince: failure ? (saved?.failingSince ?? now) : null,
      failures,
      triedAt: now,
      nextCheckAt: at,
      reason,
      manualRefreshAt: saved?.manualRefreshAt ?? null,
    };
  });
}
