import { isPrivacyMode } from '../../utils/browser/i18n.ts';
import type { Key } from '../../utils/browser/storage-keys.ts';
import { hideNames } from '../../utils/core/privacy/hide-names.ts';
import type { Stored, StoredKind } from '../../utils/core/storage/stored-values.ts';

/** A value among those that were read together; null: there is none. */
export type ValueAt = <K extends StoredKind>(key: Key<K>) => Stored<K> | null;

/** Reads some values in one go. */
export type StoredReader = (keys: readonly Key[]) => Promise<ValueAt>;

/** A stored value as a page may show it: in privacy mode without names. */
export function shownValue<K extends StoredKind>(kind: K, value: Stored<K>): Stored<K> {
  return isPrivacyMode() ? hideNames(kind, value) : value;
}
