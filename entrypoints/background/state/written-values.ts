import type { Key } from '../../../utils/browser/storage-keys.ts';
import type { UnreadPart } from '../../../utils/core/storage/read-parts.ts';
import {
  type ReadValue,
  readStored,
  type Stored,
  type StoredKind,
  toStored,
} from '../../../utils/core/storage/stored-values.ts';
import { asWritten } from '../../../utils/core/storage/versions.ts';

/* What is stored as a text is large, or there are many, and a check reads it several times: each is parsed once. */

const known = new Map<string, { text: string; read: ReadValue<StoredKind> }>();

/** What can be read of a stored value; the same object as the last time, where the same text is stored. */
export function readWritten<K extends StoredKind>({ kind, name }: Key<K>, saved: unknown): ReadValue<K> {
  if (typeof saved !== 'string') return readStored(kind, saved);
  const last = known.get(name);
  if (last?.text === saved) return last.read as unknown as ReadValue<K>;
  const read = readStored(kind, saved);
  known.set(name, { text: saved, read: read as unknown as ReadValue<StoredKind> });
  return read;
}

/** As it is written: see `toStored`. */
export function toWritten<K extends StoredKind>(
  { kind, name }: Key<K>,
  value: Stored<K>,
  unread: readonly UnreadPart[] = [],
): unknown {
  const written = asWritten(kind, toStored(kind, value, unread));
  if (typeof written !== 'string') return written;
  const read = { value, isUnreadable: false, unread: [] } as unknown as ReadValue<StoredKind>;
  if (unread.length > 0) known.delete(name);
  else known.set(name, { text: written, read });
  return written;
}

/** What is removed is not kept here either. */
export function forgetWritten(names: readonly string[]): void {
  for (const name of names) known.delete(name);
}
