import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { type AccountIndex, emptyIndex } from '../../../utils/core/accounts/account-index.ts';
import { withoutAccount } from '../../../utils/core/accounts/card-preferences.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { read, readIndex, removeAllOf, update } from '../state/state-store.ts';

/** Adds an account and its cards to the index, or replaces its entry. `snapshot` null: its cards are not known yet. */
export async function upsertIndexEntry(account: Account, snapshot: UsageSnapshot | null): Promise<void> {
  await update(keys.index, (saved) => {
    const index = saved ?? emptyIndex;
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

/** The popup that is opened next shows this card. */
export async function requestCard(card: CardId): Promise<void> {
  const at = Date.now();
  await update(keys.index, (index) => (index ? { ...index, requested: { card, at } } : index));
}

/**
 * The account this snapshot is of, if it was added before: same seller, same account key (without one: a common card).
 */
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

/** Deletes everything stored of an account. */
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
