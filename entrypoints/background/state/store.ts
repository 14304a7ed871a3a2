import { getStored, removeStored, setStored, storedNames } from '../../../utils/browser/storage.ts';
import { type Key, keys, storedValue } from '../../../utils/browser/storage-keys.ts';
import { type Stored, type StoredKind, toStored } from '../../../utils/core/storage/stored-values.ts';

/* The background's way to what is saved: every value is checked as it is read, every change of one waits its turn. */

let queue: Promise<unknown> = Promise.resolve();

/** Runs `task` after all earlier ones, so that reading, changing and writing a value is one step. */
function enqueue<T>(task: () => Promise<T>): Promise<T> {
  const run = queue.then(task, task);
  queue = run.catch(() => undefined);
  return run;
}

/** Null where nothing is saved, or nothing that makes sense. */
export async function read<K extends StoredKind>(key: Key<K>): Promise<Stored<K> | null> {
  return storedValue(await getStored([key.name], key.area), key);
}

/**
 * Changes one value; null removes it. `change` must not wait for anything. Returns what is saved then. Nothing is
 * changed once what `needs` names is gone: a card's value does not outlive its account.
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

/** Several values of an account in one go: all are saved or none, and none once the account is gone. */
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

/** Removes all that is kept of an account under its id, cards that are no longer listed included. */
export function removeAllOf(accountId: string): Promise<void> {
  return enqueue(async () => {
    const isOfIt = (name: string) => name.split(':')[1]?.split('/')[0] === accountId;
    await removeStored((await storedNames()).filter(isOfIt));
    await removeStored([keys.access(accountId).name], 'session');
  });
}

export async function readIndex(): Promise<Stored<'index'>> {
  return (await read(keys.index)) ?? { accounts: [], shown: null, requested: null };
}
