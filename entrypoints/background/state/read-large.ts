import type { Key } from '../../../utils/browser/storage-keys.ts';
import { type ReadValue, readStored, type StoredKind } from '../../../utils/core/storage/stored-values.ts';

/** Of all cards at once, and read many times in a check: to compare the text takes a tenth of parsing it anew. */
const largeKinds: readonly StoredKind[] = ['index', 'snapshot'];

const lastRead = new Map<string, { text: string | undefined; read: ReadValue<StoredKind> }>();

/** What can be read of a stored value; the same object as the last time, where the same is stored and it is large. */
export function readLarge<K extends StoredKind>({ kind, name }: Key<K>, saved: unknown): ReadValue<K> {
  if (!largeKinds.includes(kind)) return readStored(kind, saved);
  const text = JSON.stringify(saved);
  const last = lastRead.get(name);
  if (last && last.text === text) return last.read as unknown as ReadValue<K>;
  const read = readStored(kind, saved);
  lastRead.set(name, { text, read: read as unknown as ReadValue<StoredKind> });
  return read;
}
