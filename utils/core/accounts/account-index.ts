import { type CardId, formatCardId, isSameCard } from '../usage/card-id.ts';
import type { UsageSnapshot } from '../usage/usage-snapshot.ts';
import type { ByteUnit } from '../values/bytes.ts';
import type { Account } from './account.ts';
import type { CardJudgement } from './card-judgement.ts';

/**
 * `number`: as masked by the seller; distinguishes cards with the same title. Null or absent: not given. `judged` absent:
 * not judged yet.
 */
type IndexedCard = { key: string; title: string; number?: string | null; judged?: CardJudgement };

/**
 * `origin`, `byteUnit`: of the seller. `hasSignIn` false: connected by form values alone, so there is no session to end.
 * `isReadByPress`: its page is read only when the user presses. `gone`: cards the seller lists no more; their orders are
 * followed and shown on. Absent: not known (older data), true, false, none.
 */
export type IndexedAccount = {
  id: string;
  name: string;
  origin?: string;
  byteUnit?: ByteUnit;
  hasSignIn?: boolean;
  isReadByPress?: boolean;
  cards: IndexedCard[];
  gone?: IndexedCard[];
};

/**
 * All accounts and their cards in the sellers' order. `shown`: the card the toolbar was last updated for, so that the
 * popup opens on the card whose badge was clicked. `requested`: the card of a clicked alert, for the popup that opens
 * next; `at` is our clock.
 */
export type AccountIndex = {
  accounts: IndexedAccount[];
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
export function distinct<K extends string, T extends Record<K, string>>(entries: readonly T[], name: K): T[] {
  const byName = new Map<string, T>();
  for (const entry of entries) if (!byName.has(entry[name])) byName.set(entry[name], entry);
  return [...byName.values()];
}

/** The entry of an account; `snapshot` null: its cards are not known yet, and stay as they were. */
export function toIndexedAccount(
  account: Account,
  snapshot: UsageSnapshot | null,
  known: IndexedAccount | null,
): IndexedAccount {
  const judgements = new Map(known?.cards.map(({ key, judged }) => [key, judged]));
  const listed = snapshot?.cards.map(({ key, title, subscriberId: number }) => {
    const judged = judgements.get(key);
    return { key, title, number, ...(judged ? { judged } : {}) };
  });
  const cards = distinct(listed ?? known?.cards ?? [], 'key');
  const present = new Set(cards.map(({ key }) => key));
  const left = (known?.cards ?? []).map(({ judged: _, ...card }) => card);
  const gone = [...left, ...(known?.gone ?? [])].filter(({ key }) => !present.has(key));
  const { name, origin, byteUnit, signIn, cardToken, page } = account.seller;
  return {
    ...{ id: account.id, name, origin, byteUnit },
    ...(signIn || cardToken ? {} : { hasSignIn: false }),
    ...(page && !page.isKeptUpToDate ? { isReadByPress: true } : {}),
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
 * With what was judged of cards, by the texts of `formatCardId`, and with the card the toolbar shows; the same object
 * where that is there already.
 */
export function withJudgements(
  index: AccountIndex,
  judgements: ReadonlyMap<string, CardJudgement>,
  shown: CardId | null,
): AccountIndex {
  const judge = (accountId: string, card: IndexedCard): IndexedCard => {
    const judged = judgements.get(formatCardId({ accountId, cardKey: card.key }));
    return judged && JSON.stringify(judged) !== JSON.stringify(card.judged) ? { ...card, judged } : card;
  };
  const accounts = index.accounts.map((account) => {
    const cards = account.cards.map((card) => judge(account.id, card));
    return cards.every((card, at) => card === account.cards[at]) ? account : { ...account, cards };
  });
  const isUnchanged = accounts.every((account, at) => account === index.accounts[at]);
  if (isUnchanged && isSameCard(index.shown, shown)) return index;
  return { ...index, accounts, shown };
}
