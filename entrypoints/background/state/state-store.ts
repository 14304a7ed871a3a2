import { getStored, removeStored, setStored, storedNames } from '../../../utils/browser/storage.ts';
import { type Key, keys, storedValue } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { emptyIndex } from '../../../utils/core/accounts/account-index.ts';
import { type Stored, type StoredKind, toStored } from '../../../utils/core/storage/stored-values.ts';

/* The background's access to storage: each value is parsed as it is read, and changes run one after the other. */

const areas = ['local', 'session'] as const;

let queue: Promise<unknown> = Promise.resolve();

/** Runs `task` after all earlier ones, so that reading, changing and writing values is one step. */
function enqueue<T>(task: () => Promise<T>): Promise<T> {
  const run = queue.then(task, task);
  queue = run.catch(() => undefined);
  return run;
}

/** The value under a key; null where nothing is stored, or nothing that can be parsed. */
export type StoredValues = <K extends StoredKind>(key: Key<K>) => Stored<K> | null;

/** A new value for a key; null removes it. Made by `changeOf`. */
export type Change = readonly [Key, Stored<StoredKind> | null];

export function changeOf<K extends StoredKind>(key: Key<K>, value: Stored<K> | null): Change {
  return [key, value];
}

/** Reads several values, with one call for each area. Each is parsed once, when it is first asked for. */
export async function readAll(toRead: readonly Key[]): Promise<StoredValues> {
  return parsedOnce(await getRaw(toRead));
}

export async function read<K extends StoredKind>(key: Key<K>): Promise<Stored<K> | null> {
  return (await readAll([key]))(key);
}

/**
 * Changes values that depend on each other, with one read and one write for each area, and returns what is stored then.
 * `change` is synchronous, so that this is one step; it may ask for the values of `toRead` alone. Nothing is written of
 * an account that was deleted: no value of an account or of its cards outlives it.
 */
export function updateAll(
  toRead: readonly Key[],
  change: (values: StoredValues) => readonly Change[],
): Promise<StoredValues> {
  return enqueue(async () => {
    const raw = await getRaw([...toRead, ...accountKeysOf(toRead)]);
    const before = parsedOnce(raw);
    const changes = change(before);
    const others = accountKeysOf(changes.map(([key]) => key)).filter(({ name }) => !raw.has(name));
    const present = others.length > 0 ? new Map([...raw, ...(await getRaw(others))]) : raw;
    const written = changes.filter(([key, value]) => {
      const isOfDeletedAccount = accountKeysOf([key]).some(({ name }) => present.get(name) === undefined);
      return !isOfDeletedAccount && value !== before(key);
    });
    await save(written);
    const after = new Map(written.map(([{ name }, value]) => [name, value]));
    return <K extends StoredKind>(key: Key<K>) =>
      after.has(key.name) ? (after.get(key.name) as Stored<K> | null) : before(key);
  });
}

/** Changes one value; null removes it. Returns what is stored then. */
export async function update<K extends StoredKind>(
  key: Key<K>,
  change: (value: Stored<K> | null) => Stored<K> | null,
): Promise<Stored<K> | null> {
  return (await updateAll([key], (values) => [changeOf(key, change(values(key)))]))(key);
}

export function write<K extends StoredKind>(key: Key<K>, value: Stored<K>): Promise<unknown> {
  return updateAll([], () => [changeOf(key, value)]);
}

/** Stores an account that is new, and its first values. The only way to make one. */
export function createAccount(account: Account, ...values: readonly Change[]): Promise<void> {
  return enqueue(() => save([changeOf(keys.account(account.id), account), ...values]));
}

export function remove(gone: readonly Key[]): Promise<void> {
  return enqueue(() => save(gone.map((key) => [key, null] as const)));
}

/** Removes everything stored under an account's id, of cards that are no longer listed too. */
export function removeAllOf(accountId: string): Promise<void> {
  return enqueue(async () => {
    const isOfAccount = (name: string) => name.split(':')[1]?.split('/')[0] === accountId;
    await removeStored((await storedNames()).filter(isOfAccount));
    await removeStored([keys.access(accountId).name], 'session');
  });
}

export async function readIndex(): Promise<Stored<'index'>> {
  return (await read(keys.index)) ?? emptyIndex;
}

async function getRaw(toRead: readonly Key[]): Promise<Map<string, unknown>> {
  const raw = new Map<string, unknown>();
  for (const area of areas) {
    const names = [...new Set(toRead.filter((key) => key.area === area).map(({ name }) => name))];
    const values = names.length > 0 ? await getStored(names, area) : {};
    for (const name of names) raw.set(name, values[name]);
  }
  return raw;
}

function parsedOnce(raw: Map<string, unknown>): StoredValues {
  const parsed = new Map<string, unknown>();
  return <K extends StoredKind>(key: Key<K>) => {
    if (!parsed.has(key.name)) parsed.set(key.name, storedValue({ [key.name]: raw.get(key.name) }, key));
    return parsed.get(key.name) as Stored<K> | null;
  };
}

/** The keys of the accounts without which these keys cannot be written. */
function accountKeysOf(toWrite: readonly Key[]): Key[] {
  const ids = new Set(toWrite.flatMap(({ accountId }) => (accountId === null ? [] : [accountId])));
  return [...ids].map((id) => keys.account(id));
}

async function save(changes: readonly Change[]): Promise<void> {
  for (const area of areas) {
    const ofArea = changes.filter(([key]) => key.area === area);
    const gone = ofArea.filter(([, value]) => value === null).map(([{ name }]) => name);
    const kept = ofArea.flatMap(([{ kind, name }, value]) => (value === null ? [] : [[name, toStored(kind, value)]]));
    if (kept.length > 0) await setStored(Object.fromEntries(kept), area);
    if (gone.length > 0) await removeStored(gone, area);
  }
}
