import { parseStored, type Stored, type StoredKind } from '../core/storage/stored-values.ts';
import { type CardId, formatCardId } from '../core/usage/card-id.ts';
import type { Area } from './storage.ts';

/** The name of a stored value, the storage area it lies in, and which schema it has. */
export type Key<K extends StoredKind = StoredKind> = { kind: K; name: string; area: Area };

function key<K extends StoredKind>(kind: K, name: string, area: Area = 'local'): Key<K> {
  return { kind, name, area };
}

/* Everything that Gigabar stores. Only the background writes. */
export const keys = {
  /** All accounts with the names of their cards, and which card is shown. */
  index: key('index', 'index'),
  /** What the user chose on the settings page. */
  settings: key('settings', 'settings'),
  /** One account: its seller as discovered, when it was added. */
  account: (id: string) => key('account', `account:${id}`),
  /** Its refresh or card token. Read by the background alone. */
  credentials: (id: string) => key('credentials', `credentials:${id}`),
  /** Its short-lived access token. */
  access: (id: string) => key('access', `access:${id}`, 'session'),
  /** The last good usage snapshot of its cards. */
  snapshot: (id: string) => key('snapshot', `reading:${id}`),
  /** Its schedule: what failed since when, and when the next check is. */
  check: (id: string) => key('check', `check:${id}`),
  /** The plans on sale for one card. */
  offers: (card: CardId) => key('offers', `offers:${formatCardId(card)}`),
  /** The orders of one card, newest first. */
  orders: (card: CardId) => key('orders', `orders:${formatCardId(card)}`),
  /** The alerts sent for one card, what they were decided on, and its snooze. */
  alerts: (card: CardId) => key('alerts', `alerts:${formatCardId(card)}`),
  /** The usage of one card in the last weeks: what the forecast needs. */
  samples: (card: CardId) => key('samples', `samples:${formatCardId(card)}`),
  /** Its older days, and its other balance changes. Read by the history page, never by the popup. */
  archive: (card: CardId) => key('archive', `archive:${formatCardId(card)}`),
  /** The user's names, order and alert rules for cards, and the one pinned to the badge. */
  preferences: key('preferences', 'cards'),
  /** What the one alarm is set for. */
  alarmPlan: key('alarmPlan', 'wake'),
  /** Sign-outs the sellers have not confirmed yet. */
  revocations: key('revocations', 'revocations'),
  /** Which tab shows the checkout of which order. */
  checkoutTabs: key('checkoutTabs', 'checkout-tabs', 'session'),
  /** The sign-in under way: what its page must come back with. */
  signInAttempt: key('signInAttempt', 'sign-in', 'session'),
};

/** The value of `key` among values that were read together; null if it is missing or invalid. */
export function storedValue<K extends StoredKind>(
  values: Record<string, unknown>,
  { kind, name }: Key<K>,
): Stored<K> | null {
  return parseStored(kind, values[name]);
}
