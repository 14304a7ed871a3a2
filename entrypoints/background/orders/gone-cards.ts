import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { indexOfGoneCards, withoutGoneCards } from '../../../utils/core/accounts/account-index.ts';
import { defaultPreferences, type ListedCard, listCards } from '../../../utils/core/accounts/card-preferences.ts';
import { type CardId, formatCardId, isSameCard } from '../../../utils/core/usage/card-id.ts';
import { listCardIds } from '../accounts/account-store.ts';
import { read, readAll, readIndex, update } from '../state/state-store.ts';
import { readOrdersOf } from './stored-orders.ts';

/* Cards that the seller lists no more, with orders that are followed on: left out of one answer, reissued, moved. */

export type GoneCard = { listed: ListedCard; account: Account };

export async function loadGoneCards(): Promise<GoneCard[]> {
  const index = await readIndex();
  if (!index.accounts.some(({ gone }) => gone)) return [];
  const values = await readAll([keys.preferences, ...index.accounts.map(({ id }) => keys.account(id))]);
  return listCards(indexOfGoneCards(index), values(keys.preferences) ?? defaultPreferences).flatMap((listed) => {
    const account = values(keys.account(listed.id.accountId));
    return account ? [{ listed, account }] : [];
  });
}

export async function isGone(card: CardId): Promise<boolean> {
  return listCardIds(indexOfGoneCards(await readIndex())).some((one) => isSameCard(one, card));
}

/**
 * Forgets those without orders, but for the pinned one, which the user is to hear of. For the start of the browser, when
 * no purchase can be under way.
 */
export async function forgetGoneCards(): Promise<void> {
  const gone = listCardIds(indexOfGoneCards(await readIndex()));
  if (gone.length === 0) return;
  const { pinned } = (await read(keys.preferences)) ?? defaultPreferences;
  const needed = new Set([...(await readOrdersOf(gone)).map(({ card }) => formatCardId(card)), pinned]);
  await update(keys.index, (index) => index && withoutGoneCards(index, (card) => needed.has(formatCardId(card))));
}
