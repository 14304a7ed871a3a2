import type { Card } from '../usage/card.ts';
import { dayMs, hourMs } from '../values/time.ts';
import { diffSnapshots, sampleModules } from './balance-changes.ts';
import { compact } from './compaction.ts';
import type { UsageHistory, UsageInterval, UsageSamples } from './usage-samples.ts';

/** What came back within this time was never used: sellers hold data for open sessions. */
const returnsForMs = 2 * dayMs;

/** Whether a reading tells anything that its history does not know. */
export function hasNews(samples: UsageSamples | null, card: Card): boolean {
  if (!samples) return true;
  return JSON.stringify(diffSnapshots(samples.modules, card).modules) !== JSON.stringify(samples.modules);
}

/**
 * The history after a reading of the card: the very same object if the reading told nothing new. `sameUntil`: when the
 * card was last measured before this reading (seller's clock); until then nothing had changed. Days are those of `zone`.
 */
export function recordSnapshot(
  history: UsageHistory | null,
  card: Card,
  previousMeasuredAt: number | null,
  zone?: string,
): UsageHistory | null {
  const at = card.measuredAt;
  if (!history) {
    const modules = sampleModules(card);
    if (modules.length === 0) return null;
    return {
      samples: { since: at, intervals: [], modules },
      archive: { since: at, intervals: [], changes: [] },
    };
  }
  const { samples, archive } = history;
  if (!hasNews(samples, card)) return history;
  const { modules, usedBytes, returnedBytes, changes } = diffSnapshots(samples.modules, card);
  if (usedBytes === 0 && returnedBytes === 0 && changes.length === 0) {
    return { ...history, samples: { ...samples, modules } };
  }
  const taken = takeBack(samples.intervals, returnedBytes, at);
  const leftBytes = modules.reduce((sum, { remainingBytes }) => sum + remainingBytes, 0);
  const leftBefore = samples.modules.reduce((sum, { remainingBytes }) => sum + remainingBytes, 0);
  const intervals = [...taken.intervals];
  const endOfLast = () => intervals.at(-1)?.[0] ?? samples.since;
  const lastHour = Math.floor(endOfLast() / hourMs);
  if (previousMeasuredAt !== null && previousMeasuredAt > endOfLast() && previousMeasuredAt < at)
    intervals.push([previousMeasuredAt, 0, leftBefore]);
  const last = intervals.at(-1);
  if (last && at <= last[0]) intervals[intervals.length - 1] = [last[0], last[1] + usedBytes, leftBytes];
  else intervals.push([Math.max(at, endOfLast() + 1), usedBytes, leftBytes]);
  const corrected = taken.restBytes > 0 ? [{ at, cause: 'corrected' as const, bytes: taken.restBytes, name: '' }] : [];
  const hasChanges = changes.length > 0 || corrected.length > 0;
  const after = {
    samples: { since: samples.since, intervals, modules },
    archive: hasChanges ? { ...archive, changes: [...archive.changes, ...changes, ...corrected] } : archive,
  };
  // Once an hour is enough: it looks at everything.
  return Math.floor(endOfLast() / hourMs) > lastHour ? compact(after, at, zone) : after;
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
