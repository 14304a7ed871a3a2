import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { indexOfGoneCards, withoutGoneCards } from '../../../utils/core/accounts/account-index.ts';
import { type ListedCard, listCards } from '../../../utils/core/accounts/card-preferences.ts';
import { type CardId, formatCardId, isSameCard } from '../../../utils/core/usage/card-id.ts';
import { listCardIds } from '../accounts/account-store.ts';
import { readPreferences } from '../state/card-overviews.ts';
import { read, readIndex, update } from '../state/state-store.ts';
import { readOrders } from './order-store.ts';

/* Cards that the seller lists no more, with orders that are followed on: left out of one answer, reissued, moved. */

export type GoneCard = { listed: ListedCard; account: Account };

export async function loadGoneCards(): Promise<GoneCard[]> {
  const gone: GoneCard[] = [];
  for (const listed of listCards(indexOfGoneCards(await readIndex()), await readPreferences())) {
    const account = await read(keys.account(listed.id.accountId));
    if (account) gone.push({ listed, account });
  }
  return gone;
}

export async function isGone(card: CardId): Promise<boolean> {
  return listCardIds(indexOfGoneCards(await readIndex())).some((one) => isSameCard(one, card));
}

/** Forgets those without orders. For the start of the browser, when no purchase can be under way. */
export async function forgetGoneCards(): Promise<void> {
  const gone = listCardIds(indexOfGoneCards(await readIndex()));
  if (gone.length === 0) return;
  const needed = new Set<string>();
  for (const card of gone) if ((await readOrders(card)).length > 0) needed.add(formatCardId(card));
  await update(keys.index, (index) => index && withoutGoneCards(index, (card) => needed.has(formatCardId(card))));
}
