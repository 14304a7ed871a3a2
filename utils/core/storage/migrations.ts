import type { MigrationCounts } from './versions.ts';

/*
 * What an older version of Gigabar saved, in today's shape. A migration takes a record of one version to the next; it
 * is pure, and leaves alone what it does not know, for the schema to judge. Never change one that was released: add.
 */

export type StoredRecord = Record<string, unknown>;
export type Migration = (saved: StoredRecord) => StoredRecord;

/** Members under new names; a member that has its new name already stays. */
const rename =
  (names: Record<string, string>): Migration =>
  (saved) =>
    Object.fromEntries(
      Object.entries(saved).flatMap(([name, value]) => {
        const newName = names[name];
        if (newName === undefined) return [[name, value]];
        return newName in saved ? [] : [[newName, value]];
      }),
    );

const isRecord = (value: unknown): value is StoredRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A migration of the record under this name. */
const within =
  (name: string, migrate: Migration): Migration =>
  (saved) =>
    isRecord(saved[name]) ? { ...saved, [name]: migrate(saved[name]) } : saved;

/** New values of one member; others stay. */
const replaceValues =
  (name: string, newValues: Record<string, unknown>): Migration =>
  (saved) => {
    const value = saved[name];
    return typeof value === 'string' && value in newValues ? { ...saved, [name]: newValues[value] } : saved;
  };

const inOrder =
  (...migrations: Migration[]): Migration =>
  (saved) =>
    migrations.reduce((migrated, migrate) => migrate(migrated), saved);

/** A migration of each record in a map. */
const eachMember =
  (migrate: Migration): Migration =>
  (saved) =>
    Object.fromEntries(Object.entries(saved).map(([name, value]) => [name, isRecord(value) ? migrate(value) : value]));

/** Percent thresholds were numbers, not keys such as "20%". */
const sentKeys: Migration = (saved) =>
  Array.isArray(saved.sent)
    ? {
        ...saved,
        sent: saved.sent.map((key) => (typeof key !== 'number' ? key : key === 0 ? '0' : `${key}%`)),
      }
    : saved;

/** It was a yes or no, of the arrival alone. */
const notifiedList: Migration = (saved) =>
  typeof saved.notified === 'boolean' ? { ...saved, notified: saved.notified ? ['arrived', 'queued'] : [] } : saved;

/** 1NCE counts in MB of 2^20 bytes, which was not known. */
const binaryOneNce: Migration = (saved) => (saved.providerId === '1nce' ? { ...saved, byteUnit: 1024 } : saved);

/** A quarter of an hour was how it came, and nobody's choice. */
export const paceAsNeeded: Migration = (saved) =>
  saved.pollIntervalMinutes === 15 ? { ...saved, pollIntervalMinutes: null } : saved;

type ListOf<Length extends number, List extends Migration[] = []> = List['length'] extends Length
  ? List
  : ListOf<Length, [...List, Migration]>;

/** By kind of stored value: the n-th takes version n to n + 1. */
export const migrations = {
  account: [
    within(
      'seller',
      inOrder(
        rename({ countedBy: 'meteredBy', own: 'manualPlan' }),
        replaceValues('meteredBy', { carrier: 'network', router: 'hotspot', person: 'user' }),
        within('manualPlan', rename({ dial: 'ussdCode' })),
      ),
    ),
    within('seller', binaryOneNce),
  ],
  index: [rename({ asked: 'requested' })],
  check: [
    inOrder(
      rename({ why: 'reason', askedAt: 'manualRefreshAt' }),
      replaceValues('reason', {
        pace: 'poll-interval',
        floor: 'seller-minimum',
        hold: 'retry-after',
        doubt: 'confirmation',
      }),
    ),
  ],
  alarmPlan: [rename({ why: 'reason' }), replaceValues('reason', { stale: 'toolbar' })],
  settings: [rename({ paceMinutes: 'pollIntervalMinutes' }), paceAsNeeded],
  preferences: [inOrder(rename({ choices: 'byCard' }), within('byCard', eachMember(rename({ until: 'neededUntil' }))))],
  alerts: [
    inOrder(rename({ doubtAt: 'unconfirmedSince', endSaid: 'warnedEndsAt', heldAt: 'deferredSince' }), sentKeys),
  ],
  samples: [rename({ stretches: 'intervals' })],
  archive: [rename({ stretches: 'intervals' })],
  orders: [
    inOrder(
      rename({
        before: 'baseline',
        lookedAt: 'polledAt',
        looks: 'pollCount',
        opens: 'checkoutOpenCount',
        stirredAt: 'lastActivityAt',
        word: 'sellerStatus',
        provenAt: 'balanceConfirmedAt',
        trouble: 'problem',
        told: 'notified',
      }),
      notifiedList,
    ),
  ],
} satisfies { [K in keyof MigrationCounts]: ListOf<MigrationCounts[K]> };
