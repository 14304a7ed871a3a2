import { type Key, keys } from '../../utils/browser/storage-keys.ts';
import { parseStored, type Stored, type StoredKind } from '../../utils/core/storage/stored-values.ts';
import { withAnswerTimes } from '../../utils/core/usage/answer-times.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { shownValue } from './stored-reader.ts';

/**
 * The value of `key` among values that were read together, for a page; null if it is missing or invalid. In privacy mode
 * it has no names.
 */
export function storedValue<K extends StoredKind>(
  values: Record<string, unknown>,
  { kind, name }: Key<K>,
): Stored<K> | null {
  const value = parseStored(kind, values[name]);
  return value === null ? null : shownValue(kind, value);
}

/** An account's snapshot, with the times of the last answer that showed the same: its check was read along with it. */
export function storedSnapshot(values: Record<string, unknown>, accountId: string): UsageSnapshot | null {
  const snapshot = storedValue(values, keys.snapshot(accountId));
  return snapshot && withAnswerTimes(snapshot, storedValue(values, keys.check(accountId))?.unchanged ?? null);
}
