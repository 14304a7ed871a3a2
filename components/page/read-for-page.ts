import type { Key } from '../../utils/browser/storage-keys.ts';
import { applyLook, lookKeys } from './page-look.ts';
import { readChecked, type ValueAt } from './stored-readers.ts';

/**
 * Reads stored values and, with the same reading, in which language and colours they are to be shown. `showsAll`: as of
 * `applyLook`.
 */
export async function readForPage(wanted: readonly Key[], showsAll = false): Promise<ValueAt> {
  const valueAt = await readChecked([...wanted, ...lookKeys]);
  applyLook(valueAt, showsAll);
  return valueAt;
}
