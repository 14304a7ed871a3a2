import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { dayMs } from '../../../utils/core/values/time.ts';
import { isDiscovered } from '../../../utils/providers/registry.ts';
import { read } from '../state/state-store.ts';

/**
 * Reads the document of an account's seller again, if that was not done for a day. Returns the account as it is then.
 */
export async function refreshDiscoveryDaily(accountId: string): Promise<Account | null> {
  const account = await read(keys.account(accountId));
  const isDue = account !== null && Math.abs(Date.now() - account.discoveredAt) >= dayMs;
  if (!isDue || !isDiscovered(account.seller)) return account;
  return (await import('./refresh-discovery.ts')).refreshDiscovery(accountId);
}
