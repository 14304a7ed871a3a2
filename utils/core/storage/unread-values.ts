import * as v from 'valibot';
import { instant, type Schema, text } from './schema-parts.ts';

/* What could not be read of what is stored, and what became of it. */

/** A value as it was when it could not be read and something else was to be stored under its name. */
export type Aside = { at: number; saved: unknown };

/** A stored value that could not be read, or not all of it. `isDismissed`: the user has seen the notice. */
export type UnreadValue = { name: string; at: number; isDismissed: boolean };

const maxAsides = 3;

/** By the beginning of a name. Of the rest the user is not told: it is made again by itself, and nothing is lost. */
const topics = {
  settings: 'settings',
  cards: 'cards',
  account: 'account',
  recipe: 'account',
  credentials: 'signIn',
  reading: 'figures',
  orders: 'orders',
  alerts: 'alerts',
  samples: 'history',
  archive: 'history',
} as const;

/** What a stored value is about, in words of `unread`; null: the user is not told of it. */
export function unreadTopic(name: string): (typeof topics)[keyof typeof topics] | null {
  const prefix = name.split(':')[0] ?? '';
  return Object.hasOwn(topics, prefix) ? topics[prefix as keyof typeof topics] : null;
}

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
