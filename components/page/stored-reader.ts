import type { Key } from '../../utils/browser/storage-keys.ts';
import type { Stored, StoredKind } from '../../utils/core/storage/stored-values.ts';

/** A value among those that were read together; null: there is none. */
export type ValueAt = <K extends StoredKind>(key: Key<K>) => Stored<K> | null;

/** Reads some values in one go. */
export type StoredReader = (keys: readonly Key[]) => Promise<ValueAt>;
