import { type CardId, isSameCard } from '../usage/card-id.ts';
import type { UsageSnapshot } from '../usage/usage-snapshot.ts';
import type { Account } from './account.ts';

/** `number`: as masked by the seller; distinguishes cards with the same title. Null or absent: not given. */
type IndexedCard = { key: string; title: string; number?: string | null };
type IndexedAccount = AccountIndex['accounts'][number];

/**
 * All accounts and their cards in the sellers' order. `shown`: the card the toolbar was last updated for, so that the
 * popup opens on the card whose badge was clicked. `requested`: the card of a clicked alert, for the popup that opens
 * next; `at` is our clock.
 */
export type AccountIndex = {
  /**
   * `hasSignIn` false: connected by form values alone, so there is no session to end. Absent (older data): true.
   * `gone`: cards the seller lists no more; their orders are followed and shown on. Absent: none.
   */
  accounts: { id: string; name: string; hasSignIn?: boolean; cards: IndexedCard[]; gone?: IndexedCard[] }[];
  shown: CardId | null;
  requested: { card: CardId; at: number } | null;
};

/** Before anything was connected. */
export const emptyIndex: AccountIndex = { accounts: [], shown: null, requested: null };

/** Without some accounts, their cards and what points at them. */
export function withoutAccounts({ accounts, shown, requested }: AccountIndex, ids: readonly string[]): AccountIndex {
  const isGone = (card: CardId | undefined) => card !== undefined && ids.includes(card.accountId);
  return {
    accounts: accounts.filter(({ id }) => !ids.includes(id)),
    shown: isGone(shown ?? undefined) ? null : shown,
    requested: isGone(requested?.card) ? null : requested,
  };
}

/** The first of each. */
function distinct<K extends string, T extends Record<K, string>>(entries: readonly T[], name: K): T[] {
  const byName = new Map<string, T>();
  for (const entry of entries) if (!byName.has(entry[name])) byName.set(entry[name], entry);
  return [...byName.values()];
}

/** The entry of an account; `snapshot` null: its cards are not known yet, and stay as they were. */
function toIndexedAccount(
  account: Account,
  snapshot: UsageSnapshot | null,
  known: IndexedAccount | null,
): IndexedAccount {
  const listed = snapshot?.cards.map(({ key, title, subscriberId: number }) => ({ key, title, number }));
  const cards = distinct(listed ?? known?.cards ?? [], 'key');
  const present = new Set(cards.map(({ key }) => key));
  const gone = [...(known?.cards ?? []), ...(known?.gone ?? [])].filter(({ key }) => !present.has(key));
  const { name, signIn, cardToken } = account.seller;
  return {
    id: account.id,
    name,
    ...(signIn || cardToken ? {} : { hasSignIn: false }),
    cards,
    ...(gone.length > 0 ? { gone } : {}),
  };
}

/** With the gone cards in place of the listed ones. */
export function indexOfGoneCards(index: AccountIndex): AccountIndex {
  return { ...index, accounts: index.accounts.map(({ gone = [], ...account }) => ({ ...account, cards: gone })) };
}

/** Without the gone cards for which `isNeeded` is false. */
export function withoutGoneCards(index: AccountIndex, isNeeded: (card: CardId) => boolean): AccountIndex {
  const accounts = index.accounts.map(({ gone = [], ...account }) => {
    const left = gone.filter(({ key }) => isNeeded({ accountId: account.id, cardKey: key }));
    return left.length > 0 ? { ...account, gone: left } : account;
  });
  return { ...index, accounts };
}

/** More than an account ever has by reissues and moves. */
const maxGone = 50;

/** Whether an account has so many gone cards that they weigh down every reading of the index. */
export function hasManyGoneCards({ accounts }: AccountIndex): boolean {
  return accounts.some(({ gone = [] }) => gone.length > 2 * maxGone);
}

/**
 * Cards that their seller lists no more and that nothing needs, but for the latest of each account: a seller that names
 * its cards anew in each answer would fill the storage of all. `stored`: cards of which something is stored.
 */
export function surplusCards(
  index: AccountIndex,
  stored: readonly CardId[],
  isNeeded: (card: CardId) => boolean,
): CardId[] {
  const byAccount = Map.groupBy(stored, ({ accountId }) => accountId);
  return index.accounts.flatMap(({ id: accountId, cards, gone = [] }) => {
    const listed = new Set(cards.map(({ key }) => key));
    const known = [...gone.map(({ key }) => key), ...(byAccount.get(accountId) ?? []).map(({ cardKey }) => cardKey)];
    const unlisted = [...new Set(known)].filter((key) => !listed.has(key)).map((cardKey) => ({ accountId, cardKey }));
    return unlisted.filter((card) => !isNeeded(card)).slice(maxGone);
  });
}

const requestedForMs = 60_000;

/**
 * The card to open on: that of a recently clicked alert, else the toolbar's, else the first; null without cards. Our
 * clock.
 */
export function initialCard(index: AccountIndex, now: number): CardId | null {
  const all = index.accounts.flatMap(({ id, cards }) => cards.map(({ key }) => ({ accountId: id, cardKey: key })));
  const requested =
    index.requested && Math.abs(now - index.requested.at) < requestedForMs ? index.requested.card : null;
  const find = (id: CardId | null) => all.find((card) => isSameCard(card, id));
  return find(requested) ?? find(index.shown) ?? all[0] ?? null;
}

/** With the entry of an account and its cards, added or replaced; the same object where it is there already. */
export function withIndexedAccount(
  index: AccountIndex,
  account: Account,
  snapshot: UsageSnapshot | null,
): AccountIndex {
  const known = index.accounts.find(({ id }) => id === account.id);
  const entry = toIndexedAccount(account, snapshot, known ?? null);
  if (JSON.stringify(known) === JSON.stringify(entry)) return index;
  const accounts = known
    ? index.accounts.map((listed) => (listed.id === account.id ? entry : listed))
    : [...index.accounts, entry];
  return { ...index, accounts };
}

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
