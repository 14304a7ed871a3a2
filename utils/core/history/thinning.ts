import { dayMs } from '../values/time.ts';
import type { UsageHistory, UsageInterval } from './usage-samples.ts';

/** What is kept of a history, step by step less: days of the archive, then of the samples the forecast needs. */
const steps = [
  { archiveDays: 200, sampleDays: 56 },
  { archiveDays: 100, sampleDays: 56 },
  { archiveDays: 0, sampleDays: 56 },
  { archiveDays: 0, sampleDays: 28 },
  { archiveDays: 0, sampleDays: 14 },
];

/** What is stored of a card's history. */
export type StoredHistory = { [K in keyof UsageHistory]: UsageHistory[K] | null };

/**
 * The histories without their oldest days, no more of them than it takes to free that many bytes. What stays as it is
 * stays the same object.
 */
export function thinHistories(histories: readonly StoredHistory[], bytesToFree: number): StoredHistory[] {
  const before = sizeOf(histories);
  let thinned = [...histories];
  for (const step of steps) {
    thinned = histories.map((history) => thin(history, step));
    if (before - sizeOf(thinned) >= bytesToFree) break;
  }
  return thinned;
}

function sizeOf(histories: readonly StoredHistory[]): number {
  return JSON.stringify(histories).length;
}

function thin({ samples, archive }: StoredHistory, { archiveDays, sampleDays }: (typeof steps)[number]): StoredHistory {
  const end = samples?.intervals.at(-1)?.[0] ?? archive?.intervals.at(-1)?.[0] ?? samples?.since ?? 0;
  const archiveFrom = archiveDays === 0 ? end : end - archiveDays * dayMs;
  const older = archive?.changes.filter(({ at }) => at <= archiveFrom) ?? [];
  const kept = archive && since(archive, archiveFrom);
  return {
    samples: samples && since(samples, end - sampleDays * dayMs),
    archive: kept && older.length > 0 ? { ...kept, changes: kept.changes.filter(({ at }) => at > archiveFrom) } : kept,
  };
}

/** The same object where nothing is older. */
function since<T extends { since: number; intervals: UsageInterval[] }>(history: T, from: number): T {
  const intervals = history.intervals.filter(([to]) => to > from);
  const last = history.intervals[history.intervals.length - intervals.length - 1];
  return last ? { ...history, since: last[0], intervals } : history;
}
