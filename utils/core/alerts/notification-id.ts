import type { AlertState } from './alert-state.ts';
import { isChargeKey } from './charge-key.ts';

/* The ids of notifications: the same message has the same id, and its id names its cards, so that it goes with them. */

/** The browsers' limit. */
const maxIdLength = 500;
/** Of 32 bits in base 36, with what separates it. */
const maxHashLength = 8;

/**
 * The same alert has the same id, so that a crash between showing and saving cannot show it twice. A charge needs no
 * cycle: its key holds its time.
 */
export function alertNotificationId(cardIdText: string, conditionKey: string, state: AlertState): string {
  return `alert:${cardIdText}:${conditionKey}:${isChargeKey(conditionKey) ? 0 : state.cycle}`;
}

/**
 * Of one notification for several cards; a click opens the first. The others are named by their hashes, as many as fit:
 * more than any desktop shows.
 */
export function summaryNotificationId([first = '', ...others]: readonly string[], state: AlertState): string {
  const id = `${alertNotificationId(first, 'summary', state)}:`;
  const hashes = others.map(shortHash).slice(0, Math.max(0, Math.floor((maxIdLength - id.length) / maxHashLength)));
  return `${id}${hashes.join('.')}`;
}

/** `changedAt`: when the order came to the state that it is about. */
export function orderNotificationId(
  cardIdText: string,
  orderId: string,
  notification: string,
  changedAt: number,
): string {
  return `order:${cardIdText}:${orderId}:${notification}:${changedAt}`;
}

/** Whether all cards that an alert names are among `cardIdTexts`; true for other notifications. */
export function isAlertAboutOnly(id: string, cardIdTexts: readonly string[]): boolean {
  const [kind, first = '', condition, , others = ''] = id.split(':');
  if (kind !== 'alert') return true;
  const hashes = condition === 'summary' && others !== '' ? others.split('.') : [];
  return cardIdTexts.includes(first) && hashes.every((hash) => cardIdTexts.some((text) => shortHash(text) === hash));
}

/** The card that an order's notification is about; null: it is about no order. */
export function orderCardOf(id: string): string | null {
  const [kind, card = ''] = id.split(':');
  return kind === 'order' ? card : null;
}

/** FNV-1a: 32 bits are enough to tell apart the cards of one person. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
