import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import type { Stored, StoredKind } from '../../../utils/core/storage/stored-values.ts';
import { withAnswerTimes } from '../../../utils/core/usage/answer-times.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import type { ParsedValues } from './raw-values.ts';

/** The value under a key; null where nothing is stored, or nothing that can be read. */
export type StoredValues = <K extends StoredKind>(key: Key<K>) => Stored<K> | null;

/** A snapshot has the times of the last answer that showed the same, which its check holds. */
export function valuesOf(parsed: ParsedValues): StoredValues {
  const snapshots = new Map<string, UsageSnapshot | null>();
  const snapshotOf = (id: string) => {
    const { value } = parsed(keys.snapshot(id));
    return value && withAnswerTimes(value, parsed(keys.check(id)).value?.unchanged ?? null);
  };
  return <K extends StoredKind>(key: Key<K>) => {
    const { accountId, name } = key;
    if (key.kind !== 'snapshot' || accountId === null) return parsed(key).value;
    if (!snapshots.has(name)) snapshots.set(name, snapshotOf(accountId));
    return (snapshots.get(name) ?? null) as Stored<K> | null;
  };
}

/** With the checks that the snapshots among them need. */
export function withChecks(toRead: readonly Key[]): Key[] {
  const snapshots = toRead.filter(({ kind }) => kind === 'snapshot');
  return [...toRead, ...snapshots.flatMap(({ accountId }) => (accountId === null ? [] : [keys.check(accountId)]))];
}
