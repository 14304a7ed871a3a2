import { keys } from '../../../utils/browser/storage-keys.ts';
import { withUnreadNames } from '../../../utils/core/storage/unread-values.ts';
import { update } from './state-store.ts';
import { unreadNames } from './unread-names.ts';

/** Stores which values could not be read since, so that the pages tell the user. */
export async function saveUnreadNames(): Promise<void> {
  const names = unreadNames();
  if (names.length === 0) return;
  await update(keys.unread, (known) => {
    const all = withUnreadNames(known ?? [], names, Date.now());
    return all.length > 0 ? all : null;
  });
}

export async function dismissUnread(): Promise<void> {
  await update(keys.unread, (known) => known?.map((value) => ({ ...value, isDismissed: true })) ?? null);
}
