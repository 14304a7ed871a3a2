/**
 * A stretch of time between two measurings: it ends at `to` (seller's clock), in it `usedBytes` were used, and then
 * `leftBytes` were left. It begins where the one before it ends.
 */
export type UsageInterval = [to: number, usedBytes: number, leftBytes: number];

/** What a module held when it was last measured. `id` is of plan and module. */
export type ModuleSample = {
  id: string;
  name: string;
  quotaBytes: number;
  remainingBytes: number;
  reservedBytes: number;
  endsAt: number | null;
};

/** The last weeks of one card, all the forecast needs. `since`: when its first stretch begins. */
export type UsageSamples = { since: number; intervals: UsageInterval[]; modules: ModuleSample[] };

/**
 * credited: more data came · rolled-over: what was left went into the next period · lapsed: it ended unused ·
 * corrected: the seller changed its mind · reset: a new period began.
 */
export type ChangeCause = 'credited' | 'rolled-over' | 'lapsed' | 'corrected' | 'reset';

/** `bytes`: how much of it; negative only where the seller corrected downwards. `name`: of the module. */
export type BalanceChange = { at: number; cause: ChangeCause; bytes: number; name: string };

/** The older days of one card, and all that happened to it but use. */
export type UsageArchive = { since: number; intervals: UsageInterval[]; changes: BalanceChange[] };

/** All that is kept of how one card was used. The archive ends where the samples begin. */
export type UsageHistory = { samples: UsageSamples; archive: UsageArchive };
