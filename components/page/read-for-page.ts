import { getStored } from '../../utils/browser/storage.ts';
import { applyLook, lookKeys } from './page-look.ts';
import type { StoredReader } from './stored-reader.ts';
import { storedValue } from './stored-value.ts';

/**
 * Reads stored values and, with the same reading, in which language and colours they are to be shown. `showsAll`: as of
 * `applyLook`.
 */
export async function readForPage(names: readonly string[], showsAll = false): Promise<Record<string, unknown>> {
  const values = await getStored([...new Set([...names, ...lookKeys.map(({ name }) => name)])]);
  applyLook((key) => storedValue(values, key), showsAll);
  return values;
}

/** Reads values by their schemas. */
export const readBySchema: StoredReader = async (keys) => {
  const values = await getStored(keys.map(({ name }) => name));
  return (key) => storedValue(values, key);
};
