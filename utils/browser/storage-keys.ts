import type { Stored, StoredKind } from '../core/storage/schemas.ts';
import { type CardId, cardIdText } from '../core/usage/card-id.ts';
import type { Area } from './storage.ts';

/** A saved value's name, where it lies, and members it cannot lack (the popup's light check; the background has schemas). */
export type Key<K extends StoredKind = StoredKind> = { kind: K; name: string; area: Area; members: string[] };

function key<K extends StoredKind>(kind: K, name: string, members: string[] = [], area: Area = 'local'): Key<K> {
  return { kind, name, area, members };
}

/* Everything Gigabar keeps. Only the background writes. */
export const keys = {
  /** All accounts with the names of their cards, and which card is shown. */
  index: key('index', 'index', ['accounts']),
  /** What the person chose on the settings page. */
  settings: key('settings', 'settings', ['thresholds']),
  /** One account: its seller as discovered, when it was added. */
  account: (id: string) => key('account', `account:${id}`, ['seller']),
  /** Its refresh or card token. Read by the background alone. */
  credentials: (id: string) => key('credentials', `credentials:${id}`, ['token']),
  /** Its short-lived access token. */
  access: (id: string) => key('access', `access:${id}`, ['token'], 'session'),
  /** The last good answer about its cards. */
  reading: (id: string) => key('reading', `reading:${id}`, ['cards', 'checkedAt']),
  /** How checking it goes: what failed since when, and when is next. */
  check: (id: string) => key('check', `check:${id}`, ['nextCheckAt']),
  /** The plans on sale for one card. */
  offers: (card: CardId) => key('offers', `offers:${cardIdText(card)}`, ['offers']),
  /** The orders of one card, newest first. */
  orders: (card: CardId) => key('orders', `orders:${cardIdText(card)}`),
  /** What was said of one card in this cycle, and whether it is to be quiet. */
  alerts: (card: CardId) => key('alerts', `alerts:${cardIdText(card)}`, ['sent']),
  /** How one card was used in the last weeks: what the forecast needs. */
  samples: (card: CardId) => key('samples', `samples:${cardIdText(card)}`, ['stretches']),
  /** Its older days, and what else happened to it. Read by the history page, never by the popup. */
  archive: (card: CardId) => key('archive', `archive:${cardIdText(card)}`, ['changes']),
  /** The person's names, order and rules for cards, and the one pinned to the badge. */
  book: key('book', 'cards', ['choices']),
  /** What the one alarm is set for. */
  wake: key('wake', 'wake', ['at']),
  /** Sign-outs the sellers have not heard of yet. */
  revocations: key('revocations', 'revocations'),
  /** Which tab shows which order's checkout. */
  tabs: key('tabs', 'checkout-tabs', [], 'session'),
  /** The sign-in under way: what its page must come back with. */
  attempt: key('attempt', 'sign-in', ['state'], 'session'),
};

/** The value under `key` among values read, if it has the members it cannot lack. */
export function storedValue<K extends StoredKind>(
  values: Record<string, unknown>,
  { name, members }: Key<K>,
): Stored<K> | null {
  const value = values[name];
  if (typeof value !== 'object' || value === null) return null;
  return members.every((member) => member in value) ? (value as Stored<K>) : null;
}
