import { send } from '../../utils/browser/messages.ts';
import { getStored } from '../../utils/browser/storage.ts';
import type { Key } from '../../utils/browser/storage-keys.ts';
import type { Stored, StoredKind } from '../../utils/core/storage/stored-values.ts';
import { isOfThisVersion } from '../../utils/core/storage/versions.ts';
import { type StoredReader, shownValue } from '../page/stored-reader.ts';

/* How the popup, which has no schemas, reads what is stored. */

/**
 * As it was written: right wherever nothing but this version of Gigabar has written it. Throws where another version
 * has.
 */
export const readAsWritten: StoredReader = async (keys) => {
  const values = await getStored(keys.map(({ name }) => name));
  return <K extends StoredKind>({ kind, name }: Key<K>) => {
    const value = values[name];
    if (value === undefined) return null;
    if (!isOfThisVersion(kind, value)) throw new Error(`Of another version: ${kind}`);
    return shownValue(kind, value as Stored<K>);
  };
};

/** By the schemas, which the background has. */
export const readInBackground: StoredReader = async (keys) => {
  const values = await send('readStored', { keys: [...keys] });
  return <K extends StoredKind>({ kind, name }: Key<K>) => {
    const value = values[name] as Stored<K> | null;
    return value === null ? null : shownValue(kind, value);
  };
};
