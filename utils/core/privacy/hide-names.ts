import type { Account } from '../accounts/account.ts';
import type { AccountIndex } from '../accounts/account-index.ts';
import type { CardPreferences } from '../accounts/card-preferences.ts';
import type { UsageArchive } from '../history/usage-samples.ts';
import type { Order } from '../orders/order.ts';
import type { Stored, StoredKind } from '../storage/stored-values.ts';
import type { UsageSnapshot } from '../usage/usage-snapshot.ts';
import { hiddenText } from './hidden-text.ts';

/** A stored value without the names and numbers of cards, accounts and orders; all else of it as it is. */
export function hideNames<K extends StoredKind>(kind: K, value: Stored<K>): Stored<K> {
  if (!(kind in hiding)) return value;
  return (hiding[kind as keyof typeof hiding] as (value: unknown) => unknown)(value) as Stored<K>;
}

const hiding = {
  index: inIndex,
  preferences: inPreferences,
  account: inAccount,
  snapshot: inSnapshot,
  orders: inOrders,
  archive: inArchive,
};

/** The place of a card in the list takes the part of its number, by which lists tell cards of one title apart. */
function inIndex({ accounts, ...index }: AccountIndex): AccountIndex {
  let place = 0;
  const hidden = <T extends { key: string }>(card: T) => {
    place += 1;
    return { ...card, title: hiddenText, number: `${place}` };
  };
  return {
    ...index,
    accounts: accounts.map(({ cards, gone, ...account }) => ({
      ...account,
      name: hiddenText,
      cards: cards.map(hidden),
      ...(gone ? { gone: gone.map(hidden) } : {}),
    })),
  };
}

function inPreferences({ byCard, ...preferences }: CardPreferences): CardPreferences {
  const unnamed = Object.entries(byCard).map(([card, preference]) => [card, { ...preference, name: null }]);
  return { ...preferences, byCard: Object.fromEntries(unnamed) };
}

function inAccount(account: Account): Account {
  return { ...account, accountKey: null, seller: { ...account.seller, name: hiddenText } };
}

function inSnapshot(snapshot: UsageSnapshot): UsageSnapshot {
  const cards = snapshot.cards.map((card) => ({
    ...card,
    title: hiddenText,
    subscriberId: null,
    plans: card.plans.map((plan) => ({
      ...plan,
      name: hiddenText,
      modules: plan.modules.map((module) => ({ ...module, name: hiddenText })),
    })),
  }));
  return { ...snapshot, accountKey: null, cards };
}

function inOrders(orders: Order[]): Order[] {
  return orders.map((order) => ({ ...order, planName: hiddenText, confirmationCode: null, failureText: null }));
}

function inArchive({ changes, ...archive }: UsageArchive): UsageArchive {
  return { ...archive, changes: changes.map((change) => ({ ...change, name: change.name && hiddenText })) };
}
