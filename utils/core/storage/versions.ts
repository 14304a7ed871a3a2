/*
 * In which version each kind of stored value is written, apart from what reads the older ones: the popup's first paint
 * has to know no more.
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
