import type { Card } from '../usage/card.ts';
import { dayMs, hourMs } from '../values/time.ts';
import { compare, modulesOf } from './balance-changes.ts';
import { compact } from './compaction.ts';
import type { CardHistory, Samples, Stretch } from './usage-samples.ts';

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
