/*
 * In which version and form each kind of stored value is written, apart from what reads the older ones: the popup's
 * first paint has to know no more.
 */

/** How many migrations there are of each kind; of the others there are none. */
const migrationCounts = {
  account: 2,
  index: 1,
  check: 1,
  alarmPlan: 2,
  settings: 2,
  preferences: 1,
  alerts: 1,
  samples: 1,
  archive: 1,
  orders: 1,
} as const;

export type MigrationCounts = typeof migrationCounts;

/** The version that is written: 1 and one more for each migration. */
export function versionOf(kind: string): number {
  return 1 + (Object.hasOwn(migrationCounts, kind) ? migrationCounts[kind as keyof MigrationCounts] : 0);
}

/** Whether a value was written in today's version; of a list, every entry. A value without a version is of the first. */
export function isOfThisVersion(kind: string, saved: unknown): boolean {
  const records = Array.isArray(saved) ? saved : [saved];
  return records.every((record) => record?.version === versionOf(kind));
}

/**
 * What is of all cards at once, or of each, and changes with every answer, is written as JSON, in one text. The browser
 * takes a text over as it is; of an object it turns every member into another, each time that it is read or written.
 */
const textKinds: readonly string[] = ['index', 'snapshot', 'samples', 'archive', 'alerts'];

/** A record or a list, in the form in which it is written. */
export function asWritten(kind: string, record: unknown): unknown {
  return textKinds.includes(kind) ? JSON.stringify(record) : record;
}

/** What was written, in either form; a text that is no JSON stays what it is, which is no value of any kind. */
export function recordOf(saved: unknown): unknown {
  if (typeof saved !== 'string') return saved;
  try {
    return JSON.parse(saved);
  } catch {
    return saved;
  }
}
