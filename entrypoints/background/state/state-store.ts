import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { type AccountIndex, emptyIndex } from '../../../utils/core/accounts/account-index.ts';
import { mendIndex } from '../../../utils/core/accounts/mend-index.ts';
import type { Stored, StoredKind } from '../../../utils/core/storage/stored-values.ts';
import { parseCardId } from '../../../utils/core/usage/card-id.ts';
import { forgetUnread } from './forget-unread.ts';
import { oneAtATime } from './one-at-a-time.ts';
import {
  areas,
  type Change,
  getMissing,
  getRaw,
  parsedOnce,
  readNames,
  removeNames,
  save,
  writeRaw,
} from './raw-values.ts';
import { forgetUnsaved } from './saving.ts';
import { type StoredValues, valuesOf, withChecks } from './values-of.ts';
import { toWritten } from './written-values.ts';

export type { Change } from './raw-values.ts';
export type { StoredValues } from './values-of.ts';

/* The background's access to storage: each value is parsed as it is read, and changes run one after the other. */

const inTurn = oneAtATime();
/** Whether the index has every account. Not after a step that failed, maybe after it had stored one. */
let isIndexCompared = false;

/** Runs `task` after all earlier ones, so that reading, changing and writing values is one step. */
function enqueue<T>(task: () => Promise<T>): Promise<T> {
  return inTurn(() =>
    task().catch((error: unknown) => {
      isIndexCompared = false;
      throw error;
    }),
  );
}

/**
 * For whom something is written. Nothing is, once the account was deleted; with a `connectionId`, nor once it was
 * connected anew: what an earlier sign-in or earlier entries brought is not of the present ones.
 */
export type Owner = { id: string; connectionId?: string };

export function changeOf<K extends StoredKind>(key: Key<K>, value: Stored<K> | null): Change {
  return [key, value];
}

/** Reads several values, with one call for each area. Each is parsed once, when it is first asked for. */
export async function readAll(toRead: readonly Key[]): Promise<StoredValues> {
  return valuesOf(parsedOnce(await getRaw(withChecks(toRead))));
}

export async function read<K extends StoredKind>(key: Key<K>): Promise<Stored<K> | null> {
  return (await readAll([key]))(key);
}

/**
 * Changes values that depend on each other, with one read and one write for each area, and returns what is stored then.
 * `change` is synchronous, so that this is one step; it may ask for the values of `toRead` alone. Nothing is written of
 * an account that was deleted: no value of an account or of its cards outlives it. `owner`: for whom values of no
 * account are written too, as the index. `toReadNext`: what to read besides, which the first values tell.
 */
export function updateAll(
  toRead: readonly Key[],
  change: (values: StoredValues) => readonly Change[],
  owner: Owner | null = null,
  toReadNext: (values: StoredValues) => readonly Key[] = () => [],
): Promise<StoredValues> {
  return enqueue(async () => {
    const ownerKey = owner ? [keys.account(owner.id)] : [];
    const raw = await getRaw([...withChecks(toRead), ...accountKeysOf(toRead), ...ownerKey]);
    const parsed = parsedOnce(raw);
    const before = valuesOf(parsed);
    if (owner && !isConnected(owner, raw, before)) return before;
    await getMissing(raw, toReadNext(before));
    const changes = change(before);
    const changed = changes.map(([key]) => key);
    await getMissing(raw, [...changed, ...accountKeysOf(changed)]);
    const written = changes.filter(([key, value]) => {
      const isOfDeletedAccount = accountKeysOf([key]).some(({ name }) => raw.get(name) === undefined);
      return !isOfDeletedAccount && value !== before(key);
    });
    await save(written, parsed, raw);
    const after = new Map(written.map(([{ name }, value]) => [name, value]));
    return <K extends StoredKind>(key: Key<K>) =>
      after.has(key.name) ? (after.get(key.name) as Stored<K> | null) : before(key);
  });
}

/** Changes one value; null removes it. Returns what is stored then. */
export async function update<K extends StoredKind>(
  key: Key<K>,
  change: (value: Stored<K> | null) => Stored<K> | null,
  owner: Owner | null = null,
): Promise<Stored<K> | null> {
  return (await updateAll([key], (values) => [changeOf(key, change(values(key)))], owner))(key);
}

export function write<K extends StoredKind>(key: Key<K>, value: Stored<K>, owner: Owner | null = null) {
  return updateAll([], () => [changeOf(key, value)], owner);
}

/**
 * Writes a value of which nothing else is kept, without reading what was there. `isWanted`: asked once everything before
 * it is written.
 */
export function put<K extends StoredKind>(key: Key<K>, value: Stored<K>, isWanted = () => true): Promise<void> {
  return enqueue(async () => {
    if (isWanted()) await writeRaw([[key, toWritten(key, value)]]);
  });
}

/**
 * Stores an account that is new or connected anew, and in the same step what `change` makes of the values `toRead`. The
 * only way to make one.
 */
export function createAccount(
  account: Account,
  toRead: readonly Key[] = [],
  change: (values: StoredValues) => readonly Change[] = () => [],
): Promise<void> {
  return enqueue(async () => {
    const changes = change(await readAll(toRead));
    await saveChanges([changeOf(keys.account(account.id), account), ...changes]);
  });
}

export function remove(gone: readonly Key[]): Promise<void> {
  return enqueue(() => writeRaw(gone.map((key) => [key, undefined])));
}

/** What goes with accounts: `before` is saved before their values are removed, `after` after that. */
export type Removal = {
  /** The ids of the accounts, by the names of all that is stored. */
  choose: (names: readonly string[], index: AccountIndex) => readonly string[];
  toRead: (accountIds: readonly string[]) => readonly Key[];
  change: (
    values: StoredValues,
    accountIds: readonly string[],
  ) => { before: readonly Change[]; after: readonly Change[] };
};

/**
 * Removes everything stored under accounts' ids, of cards that are no longer listed too, in one step; returns the ids.
 */
export function removeAccounts({ choose, toRead, change }: Removal): Promise<readonly string[]> {
  return enqueue(async () => {
    const names = { local: await readNames('local'), session: await readNames('session') };
    const index = (await read(keys.index)) ?? emptyIndex;
    const ids = choose([...names.local, ...names.session], index);
    if (ids.length === 0) return ids;
    const { before, after } = change(await readAll(toRead(ids)), ids);
    await saveChanges(before);
    for (const area of areas) {
      const gone = names[area].filter((name) => ids.some((id) => isOfAccount(name, id)));
      await removeNames(gone, area);
    }
    forgetUnsaved((name) => ids.some((id) => isOfAccount(name, id)));
    await saveChanges(after);
    await forgetUnread(ids);
    return ids;
  });
}

/** Whatever stands before the id in the name. */
function isOfAccount(name: string, id: string): boolean {
  return name.split(':').some((part) => part.split('/')[0] === id);
}

/**
 * All accounts. After a worker's start or a failure, and where it cannot be read in full, it is made again from what
 * they store.
 */
export async function readIndex(): Promise<AccountIndex> {
  const { value, unread } = parsedOnce(await getRaw([keys.index]))(keys.index);
  if (isIndexCompared && value && value.accounts.length > 0 && unread.length === 0) return value;
  isIndexCompared = true;
  return enqueue(async () => {
    const names = await readNames('local');
    const ids = accountIdsIn(names);
    const raw = await getRaw([keys.index, ...ids.flatMap((id) => [keys.account(id), keys.snapshot(id)])]);
    const parsed = parsedOnce(raw);
    const saved = parsed(keys.index).value;
    if (ids.length === 0) return saved ?? emptyIndex;
    const values = valuesOf(parsed);
    const ordered = names.flatMap((name) => (name.startsWith('orders:') ? (parseCardId(name.slice(7)) ?? []) : []));
    const stored = ids.map((id) => ({
      id,
      account: values(keys.account(id)),
      snapshot: values(keys.snapshot(id)),
      orderedKeys: ordered.filter(({ accountId }) => accountId === id).map(({ cardKey }) => cardKey),
    }));
    const mended = mendIndex(saved ?? emptyIndex, stored);
    // Where it cannot be saved it is made again the next time.
    if (mended !== saved) await save([changeOf(keys.index, mended)], parsed, raw).catch(() => undefined);
    return mended;
  });
}

function accountIdsIn(names: readonly string[]): string[] {
  const prefix = keys.account('').name;
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** An account that is there and cannot be read is no deleted one. */
function isConnected({ id, connectionId }: Owner, raw: Map<string, unknown>, values: StoredValues): boolean {
  const key = keys.account(id);
  if (raw.get(key.name) === undefined) return false;
  return connectionId === undefined || (values(key)?.connectionId ?? connectionId) === connectionId;
}

/** All accounts, also unlisted ones; null for each that cannot be read. */
export async function readAccounts(): Promise<(Account | null)[]> {
  const accountKeys = accountIdsIn(await readNames('local')).map((id) => keys.account(id));
  const values = await readAll(accountKeys);
  return accountKeys.map((key) => values(key));
}

/** The keys of the accounts without which these keys cannot be written. */
function accountKeysOf(toWrite: readonly Key[]): Key[] {
  const ids = new Set(toWrite.flatMap(({ accountId }) => (accountId === null ? [] : [accountId])));
  return [...ids].map((id) => keys.account(id));
}

async function saveChanges(changes: readonly Change[]): Promise<void> {
  const raw = await getRaw(changes.map(([key]) => key));
  await save(changes, parsedOnce(raw), raw);
}
