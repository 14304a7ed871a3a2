import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { type AccountIndex, emptyIndex, withIndexedAccount } from '../../../utils/core/accounts/account-index.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { oneAtATime } from '../state/one-at-a-time.ts';
import { forgetFirstScreen } from '../state/raw-values.ts';
import { read, readIndex, update } from '../state/state-store.ts';

/**
 * Adds an account and its cards to the index, or replaces its entry, unless it was deleted or connected anew meanwhile.
 * `snapshot` null: its cards are not known yet.
 */
export async function upsertIndexEntry(account: Account, snapshot: UsageSnapshot | null): Promise<void> {
  const change = (saved: AccountIndex | null) => withIndexedAccount(saved ?? emptyIndex, account, snapshot);
  await update(keys.index, change, account);
}

/** The popup that is opened next shows this card. */
export async function requestCard(card: CardId): Promise<void> {
  const at = Date.now();
  const change = (index: AccountIndex | null) => index && { ...index, requested: { card, at } };
  await forgetFirstScreen();
  await update(keys.index, change, { id: card.accountId });
  // One may have been made in between.
  await forgetFirstScreen();
}

/** For what looks for a duplicate and saves by that: two at once would not find each other. */
export const distinguishAccounts = oneAtATime();

/**
 * The account this snapshot is of, if it was added before: same seller, same account key (without one: a common card).
 */
export async function findDuplicateAccount(account: Account, snapshot: UsageSnapshot): Promise<Account | null> {
  const index = await readIndex();
  const keysNow = new Set(snapshot.cards.map(({ key }) => key));
  for (const { id, cards } of index.accounts) {
    const other = id === account.id ? null : await read(keys.account(id));
    if (!other || other.seller.origin !== account.seller.origin) continue;
    const isSame =
      snapshot.accountKey !== null || other.accountKey !== null
        ? snapshot.accountKey === other.accountKey
        : cards.some(({ key }) => keysNow.has(key));
    if (isSame) return other;
  }
  return null;
}

/** All cards that may have orders: those the seller lists, and those it lists no more. */
export function listCardIds(index: AccountIndex): CardId[] {
  return index.accounts.flatMap(({ id, cards, gone = [] }) =>
    [...cards, ...gone].map(({ key }) => ({ accountId: id, cardKey: key })),
  );
}
