import type { UsageSnapshot } from '../usage/usage-snapshot.ts';
import type { Account } from './account.ts';
import { type AccountIndex, distinct, type IndexedAccount, toIndexedAccount } from './account-index.ts';

/**
 * What is stored of an account, whether it is listed or not. Null: nothing, or nothing that can be read. `orderedKeys`:
 * of the cards with orders.
 */
export type StoredAccount = {
  id: string;
  account: Account | null;
  snapshot: UsageSnapshot | null;
  orderedKeys: readonly string[];
};

/** With an entry for each account that is stored, and each of its cards; the same object where all are there. */
export function mendIndex(index: AccountIndex, stored: readonly StoredAccount[]): AccountIndex {
  const missing = stored
    .filter(({ id }) => !index.accounts.some((listed) => listed.id === id))
    .sort((a, b) => (a.account?.addedAt ?? 0) - (b.account?.addedAt ?? 0));
  const accounts = [...distinct(index.accounts, 'id'), ...missing.map(({ id }) => ({ id, name: '', cards: [] }))].map(
    (known) => {
      const found = stored.find(({ id }) => id === known.id);
      return found ? mendEntry(known, found) : known;
    },
  );
  return JSON.stringify(accounts) === JSON.stringify(index.accounts) ? index : { ...index, accounts };
}

function mendEntry(known: IndexedAccount, { account, snapshot, orderedKeys }: StoredAccount): IndexedAccount {
  const entry = account ? { ...toIndexedAccount(account, snapshot, known), id: known.id } : known;
  const listed = new Set([...entry.cards, ...(entry.gone ?? [])].map(({ key }) => key));
  const unlisted = orderedKeys.filter((key) => !listed.has(key)).map((key) => ({ key, title: '', number: null }));
  return unlisted.length > 0 ? { ...entry, gone: [...(entry.gone ?? []), ...unlisted] } : entry;
}
