/**
 * The interval between two measurements: it ends at `to` (seller's clock), `usedBytes` were used in it, and `leftBytes`
 * were left at its end. It begins where the previous one ends.
 */
export type UsageInterval = [to: number, usedBytes: number, leftBytes: number];

/**
 * A module when it was last measured. `id` is made of plan and module. `startsAt`, `endsAt`: seller's clock; null: not
 * known.
 */
export type ModuleSample = {
  id: string;
  name: string;
  quotaBytes: number;
  remainingBytes: number;
  reservedBytes: number;
  startsAt: number | null;
  endsAt: number | null;
};

/**
 * The usage of one card in the last weeks, all the forecast needs. `since`: when the first interval begins (seller's
 * clock).
 */
export type UsageSamples = { since: number; intervals: UsageInterval[]; modules: ModuleSample[] };

/**
 * credited: data was added · rolled-over: what was left was carried into the next period · lapsed: it expired unused ·
 * corrected: the seller changed the balance · reset: a new period began.
 */
export type ChangeCause = 'credited' | 'rolled-over' | 'lapsed' | 'corrected' | 'reset';

/** `at`: seller's clock. `bytes` is negative only for a correction downwards. `name`: of the module. */
export type BalanceChange = { at: number; cause: ChangeCause; bytes: number; name: string };

/** The usage of one card before its samples, and all changes of its balance other than usage. */
export type UsageArchive = { since: number; intervals: UsageInterval[]; changes: BalanceChange[] };

/** The stored usage history of one card. The archive ends where the samples begin. */
export type UsageHistory = { samples: UsageSamples; archive: UsageArchive };
