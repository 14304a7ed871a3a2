import type { Card } from '../usage/card.ts';
import { dayMs, hourMs, startOfWallDay, wallClock } from '../values/time.ts';
import { compare, modulesOf } from './balance-changes.ts';
import type { Archive, Samples, Stretch } from './usage-samples.ts';

/** All that is kept of how one card was used. The archive ends where the samples begin. */
export type CardHistory = { samples: Samples; archive: Archive };

const exactForMs = 2 * dayMs;
const hourlyForMs = 14 * dayMs;
const sampledForMs = 56 * dayMs;
const keptForMs = 400 * dayMs;
const mostChanges = 400;
/** What came back within this time was never used: sellers hold data for open sessions. */
const returnsForMs = 2 * dayMs;

/** Whether a reading tells anything that its history does not know. */
export function hasNews(samples: Samples | null, card: Card): boolean {
  if (!samples) return true;
  return JSON.stringify(compare(samples.modules, card).modules) !== JSON.stringify(samples.modules);
}

/**
 * The history after a reading of the card: the very same object if the reading told nothing new. `sameUntil`: when the
 * card was last measured before this reading (seller's clock); until then nothing had changed. Days are those of `zone`.
 */
export function noteCard(
  history: CardHistory | null,
  card: Card,
  sameUntil: number | null,
  zone?: string,
): CardHistory | null {
  const at = card.measuredAt;
  if (!history) {
    const modules = modulesOf(card);
    if (modules.length === 0) return null;
    return {
      samples: { since: at, stretches: [], modules },
      archive: { since: at, stretches: [], changes: [] },
    };
  }
  const { samples, archive } = history;
  if (!hasNews(samples, card)) return history;
  const { modules, usedBytes, returnedBytes, changes } = compare(samples.modules, card);
  if (usedBytes === 0 && returnedBytes === 0 && changes.length === 0) {
    return { ...history, samples: { ...samples, modules } };
  }
  const taken = takeBack(samples.stretches, returnedBytes, at);
  const leftBytes = modules.reduce((sum, { remainingBytes }) => sum + remainingBytes, 0);
  const leftBefore = samples.modules.reduce((sum, { remainingBytes }) => sum + remainingBytes, 0);
  const stretches = [...taken.stretches];
  const endOfLast = () => stretches.at(-1)?.[0] ?? samples.since;
  const lastHour = Math.floor(endOfLast() / hourMs);
  if (sameUntil !== null && sameUntil > endOfLast() && sameUntil < at) stretches.push([sameUntil, 0, leftBefore]);
  const last = stretches.at(-1);
  if (last && at <= last[0]) stretches[stretches.length - 1] = [last[0], last[1] + usedBytes, leftBytes];
  else stretches.push([Math.max(at, endOfLast() + 1), usedBytes, leftBytes]);
  const corrected = taken.restBytes > 0 ? [{ at, cause: 'corrected' as const, bytes: taken.restBytes, name: '' }] : [];
  const hasChanges = changes.length > 0 || corrected.length > 0;
  const after = {
    samples: { since: samples.since, stretches, modules },
    archive: hasChanges ? { ...archive, changes: [...archive.changes, ...changes, ...corrected] } : archive,
  };
  // Once an hour is enough: it looks at everything.
  return Math.floor(endOfLast() / hourMs) > lastHour ? compact(after, at, zone) : after;
}

/** Bytes that came back are taken off the latest use; what was not used lately is the seller's correction. */
function takeBack(stretches: readonly Stretch[], returnedBytes: number, at: number) {
  let restBytes = returnedBytes;
  const changed = [...stretches];
  for (let i = changed.length - 1; i >= 0 && restBytes > 0; i -= 1) {
    const [to, usedBytes, leftBytes] = changed[i] as Stretch;
    if (to < at - returnsForMs) break;
    const back = Math.min(usedBytes, restBytes);
    changed[i] = [to, usedBytes - back, leftBytes];
    restBytes -= back;
  }
  return { stretches: changed, restBytes };
}

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
