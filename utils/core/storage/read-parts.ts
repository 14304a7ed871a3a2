import * as v from 'valibot';
import type { Schema } from './schema-parts.ts';

/* Reading a stored value of which a part is in a shape that is not known, by a newer version or by damage. */

type Path = readonly (string | number)[];

/**
 * A part that cannot be read. `saved`: as it is stored. `standIn`: what the value has in its place; undefined: nothing.
 * `followedBy`: how many entries come after it in its list.
 */
export type UnreadPart = { path: Path; saved: unknown; standIn: unknown; followedBy: number };

/**
 * Where a part that cannot be read costs that part alone: by its path, with `*` for any entry, what stands in for it;
 * undefined: it is left out.
 */
export type Tolerances = Record<string, unknown>;

/** Each further round finds only what a replaced part had hidden. */
const maxRounds = 4;

/**
 * Reads what can be read. A missing member that has a stand-in is no unread part. `value` null: nothing can be read.
 */
export function readParts<T>(
  schema: Schema<T>,
  tolerances: Tolerances,
  saved: unknown,
): { value: T | null; unread: UnreadPart[] } {
  const unread: UnreadPart[] = [];
  let current = saved;
  for (let round = 0; round < maxRounds; round += 1) {
    const parsed = v.safeParse(schema, current);
    if (parsed.success) return { value: parsed.output, unread };
    const found = new Map<string, UnreadPart>();
    for (const { path = [] } of parsed.issues) {
      const keys = path.map(({ key }) => key as string | number);
      const part = toleratedPart(keys, tolerances, current);
      if (!part) return { value: null, unread: [] };
      found.set(JSON.stringify(part.path), part);
    }
    const parts = [...found.values()].sort((a, b) => compare(a.path, b.path));
    unread.push(...parts.filter((part) => part.saved !== undefined));
    // The last first: the places of those before it stay.
    current = parts.reduceRight<unknown>((value, { path, standIn }) => replaceAt(value, path, standIn), current);
  }
  return { value: null, unread: [] };
}

/**
 * A value to be stored, with the parts that could not be read back in their places, unless something new is there.
 * `isNewestFirst`: new entries of the list came before those that were there.
 */
export function withUnread(stored: unknown, unread: readonly UnreadPart[], isNewestFirst: boolean): unknown {
  return unread.reduce<unknown>((value, part, index) => {
    if (!Array.isArray(value) || part.path.length > 1) return putBack(value, part.path, part);
    const place = isNewestFirst ? value.length - part.followedBy + (unread.length - 1 - index) : Number(part.path[0]);
    return value.toSpliced(Math.max(0, place), 0, part.saved);
  }, stored);
}

/** The innermost tolerated part on the way to `path`. */
function toleratedPart(path: Path, tolerances: Tolerances, saved: unknown): UnreadPart | null {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const pattern = Object.keys(tolerances).find((name) => isMatch(name.split('.'), part));
    if (pattern === undefined || !isPlace(saved, part)) continue;
    const list = memberAt(saved, part.slice(0, -1));
    const followedBy = Array.isArray(list) ? list.length - 1 - Number(part.at(-1)) : 0;
    return { path: part, saved: memberAt(saved, part), standIn: tolerances[pattern], followedBy };
  }
  return null;
}

function isMatch(pattern: readonly string[], path: Path): boolean {
  return pattern.length === path.length && pattern.every((name, at) => name === '*' || name === String(path[at]));
}

/** A list has no members but its entries. */
function isPlace(value: unknown, path: Path): boolean {
  return path.every((key, at) => !Array.isArray(memberAt(value, path.slice(0, at))) || typeof key === 'number');
}

function memberAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((member, key) => (isRecord(member) ? member[key] : undefined), value);
}

/** Undefined removes it. */
function replaceAt(value: unknown, [key = '', ...below]: Path, standIn: unknown): unknown {
  if (!isRecord(value)) return value;
  if (Array.isArray(value)) {
    const at = Number(key);
    if (below.length > 0) return value.with(at, replaceAt(value[at], below, standIn));
    return standIn === undefined ? value.toSpliced(at, 1) : value.with(at, standIn);
  }
  if (below.length === 0 && standIn === undefined) return without(value, key);
  return { ...value, [key]: below.length > 0 ? replaceAt(value[key], below, standIn) : standIn };
}

/** Parts within an entry of a list go with their entry: it may have moved, or be gone. */
function putBack(value: unknown, [key = '', ...below]: Path, part: UnreadPart): unknown {
  if (!isRecord(value)) return value;
  if (Array.isArray(value)) return below.length > 0 ? value : value.toSpliced(Number(key), 0, part.saved);
  if (below.length > 0) return key in value ? { ...value, [key]: putBack(value[key], below, part) } : value;
  const isUnchanged = JSON.stringify(value[key]) === JSON.stringify(part.standIn);
  return isUnchanged ? { ...value, [key]: part.saved } : value;
}

function without(value: Record<string | number, unknown>, key: string | number): unknown {
  const { [key]: _, ...others } = value;
  return others;
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** By their places in lists; otherwise in any order. */
function compare(a: Path, b: Path): number {
  const at = a.findIndex((key, place) => key !== b[place]);
  return at < 0 ? 0 : Number(a[at]) - Number(b[at]) || 0;
}
