import * as v from 'valibot';
import { instant, type Schema, text } from './schema-parts.ts';

/* What could not be read of what is stored, and what became of it. */

/** A value as it was when it could not be read and something else was to be stored under its name. */
export type Aside = { at: number; saved: unknown };

/** A stored value that could not be read, or not all of it. `isDismissed`: the user has seen the notice. */
export type UnreadValue = { name: string; at: number; isDismissed: boolean };

const maxAsides = 3;

export const asides: Schema<Aside[]> = v.array(v.object({ at: instant, saved: v.unknown() }));
export const unreadValues: Schema<UnreadValue[]> = v.array(
  v.object({ name: text, at: instant, isDismissed: v.boolean() }),
);

/** The first ones stay: they hold most of what there was. */
export function withAside(earlier: readonly Aside[], saved: unknown, now: number): Aside[] {
  const text = JSON.stringify(saved);
  const isThere = earlier.some((aside) => JSON.stringify(aside.saved) === text);
  return isThere || earlier.length >= maxAsides ? [...earlier] : [...earlier, { at: now, saved }];
}

/** With the names that were not among them yet; the same list where there are none. */
export function withUnreadNames(known: UnreadValue[], names: readonly string[], now: number): UnreadValue[] {
  const added = names.filter((name) => !known.some((value) => value.name === name));
  return added.length > 0 ? [...known, ...added.map((name) => ({ name, at: now, isDismissed: false }))] : known;
}
