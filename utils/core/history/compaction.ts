import { dayMs, hourMs, startOfWallDay, wallClock } from '../values/time.ts';
import type { CardHistory, Stretch } from './usage-samples.ts';

const exactForMs = 2 * dayMs;

const hourlyForMs = 14 * dayMs;

const sampledForMs = 56 * dayMs;

const keptForMs = 400 * dayMs;

const mostChanges = 400;

/**
 * Bounded: everything for 2 days, by the hour for 14, by the day for 400; what is older is dropped. Merging keeps what
 * was used to the byte.
 */
export function compact({ samples, archive }: CardHistory, at: number, zone?: string): CardHistory {
  const slotOf = ([to]: Stretch): string | null => {
    if (to > at - exactForMs) return null;
    if (to > at - hourlyForMs) return `h${Math.floor((to - 1) / hourMs)}`;
    return `d${startOfWallDay(wallClock(to - 1, zone))}`;
  };
  const merged = mergeBy(samples.stretches, slotOf);
  const older = merged.findIndex(([to]) => to > at - sampledForMs);
  const cut = older < 0 ? merged.length : older;
  const moved = merged.slice(0, cut);
  const stretches = moved.length > 0 ? mergeBy([...archive.stretches, ...moved], slotOf) : archive.stretches;
  const gone = stretches.filter(([to]) => to <= at - keptForMs);
  const isSame = moved.length === 0 && gone.length === 0 && archive.changes.length <= mostChanges;
  return {
    samples: { ...samples, since: moved.at(-1)?.[0] ?? samples.since, stretches: merged.slice(cut) },
    archive: isSame
      ? archive
      : {
          since: gone.at(-1)?.[0] ?? archive.since,
          stretches: stretches.slice(gone.length),
          changes: archive.changes.filter((change) => change.at > at - keptForMs).slice(-mostChanges),
        },
  };
}

/** Neighbours of one slot become one stretch; stretches without a slot stay as they are. */
function mergeBy(stretches: readonly Stretch[], slotOf: (stretch: Stretch) => string | null): Stretch[] {
  const merged: Stretch[] = [];
  let slotBefore: string | null = null;
  for (const stretch of stretches) {
    const slot = slotOf(stretch);
    const before = merged.at(-1);
    if (before && slot !== null && slot === slotBefore) {
      merged[merged.length - 1] = [stretch[0], before[1] + stretch[1], stretch[2]];
    } else {
      merged.push(stretch);
    }
    slotBefore = slot;
  }
  return merged;
}
