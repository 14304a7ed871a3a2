import type { Key } from '../../../utils/browser/storage-keys.ts';
import { unreadTopic } from '../../../utils/core/storage/unread-topics.ts';

/* Which stored values could not be read, or not all of them, since this worker has started. */

let names = new Set<string>();

export function recordUnread({ name, area }: Key): void {
  if (area === 'local' && unreadTopic(name) !== null) names.add(name);
}

export function unreadNames(): string[] {
  return [...names];
}

export function forgetUnreadNames(isForgotten: (name: string) => boolean): void {
  names = new Set([...names].filter((name) => !isForgotten(name)));
}
