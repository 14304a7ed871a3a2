import { type Key, shownValue } from '../../utils/browser/storage-keys.ts';
import { parseStored, type Stored, type StoredKind } from '../../utils/core/storage/stored-values.ts';

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
