import { canonicalText } from '../values/canonical-text.ts';

/* What follows the user to their other browsers: items of fields, each with the time of its last change. */

/** `at`: by the clock of the computer where it was changed, and after what that computer had seen of it. */
type SyncField = { at: number; value: unknown };
export type SyncItem = Record<string, SyncField>;
/** By name: see `local-items.ts`. */
export type SyncItems = Record<string, SyncItem>;
/** The same without times: how things are on this computer. */
export type LocalItems = Record<string, Record<string, unknown>>;

/** Set on an item that was removed by the user; later changes of its other fields bring it back. */
const goneField = 'gone';

/**
 * Of each field the later value, of two at the same time the same one everywhere: whatever arrives in whatever order,
 * and however often, all computers come to the same.
 */
export function mergeItems(a: SyncItems, b: SyncItems): SyncItems {
  return mergeMembers(a, b, (one, other) => mergeMembers(one, other, later));
}

function mergeMembers<T>(a: Record<string, T>, b: Record<string, T>, merge: (one: T, other: T) => T) {
  const merged = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const known = merged[name];
    merged[name] = known === undefined ? value : merge(known, value);
  }
  return merged;
}

function later(a: SyncField, b: SyncField): SyncField {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return canonicalText(a.value) >= canonicalText(b.value) ? a : b;
}

export function isGone(item: SyncItem): boolean {
  const { [goneField]: gone, ...fields } = item;
  return gone !== undefined && Object.values(fields).every(({ at }) => at <= gone.at);
}

/**
 * `seen` with what was changed on this computer. `before`: how it was there when `seen` had been taken over; null:
 * never, and then only what `seen` does not tell counts, so that a computer that joins overwrites nothing.
 * `isRemovable`: whether it counts as removed by the user where it is no longer there.
 */
export function withLocalChanges(
  seen: SyncItems,
  before: LocalItems | null,
  local: LocalItems,
  isRemovable: (name: string) => boolean,
  now: number,
): SyncItems {
  const items = { ...seen };
  for (const [name, fields] of Object.entries(local)) {
    const item = { ...items[name] };
    const wasGone = isGone(item);
    for (const [field, value] of Object.entries(fields)) {
      const was = before?.[name];
      const isNew = was === undefined || !(field in was);
      const isChanged = isNew ? wasGone || !(field in item) : canonicalText(was[field]) !== canonicalText(value);
      if (isChanged) item[field] = { at: after(item, field, now), value };
    }
    items[name] = item;
  }
  for (const name of Object.keys(before ?? {})) {
    const item = items[name];
    if (name in local || !item || !isRemovable(name) || isGone(item)) continue;
    items[name] = { [goneField]: { at: latestOf(item, now), value: true } };
  }
  return items;
}

/** A clock that is behind that of another computer must not make a change the earlier one. */
function after(item: SyncItem, field: string, now: number): number {
  return Math.max(now, (item[field]?.at ?? 0) + 1, (item[goneField]?.at ?? 0) + 1);
}

function latestOf(item: SyncItem, now: number): number {
  return Math.max(now, ...Object.values(item).map(({ at }) => at + 1));
}

/** What is to be changed on this computer: the fields of an item that differ there, or that it is gone. */
export type LocalChange = { name: string; fields: Record<string, unknown> | null };

export function localChanges(local: LocalItems, items: SyncItems): LocalChange[] {
  return Object.entries(items).flatMap(([name, item]): LocalChange[] => {
    const here = local[name];
    if (isGone(item)) return here ? [{ name, fields: null }] : [];
    const differing = Object.entries(item).filter(
      ([field, { value }]) => field !== goneField && canonicalText(here?.[field]) !== canonicalText(value),
    );
    const fields = Object.fromEntries(differing.map(([field, { value }]) => [field, value]));
    return differing.length > 0 ? [{ name, fields }] : [];
  });
}

/**
 * How things are on this computer once `items` were taken over, `after`, for the next comparison. What became neither
 * what it was in `local` nor what it was to become, the user has changed meanwhile: it stays as it was, so that the
 * next time it counts as changed.
 */
export function takenOver(local: LocalItems, items: SyncItems, after: LocalItems): LocalItems {
  const missing = Object.entries(local).filter(([name]) => !(name in after) && !isGone(items[name] ?? {}));
  const present = Object.entries(after).map(([name, fields]) => {
    const was = local[name];
    const settled = Object.entries(fields).map(([field, value]) => {
      const known = [was?.[field], items[name]?.[field]?.value].map(canonicalText);
      const isOfUser = was !== undefined && field in was && !known.includes(canonicalText(value));
      return [field, isOfUser ? was[field] : value] as const;
    });
    return [name, Object.fromEntries(settled)] as const;
  });
  return Object.fromEntries([...missing, ...present]);
}
