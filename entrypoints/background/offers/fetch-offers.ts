import { keys } from '../../../utils/browser/storage-keys.ts';
import { isRetryAfterActive } from '../../../utils/core/polling/check-schedule.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { withAuthorizedClient } from '../accounts/authorized-client.ts';
import { publicClient } from '../accounts/public-client.ts';
import { updateWithTraffic } from '../state/save-traffic.ts';
import { read } from '../state/state-store.ts';

/** Fetches the offers for a card. When that fails the stored ones stay; the next check reports the failure. */
export async function fetchOffers(id: CardId): Promise<void> {
  const account = await read(keys.account(id.accountId));
  const snapshot = await read(keys.snapshot(id.accountId));
  const card = snapshot?.cards.find(({ key }) => key === id.cardKey);
  const provider = await findProvider(account?.seller.providerId ?? '');
  const listing = provider?.offers;
  if (!account || !card || !listing || isRetryAfterActive(await read(keys.check(id.accountId)), Date.now())) return;
  try {
    const offers = listing.isPublic
      ? await listing.list(await publicClient(), account.seller, card)
      : await withAuthorizedClient(account, (client) => listing.list(client, account.seller, card));
    await updateWithTraffic(keys.offers(id), account, () => offers);
  } catch {
    return;
  }
}

/** Whether the list has expired by the seller's clock, or there is none yet. */
export async function areOffersStale(id: CardId): Promise<boolean> {
  const offers = await read(keys.offers(id));
  const snapshot = await read(keys.snapshot(id.accountId));
  if (!offers) return true;
  return offers.expiresAt !== null && Date.now() + (snapshot?.skewMs ?? 0) >= offers.expiresAt;
}
