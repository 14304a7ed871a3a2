import { dayMs, hourMs, startOfWallDay, wallClock } from '../values/time.ts';
import type { UsageHistory, UsageInterval } from './usage-samples.ts';

const exactForMs = 2 * dayMs;

const hourlyForMs = 14 * dayMs;

const sampledForMs = 56 * dayMs;

const keptForMs = 400 * dayMs;

const maxChanges = 400;

/**
 * Bounded: everything for 2 days, by the hour for 14, by the day for 400; what is older is dropped. Merging keeps what
 * was used to the byte.
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
  const gone = intervals.filter(([to]) => to <= at - keptForMs);
  const isSame = moved.length === 0 && gone.length === 0 && archive.changes.length <= maxChanges;
  return {
    samples: { ...samples, since: moved.at(-1)?.[0] ?? samples.since, intervals: merged.slice(cut) },
    archive: isSame
      ? archive
      : {
          since: gone.at(-1)?.[0] ?? archive.since,
          intervals: intervals.slice(gone.length),
          changes: archive.changes.filter((change) => change.at > at - keptForMs).slice(-maxChanges),
        },
  };
}

/** Neighbours of one slot become one stretch; stretches without a slot stay as they are. */
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
      merged[merged.length - 1] = [interval[0], before[1] + interval[1], interval[2]];
    } else {
      merged.push(interval);
    }
    slotBefore = slot;
  }
  return merged;
}
