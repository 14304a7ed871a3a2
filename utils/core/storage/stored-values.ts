import * as v from 'valibot';
import {
  access,
  account,
  alarmPlan,
  check,
  credentials,
  foundSellers,
  index,
  revocations,
  signInAttempt,
} from './account-schemas.ts';
import { archive, samples, snapshot } from './card-schemas.ts';
import { type Migration, migrations, type StoredRecord } from './migrations.ts';
import { checkoutTabs, offers, orders } from './order-schemas.ts';
import { alerts, preferences, settings } from './settings-schemas.ts';

/* One schema for each kind of stored value; background and pages read it by these functions alone. */

const schemas = {
  index,
  settings,
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
  alarmPlan,
  revocations,
  checkoutTabs,
  foundSellers,
  signInAttempt,
};

export type StoredKind = keyof typeof schemas;
export type Stored<K extends StoredKind> = v.InferOutput<(typeof schemas)[K]>;

/** The version that is written: 1 and one more for each migration. */
export function versionOf(kind: StoredKind): number {
  return migrationsOf(kind).length + 1;
}

/** A stored value of any version, as today's; null where there is none, or none that makes sense. */
export function parseStored<K extends StoredKind>(kind: K, saved: unknown): Stored<K> | null {
  const migrated = Array.isArray(saved) ? saved.map((entry) => migrate(kind, entry)) : migrate(kind, saved);
  const parsed = v.safeParse(schemas[kind], migrated);
  return parsed.success ? (parsed.output as Stored<K>) : null;
}

/** As it is written: every record, of a list each entry, carries the version of its kind. */
export function toStored<K extends StoredKind>(kind: K, value: Stored<K>): unknown {
  const version = versionOf(kind);
  return Array.isArray(value) ? value.map((entry) => ({ ...entry, version })) : { ...value, version };
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
