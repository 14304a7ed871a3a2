import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import type { AccountIndex } from '../../../utils/core/accounts/account-index.ts';
import { withoutAccount } from '../../../utils/core/accounts/card-preferences.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { read, readIndex, removeAllOf, update } from '../state/store.ts';

/** Lists an account and its cards, in place if it is listed already. */
export async function upsertIndexEntry(account: Account, snapshot: UsageSnapshot | null): Promise<void> {
  await update(keys.index, (saved) => {
    const index = saved ?? { accounts: [], shown: null, requested: null };
    const known = index.accounts.find(({ id }) => id === account.id);
    const cards =
      snapshot?.cards.map(({ key, title, subscriberId: number }) => ({ key, title, number })) ?? known?.cards ?? [];
    const { name, signIn, cardToken } = account.seller;
    const entry = { id: account.id, name, ...(signIn || cardToken ? {} : { hasSignIn: false }), cards };
    if (JSON.stringify(known) === JSON.stringify(entry)) return index;
    const accounts = known
      ? index.accounts.map((listed) => (listed.id === account.id ? entry : listed))
      : [...index.accounts, entry];
    return { ...index, accounts };
  });
}

/** The popup that opens next is about this card. */
export async function requestCard(card: CardId): Promise<void> {
  const at = Date.now();
  await update(keys.index, (index) => (index ? { ...index, requested: { card, at } } : index));
}

/** The listed account this reading belongs to: same seller, same account key (or, without one, a card in common). */
export async function findDuplicateAccount(account: Account, snapshot: UsageSnapshot): Promise<Account | null> {
  const index = await readIndex();
  for (const { id, cards } of index.accounts) {
    const other = id === account.id ? null : await read(keys.account(id));
    if (!other || other.seller.origin !== account.seller.origin) continue;
    const isSame =
      snapshot.accountKey !== null || other.accountKey !== null
        ? snapshot.accountKey === other.accountKey
        : cards.some(({ key }) => snapshot.cards.some((card) => card.key === key));
    if (isSame) return other;
  }
  return null;
}

/** Removes everything saved of an account, at once. */
export async function deleteAccount(accountId: string): Promise<void> {
  await update(keys.index, (index) => {
    if (!index) return index;
    const shown = index.shown?.accountId === accountId ? null : index.shown;
    const requested = index.requested?.card.accountId === accountId ? null : index.requested;
    return { accounts: index.accounts.filter(({ id }) => id !== accountId), shown, requested };
  });
  await update(keys.preferences, (preferences) => preferences && withoutAccount(preferences, accountId));
  await removeAllOf(accountId);
}

export function listCardIds(index: AccountIndex, accountId?: string): CardId[] {
  return index.accounts
    .filter(({ id }) => accountId === undefined || id === accountId)
    .flatMap(({ id, cards }) => cards.map(({ key }) => ({ accountId: id, cardKey: key })));
}
