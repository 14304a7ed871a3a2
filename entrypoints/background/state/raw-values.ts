import { type Area, getStored, removeStored, setStored, storedNames } from '../../../utils/browser/storage.ts';
import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import type { ReadValue, Stored, StoredKind } from '../../../utils/core/storage/stored-values.ts';
import { unreadTopic } from '../../../utils/core/storage/unread-topics.ts';
import { withAside } from '../../../utils/core/storage/unread-values.ts';
import { forgetUnsaved, tryStorage, tryToSave } from './saving.ts';
import { recordUnread } from './unread-names.ts';
import { forgetWritten, readWritten, toWritten } from './written-values.ts';

/* Values as they are stored: read together, each parsed once, and written so that nothing unread is lost. */

export const areas = ['local', 'session'] as const;

/** What the popup's first screen is made of, but for the index, whose judgements come after every check. */
const shownFirst = /^(settings|language|cards|unread)$|^(account|reading|offers|orders):/;
let isScreenForgotten = false;
let shownChanges = 0;

/** By name; undefined: nothing is stored. */
export type RawValues = Map<string, unknown>;

/** A new value for a key; null removes it. Made by `changeOf`. */
export type Change = readonly [Key, Stored<StoredKind> | null];

/** Reads them with one call for each area. */
export async function getRaw(toRead: readonly Key[]): Promise<RawValues> {
  const raw: RawValues = new Map();
  for (const area of areas) {
    const names = [...new Set(toRead.filter((key) => key.area === area).map(({ name }) => name))];
    const values = names.length > 0 ? await tryStorage(() => getStored(names, area)) : {};
    for (const name of names) raw.set(name, values[name]);
  }
  return raw;
}

/** The names of all values in an area. */
export function readNames(area: Area): Promise<string[]> {
  return tryStorage(() => storedNames(area));
}

/** Reads those that are not among `raw` yet, and adds them. */
export async function getMissing(raw: RawValues, toRead: readonly Key[]): Promise<void> {
  const missing = toRead.filter(({ name }) => !raw.has(name));
  if (missing.length === 0) return;
  for (const [name, value] of await getRaw(missing)) raw.set(name, value);
}

export type ParsedValues = <K extends StoredKind>(key: Key<K>) => ReadValue<K>;

/** Each is parsed when it is first asked for. */
export function parsedOnce(raw: RawValues): ParsedValues {
  const parsed = new Map<string, ReadValue<StoredKind>>();
  return <K extends StoredKind>(key: Key<K>) => {
    const known = parsed.get(key.name);
    if (known) return known as unknown as ReadValue<K>;
    const read = readWritten(key, raw.get(key.name));
    parsed.set(key.name, read as unknown as ReadValue<StoredKind>);
    if (read.isUnreadable || read.unread.length > 0) recordUnread(key);
    return read;
  };
}

/**
 * Writes with one call for each area. Parts that could not be read stay beside what is written, and a value of which
 * nothing could be read is set aside. `before`: what is stored under the changed keys.
 */
export async function save(changes: readonly Change[], before: ParsedValues, raw: RawValues): Promise<void> {
  const asides = await asidesOf(changes, before, raw);
  const toWrite = [...changes, ...asides].map(([key, value]): [Key, unknown] => {
    const { unread } = before(key);
    if (value !== null) return [key, toWritten(key, value, unread)];
    const isList = Array.isArray(raw.get(key.name));
    return [key, isList && unread.length > 0 ? toWritten(key, [] as never, unread) : undefined];
  });
  await writeRaw(toWrite);
}

/** What the popup shows first is made anew before it is shown in advance again. */
export async function forgetFirstScreen(): Promise<void> {
  shownChanges += 1;
  if (isScreenForgotten) return;
  isScreenForgotten = true;
  await removeStored([keys.firstScreen.name], 'session').catch(() => {
    isScreenForgotten = false;
  });
}

/** How often something that the popup's first screen is made of was written: what was read before is out of date then. */
export const countShownChanges = (): number => shownChanges;

/** Writes or removes them: what was made of them in advance is out of date, and so is what is read meanwhile. */
async function changing(names: readonly string[], change: () => Promise<void>): Promise<void> {
  const isShown = names.some((name) => shownFirst.test(name));
  if (names.includes(keys.firstScreen.name)) isScreenForgotten = false;
  if (isShown) await forgetFirstScreen();
  try {
    await change();
  } finally {
    if (isShown) shownChanges += 1;
  }
}

/** Undefined removes it. */
export async function writeRaw(values: readonly (readonly [Key, unknown])[]): Promise<void> {
  await changing(
    values.map(([{ name }]) => name),
    async () => {
      for (const area of areas) await writeInto(area, values);
    },
  );
}

async function writeInto(area: Area, values: readonly (readonly [Key, unknown])[]): Promise<void> {
  const ofArea = values.filter(([key]) => key.area === area);
  const kept = ofArea.flatMap(([{ name }, value]) => (value === undefined ? [] : [[name, value] as const]));
  const gone = ofArea.flatMap(([{ name }, value]) => (value === undefined ? [name] : []));
  const names = kept.map(([name]) => name);
  if (kept.length > 0) await tryToSave(names, () => setStored(Object.fromEntries(kept), area));
  await removeNames(gone, area);
}

export async function removeNames(names: readonly string[], area: Area): Promise<void> {
  await changing(names, async () => {
    if (names.length > 0) await tryStorage(() => removeStored([...names], area));
  });
  forgetWritten(names);
  forgetUnsaved((name) => names.includes(name));
}

async function asidesOf(changes: readonly Change[], before: ParsedValues, raw: RawValues): Promise<Change[]> {
  // All else is made again by itself, or is worth nothing by then; and it names accounts that may be deleted later.
  const replaced = changes.filter(
    ([key, value]) => value !== null && unreadTopic(key.name) !== null && before(key).isUnreadable,
  );
  const asideKeys = replaced.map(([key]) => keys.aside(key));
  await getMissing(raw, asideKeys);
  return replaced.map(([key], at) => {
    const asideKey = asideKeys[at] ?? keys.aside(key);
    return [asideKey, withAside(before(asideKey).value ?? [], raw.get(key.name), Date.now())];
  });
}
