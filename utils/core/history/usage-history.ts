import type { Card } from '../usage/card.ts';
import { sumBytes } from '../values/bytes.ts';
import { dayMs, hourMs } from '../values/time.ts';
import type { SnapshotDiff } from './balance-changes.ts';
import { compact } from './compaction.ts';
import { sampleModules } from './module-samples.ts';
import type { ModuleSample, UsageHistory, UsageInterval } from './usage-samples.ts';

/** Bytes that come back within this time were never used: sellers reserve data for open sessions. */
const returnsForMs = 2 * dayMs;

/** The history of a card that was seen for the first time; null where it has no module with an amount. */
export function startHistory(card: Card): UsageHistory | null {
  const modules = sampleModules(card);
  if (modules.length === 0) return null;
  const since = card.measuredAt;
  return { samples: { since, intervals: [], modules }, archive: { since, intervals: [], changes: [] } };
}

/**
 * The history after a snapshot that differs by `diff` from what it recorded last; the archive stays the same object
 * where nothing in it changes. `at`: when the card was measured; `previousMeasuredAt`: when it was measured before,
 * until then nothing had changed (both seller's clock). Days are those of `zone`.
 */
export function recordDiff(
  { samples, archive }: UsageHistory,
  { modules, usedBytes, returnedBytes, changes }: SnapshotDiff,
  at: number,
  previousMeasuredAt: number | null,
  zone?: string,
): UsageHistory {
  if (usedBytes === 0 && returnedBytes === 0 && changes.length === 0) {
    return { archive, samples: { ...samples, modules } };
  }
  const taken = takeBack(samples.intervals, returnedBytes, at);
  const intervals = [...taken.intervals];
  const endOfLast = () => intervals.at(-1)?.[0] ?? samples.since;
  const lastHour = Math.floor(endOfLast() / hourMs);
  if (previousMeasuredAt !== null && previousMeasuredAt > endOfLast() && previousMeasuredAt < at) {
    intervals.push([previousMeasuredAt, 0, remainingIn(samples.modules)]);
  }
  const last = intervals.at(-1);
  const leftBytes = remainingIn(modules);
  if (last && at <= last[0]) intervals[intervals.length - 1] = [last[0], sumBytes([last[1], usedBytes]), leftBytes];
  else intervals.push([Math.max(at, endOfLast() + 1), sumBytes([usedBytes]), leftBytes]);
  const corrected =
    taken.restBytes > 0 ? [{ at, cause: 'corrected' as const, bytes: sumBytes([taken.restBytes]), name: '' }] : [];
  const hasChanges = changes.length > 0 || corrected.length > 0;
  const after = {
    samples: { since: samples.since, intervals, modules },
    archive: hasChanges ? { ...archive, changes: [...archive.changes, ...changes, ...corrected] } : archive,
  };
  // It goes through all intervals: once an hour is enough.
  return Math.floor(endOfLast() / hourMs) > lastHour ? compact(after, at, zone) : after;
}

function remainingIn(modules: readonly ModuleSample[]): number {
  return sumBytes(modules.map(({ remainingBytes }) => remainingBytes));
}

/** Bytes that came back are taken off the latest use; what was not used lately is the seller's correction. */
function takeBack(intervals: readonly UsageInterval[], returnedBytes: number, at: number) {
  let restBytes = returnedBytes;
  const changed = [...intervals];
  for (let i = changed.length - 1; i >= 0 && restBytes > 0; i -= 1) {
    const [to, usedBytes, leftBytes] = changed[i] as UsageInterval;
    if (to < at - returnsForMs) break;
    const back = Math.min(usedBytes, restBytes);
    changed[i] = [to, usedBytes - back, leftBytes];
    restBytes -= back;
  }
  return { intervals: changed, restBytes };
}
