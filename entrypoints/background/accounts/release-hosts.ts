import { removeHeaderRule } from '../../../utils/browser/header-rule.ts';
import { removeOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import {
  grantedMatchPatterns,
  revocationMatchPatterns,
  type SellerHosts,
} from '../../../utils/core/accounts/origins.ts';
import { hasProvider } from '../../../utils/providers/registry.ts';
import { read, readAccounts } from '../state/state-store.ts';

/**
 * Of connections under way, whose account is not stored yet, and of requests for tokens, which may have to be revoked.
 */
const held = new Set<SellerHosts>();
/** To be released once nothing is under way. */
const postponed = new Set<SellerHosts>();

/** Runs `task`; the hosts of the seller are not released meanwhile. */
export async function holdHosts<T>(seller: SellerHosts, task: () => Promise<T>): Promise<T> {
  const hold = { ...seller };
  held.add(hold);
  try {
    return await task();
  } finally {
    held.delete(hold);
    const again = [...postponed];
    postponed.clear();
    for (const hosts of again) await releaseHosts(hosts);
  }
}

/**
 * Gives back the permission for those hosts of a seller that no account, no waiting revocation and nothing under way
 * needs, and removes the rules for their headers. An account without a provider needs none. `exceptRevocation`: one that
 * is over.
 */
export async function releaseHosts(seller: SellerHosts, { exceptRevocation = '' } = {}): Promise<void> {
  const patterns = grantedMatchPatterns(seller);
  if (patterns.length === 0) return;
  const accounts = await readAccounts();
  const revocations = ((await read(keys.revocations)) ?? []).filter(({ id }) => id !== exceptRevocation);
  // Of an account that cannot be read nobody knows what it needs.
  if (!accounts.every((account): account is Account => account !== null)) return;
  if ([...held].some((hosts) => grantedMatchPatterns(hosts).some((pattern) => patterns.includes(pattern)))) {
    postponed.add(seller);
    return;
  }
  const needed = [
    ...accounts.flatMap(({ seller }) => (hasProvider(seller.providerId) ? grantedMatchPatterns(seller) : [])),
    ...revocations.flatMap(revocationMatchPatterns),
  ];
  const surplus = patterns.filter((pattern) => !needed.includes(pattern));
  if (surplus.length === 0) return;
  await Promise.all(surplus.map((pattern) => removeHeaderRule(pattern).catch(() => undefined)));
  await removeOrigins(surplus);
}
