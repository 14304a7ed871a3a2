import type { StoredKind } from '../core/storage/stored-values.ts';
import { type CardId, formatCardId } from '../core/usage/card-id.ts';
import type { Area } from './storage.ts';

/**
 * The name of a stored value, the storage area it lies in, and which schema it has. `accountId`: whose value it is,
 * and without whom it cannot be written; null: of no account.
 */
export type Key<K extends StoredKind = StoredKind> = { kind: K; name: string; area: Area; accountId: string | null };

function key<K extends StoredKind>(kind: K, name: string, area: Area = 'local'): Key<K> {
  return { kind, name, area, accountId: null };
}

function accountKey<K extends StoredKind>(kind: K, name: string, accountId: string, area: Area = 'local'): Key<K> {
  return { kind, name: `${name}:${accountId}`, area, accountId };
}

function cardKey<K extends StoredKind>(kind: K, card: CardId): Key<K> {
  return { kind, name: `${kind}:${formatCardId(card)}`, area: 'local', accountId: card.accountId };
}

/* Everything that Gigabar stores. Only the background writes. */
export const keys = {
  /** All accounts with the names of their cards and how each was last judged, and which card is shown. */
  index: key('index', 'index'),
  /** What the user chose on the settings page. */
  settings: key('settings', 'settings'),
  /** The messages of the language chosen there. Nothing while that of the browser is. */
  language: key('chosenLanguage', 'language'),
  /** One account: its seller as discovered, when it was added. */
  account: (id: string) => accountKey('account', 'account', id),
  /** Its refresh or card token. Read by the background alone. */
  credentials: (id: string) => accountKey('credentials', 'credentials', id),
  /** Its short-lived access token. */
  access: (id: string) => accountKey('access', 'access', id, 'session'),
  /** The last good usage snapshot of its cards. */
  snapshot: (id: string) => accountKey('snapshot', 'reading', id),
  /** Its schedule: what failed since when, and when the next check is. */
  check: (id: string) => accountKey('check', 'check', id),
  /** How its page is read, where its seller has nothing but a page. */
  recipe: (id: string) => accountKey('recipe', 'recipe', id),
  /** What readings of that page may take of a day's data, what they took, and how they went. */
  pageReads: (id: string) => accountKey('pageReads', 'page-reads', id),
  /** The plans on sale for one card. */
  offers: (card: CardId) => cardKey('offers', card),
  /** The orders of one card, newest first. */
  orders: (card: CardId) => cardKey('orders', card),
  /** The alerts sent for one card, what they were decided on, and its snooze. */
  alerts: (card: CardId) => cardKey('alerts', card),
  /** The usage of one card in the last weeks: what the forecast needs. */
  samples: (card: CardId) => cardKey('samples', card),
  /** Its older days, and its other balance changes. Read by the history page, never by the popup. */
  archive: (card: CardId) => cardKey('archive', card),
  /** The user's names, order and alert rules for cards, and the one pinned to the badge. */
  preferences: key('preferences', 'cards'),
  /** What of this follows the user to their other browsers, and what was last seen there. */
  synced: key('synced', 'synced'),
  /** What the one alarm is set for. After a start of the browser it is planned anew. */
  alarmPlan: key('alarmPlan', 'wake', 'session'),
  /** What toolbar and menu were last told to show, which the browser keeps showing while no worker runs. */
  painted: key('painted', 'painted', 'session'),
  /** What the popup shows before its scripts are loaded. */
  firstScreen: key('firstScreen', 'first-screen', 'session'),
  /** Sign-outs the sellers have not confirmed yet. */
  revocations: key('revocations', 'revocations'),
  /** What could not be read under another name, before something else was stored there. */
  aside: ({ name, accountId }: Key): Key<'asides'> => ({
    kind: 'asides',
    name: `aside:${name}`,
    area: 'local',
    accountId,
  }),
  /** Which values could not be read, or not all of them: told to the user once. */
  unread: key('unreadValues', 'unread'),
  /** Which tab shows the checkout of which order: outlives a reload of the extension, not the browser. */
  checkoutTabs: key('checkoutTabs', 'checkout-tabs'),
  /** Sellers as they were found at typed addresses: what a page shows is what it connects. */
  foundSellers: key('foundSellers', 'found-sellers', 'session'),
  /** What was picked on a page, until it is saved: the one draft there is. */
  pageDraft: key('pageDraft', 'page-draft', 'session'),
  /** In which tab something is being pointed at, and for which account. */
  picking: key('picking', 'picking', 'session'),
  /** The tab that was opened to read a page in. */
  readingTab: key('readingTab', 'reading-tab', 'session'),
  /** What the user did last and may take back, until they do something else or a minute is over. */
  undoable: key('undoable', 'undo', 'session'),
  /** The sign-in under way: what its page must come back with. */
  signInAttempt: key('signInAttempt', 'sign-in', 'session'),
};

/** What other versions have stored on the disk and this one has not. */
export const formerNames = ['wake'];
