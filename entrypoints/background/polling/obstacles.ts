import { hasOrigins } from '../../../utils/browser/permissions.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { requiredMatchPatterns } from '../../../utils/core/accounts/origins.ts';
import type { Failure } from '../../../utils/core/values/failure.ts';

/** Whether its requests may be sent, as far as the browser's permissions go. */
export async function hasPermissions({ seller }: Account): Promise<boolean> {
  const patterns = requiredMatchPatterns(seller);
  return patterns.length === 0 || seller.meteredBy === 'user' || hasOrigins(patterns);
}

/** Why no request can be sent; null where none is needed, or nothing is in its way. */
export async function obstacleTo(account: Account): Promise<Failure | null> {
  const { seller } = account;
  const needsNoNetwork = seller.meteredBy === 'user' || requiredMatchPatterns(seller).length === 0;
  if (!navigator.onLine && !needsNoNetwork) return { kind: 'offline' };
  return (await hasPermissions(account)) ? null : { kind: 'permission-missing' };
}
