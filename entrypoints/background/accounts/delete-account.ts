import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import type { Account, Revocation } from '../../../utils/core/accounts/account.ts';
import { withoutAccounts } from '../../../utils/core/accounts/account-index.ts';
import { withoutAccount } from '../../../utils/core/accounts/card-preferences.ts';
import type { SellerHosts } from '../../../utils/core/accounts/origins.ts';
import { orphanedAccounts } from '../../../utils/core/accounts/orphaned-accounts.ts';
import { withoutTabsOf } from '../../../utils/core/orders/order.ts';
import type { DayTraffic } from '../../../utils/core/traffic/day-traffic.ts';
import { returnTraffic } from '../../../utils/providers/http/traffic-count.ts';
import { type Change, changeOf, type Removal, removeAccounts, type StoredValues } from '../state/state-store.ts';
import { newRevocations, queued } from './revocations.ts';

/** `hosts`: where it may have sent requests; null: not known. */
type Deleted = { revocations: Revocation[]; hosts: SellerHosts | null };

/**
 * Deletes everything stored of an account, in one step. Its tokens are queued to be revoked before that, so that none
 * is lost with it.
 */
export async function deleteAccount(accountId: string): Promise<Deleted> {
  const deleted: Deleted = { revocations: [], hosts: null };
  let traffic: DayTraffic | null = null;
  await removeAccounts({
    choose: () => [accountId],
    toRead: keysOfRemoval,
    change: (values, ids) => {
      deleted.revocations = tokensToRevoke(values, accountId);
      traffic = values(keys.check(accountId))?.traffic ?? null;
      const target = targetOf(values, accountId);
      deleted.hosts =
        values(keys.account(accountId))?.seller ?? (target && { origin: '', endpoints: target.endpoints });
      return { before: queued(values, deleted.revocations), after: withoutTraces(values, ids) };
    },
  });
  // What was used today was used: another account takes it along.
  if (traffic) returnTraffic(traffic);
  return deleted;
}

/** Deletes what is left of accounts that are gone, as after a worker that died while deleting one. */
export async function deleteOrphans(): Promise<void> {
  await removeAccounts({
    choose: orphanedAccounts,
    toRead: keysOfRemoval,
    change: (values, ids) => ({
      before: queued(
        values,
        ids.flatMap((id) => tokensToRevoke(values, id)),
      ),
      after: withoutTraces(values, ids),
    }),
  });
}

/**
 * Another sign-in turned out to be for an account that is there already: that one gets its seller and credentials, and
 * the other is deleted. Returns the account as it is then; null: one of the two was deleted meanwhile, and nothing was
 * done.
 */
export async function mergeAccounts(from: Account, to: Account): Promise<Account | null> {
  const { id, accountKey, addedAt } = to;
  const merged = { ...from, id, accountKey, addedAt };
  const choose: Removal['choose'] = (names) =>
    [from, to].every(({ id }) => names.includes(keys.account(id).name)) ? [from.id] : [];
  const change: Removal['change'] = (values, ids) => {
    const credentials = values(keys.credentials(from.id));
    const moved = [
      ...queued(values, tokensToRevoke(values, to.id)),
      changeOf(keys.account(to.id), merged),
      ...(credentials ? [changeOf(keys.credentials(to.id), credentials)] : []),
      changeOf(keys.access(to.id), values(keys.access(from.id))),
    ];
    return { before: moved, after: withoutTraces(values, ids) };
  };
  const removed = await removeAccounts({ choose, toRead: (ids) => keysOfRemoval([...ids, to.id]), change });
  return removed.length > 0 ? merged : null;
}

/** The tokens of an account that is replaced or deleted; needs its account, credentials and access among the values. */
export function tokensToRevoke(values: StoredValues, accountId: string): Revocation[] {
  return newRevocations({
    target: targetOf(values, accountId),
    credentials: values(keys.credentials(accountId)),
    access: values(keys.access(accountId)),
  });
}

function targetOf(values: StoredValues, accountId: string) {
  return values(keys.credentials(accountId))?.revocation ?? values(keys.account(accountId))?.seller ?? null;
}

function keysOfRemoval(accountIds: readonly string[]): Key[] {
  const ofAccounts = accountIds.flatMap((id) => [
    keys.account(id),
    keys.credentials(id),
    keys.access(id),
    keys.check(id),
  ]);
  const shared = [keys.index, keys.preferences, keys.checkoutTabs, keys.revocations];
  return [...shared, keys.picking, keys.readingTab, keys.undoable, ...ofAccounts];
}

/** What names accounts under keys of no account. */
function withoutTraces(values: StoredValues, accountIds: readonly string[]): Change[] {
  const index = values(keys.index);
  const preferences = values(keys.preferences);
  const tabs = values(keys.checkoutTabs);
  const undoable = values(keys.undoable);
  const isOfOther = (value: { accountId: string | null } | null) =>
    value !== null && !accountIds.includes(value.accountId ?? '');
  return [
    ...(index ? [changeOf(keys.index, withoutAccounts(index, accountIds))] : []),
    ...(preferences ? [changeOf(keys.preferences, accountIds.reduce(withoutAccount, preferences))] : []),
    ...(tabs ? [changeOf(keys.checkoutTabs, accountIds.reduce(withoutTabsOf, tabs))] : []),
    ...[keys.picking, keys.readingTab].flatMap((key) => (isOfOther(values(key)) ? [] : [changeOf(key, null)])),
    // Removing a card kept by hand is what can be taken back.
    ...(undoable?.kind === 'card-removed' || isOfOther(undoable) ? [] : [changeOf(keys.undoable, null)]),
  ];
}
