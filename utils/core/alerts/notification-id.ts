import { type CardId, formatCardId, parseCardId } from '../usage/card-id.ts';
import type { AlertState } from './alert-state.ts';
import { isDatedKey } from './dated-key.ts';

/* The ids of notifications: the same message has the same id, and its id names its cards, so that it goes with them. */

const summary = 'summary';
/** The browsers' limit. */
const maxIdLength = 500;
/** Of a card's id: longer ones, of a seller with long keys, are hashed. */
const maxCardLength = 200;
/** A letter, 32 bits in base 36, and what separates it. */
const maxMemberLength = 9;

/** How a card's id stands in the id of a notification. */
export function notifiedCardText(cardIdText: string): string {
  if (cardIdText.length <= maxCardLength) return cardIdText;
  return `${cardIdText.slice(0, cardIdText.indexOf('/') + 1)}${shortHash(cardIdText)}`;
}

/**
 * The same alert has the same id, so that a crash between showing and saving cannot show it twice. What holds its
 * date needs no cycle.
 */
export function alertNotificationId(cardIdText: string, conditionKey: string, state: AlertState): string {
  return `alert:${notifiedCardText(cardIdText)}:${conditionKey}:${isDatedKey(conditionKey) ? 0 : state.cycle}`;
}

/** `changedAt`: when the order came to the state that it is about. */
export function orderNotificationId(
  cardIdText: string,
  orderId: string,
  notification: string,
  changedAt: number,
): string {
  return `order:${notifiedCardText(cardIdText)}:${orderId}:${notification}:${changedAt}`;
}

/** `card`: the one a click opens. `failingSince`: since when its account has needed the user. */
export function accountNotificationId(card: CardId, failingSince: number): string {
  return `account:${notifiedCardText(formatCardId(card))}:${failingSince}`;
}

/**
 * Of one notification in place of several; a click opens the card of the first. Whose they are is named by hashes, as
 * many as fit: more than any desktop shows.
 */
export function summaryNotificationId(ids: readonly string[]): string {
  const [first = ''] = ids;
  const id = `alert:${cardTextOf(first)}:${summary}:${shortHash(ids.join())}:`;
  const members = [...new Set(ids.map(memberOf))];
  return id + members.slice(0, Math.max(0, Math.floor((maxIdLength - id.length) / maxMemberLength))).join('.');
}

/** What notifications may be about: cards that are shown, accounts that are connected, and that need the user. */
export type NotificationSubjects = {
  cardIdTexts: readonly string[];
  accountIds: readonly string[];
  needyAccountIds: readonly string[];
};

/** Whether a notification is about something that is still there; an order's stays while its account does. */
export function isNotificationCurrent(id: string, subjects: NotificationSubjects): boolean {
  const { accountIds, needyAccountIds } = subjects;
  const cardTexts = subjects.cardIdTexts.map(notifiedCardText);
  const present = new Set([
    ...cardTexts.map((text) => memberFor('c', text)),
    ...accountIds.map((accountId) => memberFor('a', accountId)),
    ...needyAccountIds.map((accountId) => memberFor('n', accountId)),
  ]);
  const members = membersOf(id);
  switch (kindOf(id)) {
    case 'alert':
      return members === null ? cardTexts.includes(cardTextOf(id)) : members.every((member) => present.has(member));
    case 'order':
      return accountIds.includes(accountOf(id));
    case 'account':
      return needyAccountIds.includes(accountOf(id));
    default:
      return true;
  }
}

/** The card of an order's notification; null: it is about no order. */
export function orderCardOf(id: string): string | null {
  return kindOf(id) === 'order' ? cardTextOf(id) : null;
}

/** Of a summary; null: it is none. */
function membersOf(id: string): string[] | null {
  const [, , condition, , members = ''] = id.split(':');
  return condition === summary ? members.split('.') : null;
}

function kindOf(id: string): string {
  return id.split(':')[0] ?? '';
}

function cardTextOf(id: string): string {
  return id.split(':')[1] ?? '';
}

function accountOf(id: string): string {
  return parseCardId(cardTextOf(id))?.accountId ?? '';
}

/** An alert goes with its card, a need of the user once it is mended, what is about an order with the account. */
function memberOf(id: string): string {
  const kind = kindOf(id);
  if (kind === 'alert') return memberFor('c', cardTextOf(id));
  return memberFor(kind === 'account' ? 'n' : 'a', accountOf(id));
}

/** Of a card, of an account, of an account that needs the user. */
function memberFor(letter: 'c' | 'a' | 'n', text: string): string {
  return letter + shortHash(text);
}

/** FNV-1a: 32 bits are enough to tell apart the cards of one person. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
