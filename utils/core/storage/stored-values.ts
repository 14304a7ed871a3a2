import type * as v from 'valibot';
import {
  access,
  account,
  alarmPlan,
  check,
  credentials,
  firstScreen,
  foundSellers,
  index,
  painted,
  revocations,
  signInAttempt,
} from './account-schemas.ts';
import { archive, samples, snapshot } from './card-schemas.ts';
import { type Migration, migrations, type StoredRecord } from './migrations.ts';
import { checkoutTabs, offers, orders } from './order-schemas.ts';
import { pageDraft, pageReads, picking, readingTab, recipe } from './page-schemas.ts';
import { readParts, type Tolerances, type UnreadPart, withUnread } from './read-parts.ts';
import type { Schema } from './schema-parts.ts';
import { alerts, chosenLanguage, preferences, settings } from './settings-schemas.ts';
import { synced } from './sync-schema.ts';
import { tolerances } from './tolerances.ts';
import { undoable } from './undo-schema.ts';
import { asides, unreadValues } from './unread-values.ts';
import { recordOf, versionOf } from './versions.ts';

/* One schema for each kind of stored value; the background reads it by these functions alone, for pages too. */

export const schemas = {
  index,
  settings,
  chosenLanguage,
  account,
  credentials,
  access,
  snapshot,
  check,
  offers,
  orders,
  alerts,
  samples,
  archive,
  preferences,
  synced,
  alarmPlan,
  painted,
  firstScreen,
  revocations,
  checkoutTabs,
  foundSellers,
  signInAttempt,
  recipe,
  pageReads,
  pageDraft,
  picking,
  readingTab,
  undoable,
  asides,
  unreadValues,
};

export type StoredKind = keyof typeof schemas;
export type Stored<K extends StoredKind> = v.InferOutput<(typeof schemas)[K]>;

/** Kinds whose lists have the newest entry first. */
const newestFirst: readonly StoredKind[] = ['orders'];

/**
 * What can be read of a stored value of any version, as today's. `value` null: nothing is stored, or nothing that makes
 * sense, which `isUnreadable` tells apart. `unread`: the parts that were left out or replaced.
 */
export type ReadValue<K extends StoredKind> = {
  value: Stored<K> | null;
  isUnreadable: boolean;
  unread: UnreadPart[];
};

export function readStored<K extends StoredKind>(kind: K, written: unknown): ReadValue<K> {
  if (written === undefined) return { value: null, isUnreadable: false, unread: [] };
  const saved = recordOf(written);
  const migrated = Array.isArray(saved) ? saved.map((entry) => migrate(kind, entry)) : migrate(kind, saved);
  const tolerated: Tolerances = kind in tolerances ? tolerances[kind as keyof typeof tolerances] : {};
  const schema = schemas[kind] as Schema<Stored<K>>;
  // An object's schema takes a list too.
  const isList = schema.type === 'array';
  if (Array.isArray(saved) !== isList) return { value: null, isUnreadable: true, unread: [] };
  const { value, unread } = readParts(schema, tolerated, migrated);
  // Entries of a list have a version each, and are kept as they were.
  const asSaved = (part: UnreadPart) =>
    isList ? { ...part, saved: (saved as unknown[])[Number(part.path[0])] } : part;
  return { value, isUnreadable: value === null, unread: unread.map(asSaved) };
}

/** What can be read of a stored value; null where there is none, or none that makes sense. */
export function parseStored<K extends StoredKind>(kind: K, saved: unknown): Stored<K> | null {
  return readStored(kind, saved).value;
}

/**
 * As it is stored: every record, of a list each entry, carries the version of its kind. `unread`: of the value that
 * was there before. `asWritten` gives it its form.
 */
export function toStored<K extends StoredKind>(kind: K, value: Stored<K>, unread: readonly UnreadPart[] = []): unknown {
  const version = versionOf(kind);
  const stored = Array.isArray(value) ? value.map((entry) => ({ ...entry, version })) : { ...value, version };
  return withUnread(stored, unread, newestFirst.includes(kind));
}

function migrationsOf(kind: StoredKind): readonly Migration[] {
  return kind in migrations ? migrations[kind as keyof typeof migrations] : [];
}

/** Without a version it is of the first. */
function migrate(kind: StoredKind, saved: unknown): unknown {
  if (typeof saved !== 'object' || saved === null) return saved;
  const { version = 1, ...record } = saved as StoredRecord;
  const missed = typeof version === 'number' ? migrationsOf(kind).slice(Math.max(0, version - 1)) : [];
  return missed.reduce((migrated, step) => step(migrated), record);
}
