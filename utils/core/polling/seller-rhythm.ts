import type { UsageSnapshot } from '../usage/usage-snapshot.ts';
import { minuteMs } from '../values/time.ts';

/* How often a seller measures, learned from the times it tells. */

/** How many updates are remembered. */
const rememberedGaps = 4;
/** One gap may be chance. */
const neededGaps = 2;
/** What is measured so shortly before the answer was measured for it, and the seller has no rhythm of its own. */
const measuredForUsMs = minuteMs;
/** After an update is due: the seller may be a little late. */
const graceMs = 2 * minuteMs;

/**
 * The times between a seller's updates, the last ones, after an answer. A gap counts where no other update fits into
 * it: it was checked in the second half of it, and there was none.
 */
export function learnedGaps(
  gapsMs: readonly number[],
  before: UsageSnapshot | null,
  after: UsageSnapshot,
): readonly number[] {
  if (after.checkedAt + after.skewMs - after.measuredAt < measuredForUsMs) return gapsMs.length === 0 ? gapsMs : [];
  const gapMs = before ? after.measuredAt - before.measuredAt : 0;
  if (!before || gapMs <= 0) return gapsMs;
  const unchangedMs = before.checkedAt + before.skewMs - before.measuredAt;
  return unchangedMs * 2 > gapMs ? [...gapsMs, gapMs].slice(-rememberedGaps) : gapsMs;
}

/**
 * Before when the seller will have measured nothing new since the snapshot (our clock); 0: nobody knows. The shortest
 * gap counts, since a late check is worse than one in vain.
 */
export function nextUpdateAt({ measuredAt, skewMs }: UsageSnapshot, gapsMs: readonly number[]): number {
  if (gapsMs.length < neededGaps) return 0;
  return measuredAt - skewMs + Math.min(...gapsMs) + graceMs;
}
