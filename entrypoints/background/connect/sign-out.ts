import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { grantedMatchPatterns } from '../../../utils/core/accounts/origins.ts';
import { saveUnsavedTokens } from '../accounts/authorized-client.ts';
import { deleteAccount } from '../accounts/delete-account.ts';
import { releaseHosts } from '../accounts/release-hosts.ts';
import { tryRevocations } from '../accounts/revocations.ts';
import { forgetPage } from '../pages/forget-page.ts';
import { closeReadingTab } from '../pages/reading-tab.ts';
import { read } from '../state/state-store.ts';

/**
 * `isRevoked`: no token of it is left at the seller. `isReleased`: the browser lets us no longer read its addresses.
 */
type SignOutResult = { isRevoked: boolean; isReleased: boolean };

/**
 * Deletes the account's data at once, then revokes its tokens at the seller; what fails is retried for a day.
 * `onDeleted` runs meanwhile, so that what is shown of the account does not wait for the seller.
 */
export async function signOut(accountId: string, onDeleted = async () => {}): Promise<SignOutResult> {
  await closeReadingTab(accountId).catch(() => undefined);
  const { revocations, hosts } = await deleteAccount(accountId);
  // Tokens that could not be saved have to be revoked too.
  await saveUnsavedTokens(accountId).catch(() => false);
  await Promise.all([onDeleted(), tryRevocations(true)]);
  if (hosts) await forgetPage(hosts).catch(() => undefined);
  if (hosts) await releaseHosts(hosts);
  const waiting = (await read(keys.revocations)) ?? [];
  return {
    isRevoked: !waiting.some(({ id }) => revocations.some((revocation) => revocation.id === id)),
    isReleased: hosts !== null && (await areReleased(grantedMatchPatterns(hosts))),
  };
}

async function areReleased(patterns: readonly string[]): Promise<boolean> {
  const granted = await Promise.all(patterns.map((pattern) => hasOrigins([pattern])));
  return patterns.length > 0 && !granted.includes(true);
}
