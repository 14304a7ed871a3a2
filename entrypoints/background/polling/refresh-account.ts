import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { requiredMatchPatterns } from '../../../utils/core/accounts/origins.ts';
import { decideNextCheck, isRetryAfterActive, offersEveryMs } from '../../../utils/core/polling/check-schedule.ts';
import { toPollIntervalMs, withSettingsDefaults } from '../../../utils/core/settings.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Failure } from '../../../utils/core/values/failure.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { deleteAccount, findDuplicateAccount, upsertIndexEntry } from '../accounts/account-store.ts';
import { withAuthorizedClient } from '../accounts/authorized-client.ts';
import { recordHistory } from '../history/record-history.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { loadCardOverviews, saveShownCard, selectToolbarCard } from '../state/card-snapshots.ts';
import { read, readIndex, remove, update, write } from '../state/store.ts';

const running = new Map<string, Promise<void>>();

/** Asks for an account's figures; concurrent callers share one request. */
export function checkAccount(id: string): Promise<void> {
  const now = running.get(id);
  if (now) return now;
  const run = check(id).finally(() => running.delete(id));
  running.set(id, run);
  return run;
}

/** For whoever knows of a change: an answer that was under way before it will not do. */
export async function checkAfterChange(id: string): Promise<void> {
  if (isRetryAfterActive(await read(keys.check(id)), Date.now())) return;
  await running.get(id)?.catch(() => undefined);
  await checkAccount(id);
}

async function check(id: string): Promise<void> {
  const account = await read(keys.account(id));
  const provider = findProvider(account?.seller.providerId ?? '');
  if (!account || !provider) return;
  const previous = await read(keys.snapshot(id));
  try {
    const patterns = requiredMatchPatterns(account.seller);
    if (patterns.length > 0 && account.seller.meteredBy !== 'user') {
      if (!navigator.onLine) return await saveFailure(id, { kind: 'offline' });
      if (!(await hasOrigins(patterns))) {
        return await saveFailure(id, { kind: 'permission-missing' });
      }
    }
    const snapshot = await withAuthorizedClient(account, (client) =>
      provider.readCards(client, account.seller, previous),
    );
    await saveSnapshot(account, snapshot);
  } catch (error) {
    await saveFailure(id, toFailure(error, Date.now(), navigator.onLine, provider.isLocalNetwork));
  }
}

/** Saves a good answer. Nothing is saved for an account that was signed out while it was under way. */
export async function saveSnapshot(account: Account, snapshot: UsageSnapshot): Promise<void> {
  if (!(await read(keys.account(account.id)))) return;
  const twin = account.accountKey === null ? await findDuplicateAccount(account, snapshot) : null;
  if (twin) return mergeIntoDuplicate(twin, account, snapshot);
  await recordHistory(account.id, snapshot, await read(keys.snapshot(account.id)));
  await write(keys.snapshot(account.id), snapshot);
  await saveNextCheck(account.id, null, snapshot.floorMs);
  if (account.accountKey !== snapshot.accountKey) {
    await write(keys.account(account.id), { ...account, accountKey: snapshot.accountKey });
  }
  await upsertIndexEntry(account, snapshot);
  // The first card of all: which plans to ask for has to be known before anything is painted.
  if (!(await readIndex()).shown) await saveShownCard(selectToolbarCard(await loadCardOverviews(Date.now())).shown);
  await fetchStaleOffers(account.id);
}

/** Only now it shows that this sign-in was for an account we have: it gets the new credentials. */
async function mergeIntoDuplicate(twin: Account, account: Account, snapshot: UsageSnapshot): Promise<void> {
  const [credentials, access] = [await read(keys.credentials(account.id)), await read(keys.access(account.id))];
  if (credentials) await write(keys.credentials(twin.id), credentials);
  if (access) await write(keys.access(twin.id), access);
  else await remove([keys.access(twin.id)]);
  await deleteAccount(account.id);
  await saveSnapshot(twin, snapshot);
}

/** Once a day is enough while nobody looks at them. */
async function fetchStaleOffers(accountId: string): Promise<void> {
  const { shown } = await readIndex();
  if (shown?.accountId !== accountId) return;
  const offers = await read(keys.offers(shown));
  if (!offers || Date.now() - offers.checkedAt >= offersEveryMs) await fetchOffers(shown);
}

/** Bad news stands beside the last good figures and touches nothing of them. */
export async function saveFailure(id: string, failure: Failure): Promise<void> {
  const snapshot = await read(keys.snapshot(id));
  await saveNextCheck(id, failure, snapshot?.floorMs ?? 0);
}

async function saveNextCheck(id: string, failure: Failure | null, floorMs: number): Promise<void> {
  if (!(await read(keys.account(id)))) return;
  const pollIntervalMs = toPollIntervalMs(withSettingsDefaults(await read(keys.settings)));
  const now = Date.now();
  const random = Math.random();
  await update(keys.check(id), (saved) => {
    const failures = failure ? (saved?.failures ?? 0) + 1 : 0;
    const { at, reason } = decideNextCheck({ failure, failures, now, pollIntervalMs, floorMs, random });
    const failingSince = failure ? (saved?.failingSince ?? now) : null;
    return {
      failure,
      failingSince,
      failures,
      triedAt: now,
      nextCheckAt: at,
      reason,
      manualRefreshAt: saved?.manualRefreshAt ?? null,
    };
  });
}
