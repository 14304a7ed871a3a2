import { sumBytes } from '../values/bytes.ts';
import { dayMs, hourMs, startOfWallDay, wallClock } from '../values/time.ts';
import type { UsageHistory, UsageInterval } from './usage-samples.ts';

const exactForMs = 2 * dayMs;
const hourlyForMs = 14 * dayMs;
/** How long intervals stay among the samples: the look-back of the usage rate. */
const sampledForMs = 56 * dayMs;
const keptForMs = 400 * dayMs;
const maxChanges = 400;

/**
 * Bounds the stored history: every interval for 2 days, one an hour for 14, one a day for 400; what is older is
 * dropped. Merging keeps the used bytes exact. `at`: seller's clock; days are those of `zone`.
 */
export function compact({ samples, archive }: UsageHistory, at: number, zone?: string): UsageHistory {
  const slotOf = ([to]: UsageInterval): string | null => {
    if (to > at - exactForMs) return null;
    if (to > at - hourlyForMs) return `h${Math.floor((to - 1) / hourMs)}`;
    return `d${startOfWallDay(wallClock(to - 1, zone))}`;
  };
  const merged = mergeBy(samples.intervals, slotOf);
  const older = merged.findIndex(([to]) => to > at - sampledForMs);
  const cut = older < 0 ? merged.length : older;
  const moved = merged.slice(0, cut);
  const intervals = moved.length > 0 ? mergeBy([...archive.intervals, ...moved], slotOf) : archive.intervals;
  const dropped = intervals.filter(([to]) => to <= at - keptForMs);
  const isUnchanged = moved.length === 0 && dropped.length === 0 && archive.changes.length <= maxChanges;
  return {
    samples: { ...samples, since: moved.at(-1)?.[0] ?? samples.since, intervals: merged.slice(cut) },
    archive: isUnchanged
      ? archive
      : {
          since: dropped.at(-1)?.[0] ?? archive.since,
          intervals: intervals.slice(dropped.length),
          changes: archive.changes.filter((change) => change.at > at - keptForMs).slice(-maxChanges),
        },
  };
}

/** Merges neighbouring intervals with the same slot; those without a slot (null) stay as they are. */
function mergeBy(
  intervals: readonly UsageInterval[],
  slotOf: (interval: UsageInterval) => string | null,
): UsageInterval[] {
  const merged: UsageInterval[] = [];
  let slotBefore: string | null = null;
  for (const interval of intervals) {
    const slot = slotOf(interval);
    const before = merged.at(-1);
    if (before && slot !== null && slot === slotBefore) {
      merged[merged.length - 1] = [interval[0], sumBytes([before[1], interval[1]]), interval[2]];
    } else {
      merged.push(interval);
    }
    slotBefore = slot;
  }
  return merged;
}
