import { getStored } from '../../../utils/browser/storage.ts';
import type { Key } from '../../../utils/browser/storage-keys.ts';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';

/** Values for the popup, which has no schemas, by their names. Null: there is none, or none that makes sense. */
export async function readForPopup(keys: readonly Key[]): Promise<Record<string, unknown>> {
  const values = await getStored(keys.map(({ name }) => name));
  return Object.fromEntries(keys.map(({ kind, name }) => [name, parseStored(kind, values[name])]));
}
