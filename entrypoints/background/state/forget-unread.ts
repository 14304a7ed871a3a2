import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import { getRaw, parsedOnce, writeRaw } from './raw-values.ts';
import { forgetUnreadNames } from './unread-names.ts';
import { toWritten } from './written-values.ts';

/** Values that several accounts share, in parts. */
const shared = [keys.index, keys.preferences, keys.checkoutTabs] as const;

/**
 * What could not be read of deleted accounts goes with them: out of the values they share with others, and what was set
 * aside of those. Needs the queue of the store.
 */
export async function forgetUnread(accountIds: readonly string[]): Promise<void> {
  const isOfThem = (value: unknown) => {
    const text = JSON.stringify(value) ?? '';
    return accountIds.some((id) => text.includes(id));
  };
  forgetUnreadNames(isOfThem);
  const all = [...shared, keys.aside(keys.preferences), keys.unread];
  const raw = await getRaw(all);
  const parsed = parsedOnce(raw);
  const changed = all.filter((key) => isOfThem(raw.get(key.name)));
  await writeRaw(
    changed.map((key: Key) => {
      const { value, unread } = parsed(key);
      if (value === null) return [key, undefined];
      const others = Array.isArray(value) ? value.filter((entry) => !isOfThem(entry)) : value;
      const left = unread.filter((part) => !isOfThem(part));
      return [key, toWritten(key, others as never, left)];
    }),
  );
}
