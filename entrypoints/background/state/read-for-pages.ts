import type { Key } from '../../../utils/browser/storage-keys.ts';
import { readAll } from './state-store.ts';

/** Values for pages, which have no schemas, by their names. Null: there is none, or none that makes sense. */
export async function readForPages(keys: readonly Key[]): Promise<Record<string, unknown>> {
  const values = await readAll(keys);
  return Object.fromEntries(keys.map((key) => [key.name, values(key)]));
}
