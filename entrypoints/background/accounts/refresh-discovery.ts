import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account, Seller } from '../../../utils/core/accounts/account.ts';
import { hasMovedApi, withAnswer, withDiscovery } from '../../../utils/core/accounts/discovery-changes.ts';
import { findProvider, isDiscovered, sellerFinders } from '../../../utils/providers/registry.ts';
import { updateWithTraffic } from '../state/save-traffic.ts';
import { update } from '../state/state-store.ts';
import { publicClient } from './public-client.ts';

/**
 * Reads the document of an account's seller again. What it may change by itself is taken over, all else is kept for the
 * user to agree to (`withDiscovery`); a document that cannot be read changes nothing. Returns the account as it is
 * then.
 */
export async function refreshDiscovery(accountId: string): Promise<Account | null> {
  const account = await update(keys.account(accountId), (saved) => saved && { ...saved, discoveredAt: Date.now() });
  if (!account || !isDiscovered(account.seller)) return account;
  const found = await findAgain(account.seller);
  if (!found) return account;
  const isApiVouchedFor = !hasMovedApi(account.seller, found) || (await vouchesForApi(found));
  const merge = (saved: Account | null) => saved && withDiscovery(saved, found, isApiVouchedFor);
  return updateWithTraffic(keys.account(accountId), account, merge);
}

async function findAgain(known: Seller): Promise<Seller | null> {
  for (const { findSeller } of sellerFinders) {
    const found = await findSeller?.(await publicClient(), known.origin, known).catch(() => null);
    if (found) return found;
  }
  return null;
}

/** A card token has no sign-in that could vouch: it goes wherever the API is on the origin it was pasted for. */
async function vouchesForApi(seller: Seller): Promise<boolean> {
  if (!seller.signIn) return true;
  const confirmApi = (await findProvider(seller.providerId))?.signIn?.confirmApi;
  return (
    confirmApi?.(await publicClient(), seller).then(
      () => true,
      () => false,
    ) ?? false
  );
}

/** The user's answer to what the seller's document says anew. */
export async function answerProposal(accountId: string, isAccepted: boolean): Promise<void> {
  await update(keys.account(accountId), (account) => account && withAnswer(account, isAccepted));
}
