import type { DiscoveryResult } from '../../../utils/browser/messages.ts';
import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { connectionHosts } from '../../../utils/core/accounts/discovery-changes.ts';
import { requiredMatchPatterns } from '../../../utils/core/accounts/origins.ts';
import { isProviderError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findProvider, sellerFinders } from '../../../utils/providers/registry.ts';
import { publicClient } from '../accounts/public-client.ts';
import { read, readAll, readIndex, update } from '../state/state-store.ts';

const maxFound = 20;

/**
 * The seller at an origin, by the first provider that finds one there. It is kept as it was found, under an id: what
 * the page shows is what is connected, whatever the seller's document says by then.
 */
export async function findSeller(origin: string): Promise<DiscoveryResult> {
  let wasAnswered = false;
  for (const { findSeller } of sellerFinders) {
    try {
      if (!findSeller) continue;
      const seller = await findSeller(await publicClient(), origin);
      const id = crypto.randomUUID();
      await update(keys.foundSellers, (saved) =>
        Object.fromEntries([...Object.entries(saved ?? {}), [id, seller] as const].slice(-maxFound)),
      );
      const patterns = requiredMatchPatterns(seller);
      const fields = (await findProvider(seller.providerId))?.setup?.fields ?? [];
      const previousHosts = await hostsBefore(seller);
      return { kind: 'found', id, seller, patterns, isGranted: await hasOrigins(patterns), fields, previousHosts };
    } catch (error) {
      wasAnswered ||= isProviderError(error) || toFailure(error, Date.now(), true).kind === 'unreadable';
    }
  }
  return { kind: wasAnswered ? 'no-seller' : 'blocked' };
}

/** What was found under this id; null once the browser was closed, or many others were found since. */
export async function foundSeller(id: string): Promise<Seller | null> {
  return (await read(keys.foundSellers))?.[id] ?? null;
}

/** The hosts of an account of the same seller that was connected with others; null: there is none. */
async function hostsBefore(seller: Seller): Promise<string[] | null> {
  const accountKeys = (await readIndex()).accounts.map(({ id }) => keys.account(id));
  const values = await readAll(accountKeys);
  for (const key of accountKeys) {
    const known = values(key)?.seller;
    if (known?.origin !== seller.origin || known.providerId !== seller.providerId) continue;
    const hosts = connectionHosts(known.endpoints);
    if (hosts.join() !== connectionHosts(seller.endpoints).join()) return hosts;
  }
  return null;
}
