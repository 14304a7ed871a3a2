import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { type CheckState, decideNextCheck, offersEveryMs } from '../../../utils/core/polling/check-schedule.ts';
import { defaultSettings, toPollIntervalMs } from '../../../utils/core/settings.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { type Failure, retryAfterOf } from '../../../utils/core/values/failure.ts';
import { findDuplicateAccount, upsertIndexEntry } from '../accounts/account-store.ts';
import { mergeAccounts } from '../accounts/delete-account.ts';
import { releaseHosts } from '../accounts/release-hosts.ts';
import { tryRevocations } from '../accounts/revocations.ts';
import { clearOrderNotifications } from '../alerts/clear-notifications.ts';
import { makeRoom } from '../history/make-room.ts';
import { recordHistory } from '../history/record-history.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { loadCardOverviews, saveShownCard, selectToolbarCard } from '../state/card-overviews.ts';
import { type Owner, read, readIndex, update, write } from '../state/state-store.ts';

/** Saves a good answer; nothing for an account that was signed out or connected anew while the request was under way. */
export async function saveSnapshot(account: Account, snapshot: UsageSnapshot): Promise<void> {
  if ((await read(keys.account(account.id)))?.connectionId !== account.connectionId) return;
  await makeRoom().catch(() => undefined);
  const duplicate = account.accountKey === null ? await findDuplicateAccount(account, snapshot) : null;
  if (duplicate && (await mergeIntoDuplicate(duplicate, account, snapshot))) return;
  const before = await read(keys.snapshot(account.id));
  await recordHistory(account, snapshot, before);
  await write(keys.snapshot(account.id), snapshot, account);
  await saveNextCheck(account, null, snapshot.floorMs);
  const { accountKey } = snapshot;
  const withKey = (saved: Account | null) =>
    !saved || saved.accountKey === accountKey ? saved : { ...saved, accountKey };
  await update(keys.account(account.id), withKey, account);
  await upsertIndexEntry(account, snapshot);
  await clearOrderNotifications(vanishedCards(account.id, before, snapshot));
  // For the very first card: which offers to fetch has to be known before the toolbar is updated.
  if (!(await readIndex()).shown) await saveShownCard(selectToolbarCard(await loadCardOverviews(Date.now())).shown);
  await fetchStaleOffers(account.id);
}

function vanishedCards(accountId: string, before: UsageSnapshot | null, after: UsageSnapshot): CardId[] {
  const isListed = (cardKey: string) => after.cards.some(({ key }) => key === cardKey);
  return (before?.cards ?? []).flatMap(({ key }) => (isListed(key) ? [] : [{ accountId, cardKey: key }]));
}

/** The first answer shows that this sign-in was for an account that is there already: that one gets the credentials. */
async function mergeIntoDuplicate(duplicate: Account, account: Account, snapshot: UsageSnapshot): Promise<boolean> {
  const merged = await mergeAccounts(account, duplicate);
  if (!merged) return false;
  void tryRevocations();
  await releaseHosts(duplicate.seller);
  await saveSnapshot(merged, snapshot);
  return true;
}

/** Offers of the shown card alone, once a day while no page displays them. */
async function fetchStaleOffers(accountId: string): Promise<void> {
  const { shown } = await readIndex();
  if (shown?.accountId !== accountId) return;
  const offers = await read(keys.offers(shown));
  if (!offers || Date.now() - offers.checkedAt >= offersEveryMs) await fetchOffers(shown);
}

/** A failure is stored beside the last good snapshot and changes nothing of it. */
export async function saveFailure(owner: Owner, failure: Failure): Promise<void> {
  const snapshot = await read(keys.snapshot(owner.id));
  await saveNextCheck(owner, failure, snapshot?.floorMs ?? 0);
}

/** A Retry-After is valid for the whole account, whichever request it answered. Other failures are left out. */
export async function saveRetryAfter(accountId: string, failure: Failure): Promise<void> {
  if (retryAfterOf(failure) !== null) await saveFailure({ id: accountId }, failure);
}

async function saveNextCheck(owner: Owner, failure: Failure | null, floorMs: number): Promise<void> {
  const pollIntervalMs = toPollIntervalMs((await read(keys.settings)) ?? defaultSettings);
  const now = Date.now();
  const random = Math.random();
  const change = (saved: CheckState | null) => {
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
  };
  await update(keys.check(owner.id), change, owner);
}
