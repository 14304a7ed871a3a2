import { getStored, removeStored, setStored, storedNames } from '../../../utils/browser/storage.ts';
import { type Key, keys, storedValue } from '../../../utils/browser/storage-keys.ts';
import { emptyIndex } from '../../../utils/core/accounts/account-index.ts';
import { type Stored, type StoredKind, toStored } from '../../../utils/core/storage/stored-values.ts';

/* The background's access to storage: each value is parsed as it is read, and changes run one after the other. */

let queue: Promise<unknown> = Promise.resolve();

/** Runs `task` after all earlier ones, so that reading, changing and writing a value is one step. */
function enqueue<T>(task: () => Promise<T>): Promise<T> {
  const run = queue.then(task, task);
  queue = run.catch(() => undefined);
  return run;
}

/** Null where nothing is stored, or nothing that can be parsed. */
export async function read<K extends StoredKind>(key: Key<K>): Promise<Stored<K> | null> {
  return storedValue(await getStored([key.name], key.area), key);
}

/**
 * Changes one value; null removes it. Returns what is stored then. `change` is synchronous, so that reading and writing
 * are one step. Nothing is changed where `needs` is not stored: a card's value does not outlive its account.
 */
export function update<K extends StoredKind>(
  key: Key<K>,
  change: (value: Stored<K> | null) => Stored<K> | null,
  needs?: Key,
): Promise<Stored<K> | null> {
  return enqueue(async () => {
    const before = await read(key);
    if (needs && !(await read(needs))) return before;
    const after = change(before);
    if (after === null) await removeStored([key.name], key.area);
    else if (after !== before) await setStored({ [key.name]: toStored(key.kind, after) }, key.area);
    return after;
  });
}

export function write<K extends StoredKind>(key: Key<K>, value: Stored<K>): Promise<unknown> {
  return update(key, () => value);
}

/** Writes several values of an account in one call: all or none, and none once the account is deleted. */
export function writeAll(accountId: string, ...values: (readonly [Key, Stored<StoredKind>])[]): Promise<void> {
  return enqueue(async () => {
    if (!(await read(keys.account(accountId)))) return;
    await setStored(Object.fromEntries(values.map(([{ kind, name }, value]) => [name, toStored(kind, value)])));
  });
}

export function remove(gone: Key[]): Promise<void> {
  return enqueue(async () => {
    for (const area of ['local', 'session'] as const) {
      const names = gone.filter((key) => key.area === area).map(({ name }) => name);
      if (names.length > 0) await removeStored(names, area);
    }
  });
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
