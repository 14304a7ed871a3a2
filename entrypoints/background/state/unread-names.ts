import type { Key } from '../../../utils/browser/storage-keys.ts';
import { isToldOf } from '../../../utils/core/storage/unread-values.ts';

/* Which stored values could not be read, or not all of them, since this worker has started. */

const names = new Set<string>();

export function recordUnread({ name, area }: Key): void {
  if (area === 'local' && isToldOf(name)) names.add(name);
}

export function unreadNames(): string[] {
  return [...names];
}
