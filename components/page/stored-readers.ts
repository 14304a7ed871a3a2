import { isPrivacyMode } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { type Area, getStored } from '../../utils/browser/storage.ts';
import { type Key, keys } from '../../utils/browser/storage-keys.ts';
import { hideNames } from '../../utils/core/privacy/hide-names.ts';
import type { Stored, StoredKind } from '../../utils/core/storage/stored-values.ts';
import { isOfThisVersion, recordOf } from '../../utils/core/storage/versions.ts';
import { withAnswerTimes } from '../../utils/core/usage/answer-times.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';

/* How pages, which have no schemas, read what is stored. In privacy mode what they get has no names. */

/** A value among those that were read together; null: there is none, or none that makes sense. */
export type ValueAt = <K extends StoredKind>(key: Key<K>) => Stored<K> | null;

/** Reads some values in one go. */
export type StoredReader = (keys: readonly Key[]) => Promise<ValueAt>;

/** A stored value as a page may show it: in privacy mode without names. */
function shownValue<K extends StoredKind>(kind: K, value: Stored<K>): Stored<K> {
  return isPrivacyMode() ? hideNames(kind, value) : value;
}

/**
 * As it was written: right wherever nothing but this version of Gigabar has written it. Throws where another version
 * has.
 */
export const readAsWritten: StoredReader = async (wanted) => {
  const ofArea = async (area: Area): Promise<Record<string, unknown>> => {
    const names = wanted.filter((key) => key.area === area).map(({ name }) => name);
    return names.length > 0 ? getStored(names, area) : {};
  };
  const values = { ...(await ofArea('local')), ...(await ofArea('session')) };
  return <K extends StoredKind>({ kind, name }: Key<K>) => {
    const value = recordOf(values[name]);
    if (value === undefined) return null;
    if (!isOfThisVersion(kind, value)) throw new Error(`Of another version: ${kind}`);
    return shownValue(kind, value as Stored<K>);
  };
};

/** By the schemas, which the background has. */
const readInBackground: StoredReader = async (wanted) => {
  const values = await send('readStored', { keys: [...wanted] });
  if (!values) throw new Error('The background has not answered.');
  return <K extends StoredKind>({ kind, name }: Key<K>) => {
    const value = (values[name] ?? null) as Stored<K> | null;
    return value === null ? null : shownValue(kind, value);
  };
};

/** By the schemas or, where the background does not answer, and so could not act on what is shown either, as written. */
export const readChecked: StoredReader = (wanted) => readInBackground(wanted).catch(() => readAsWritten(wanted));

/** An account's snapshot, with the times of the last answer that showed the same: its check was read along with it. */
export function snapshotAt(valueAt: ValueAt, accountId: string): UsageSnapshot | null {
  const snapshot = valueAt(keys.snapshot(accountId));
  return snapshot && withAnswerTimes(snapshot, valueAt(keys.check(accountId))?.unchanged ?? null);
}
