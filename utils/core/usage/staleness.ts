import { dayMs, minuteMs } from '../values/time.ts';
import type { UsageSnapshot } from './usage-snapshot.ts';

const maxAgeMs = 30 * dayMs;

/** What of a snapshot tells how old it is. */
export type SnapshotTimes = Pick<UsageSnapshot, 'measuredAt' | 'expiresAt' | 'checkedAt' | 'skewMs' | 'floorMs'>;

/**
 * When the snapshot stops being current (our clock): at the seller's `expiresAt`, after two missed checks, or 30 days
 * after it was measured, whichever is first. `intervalMs`: the poll interval; the seller's minimum applies if it is
 * longer.
 */
export function staleAt(snapshot: SnapshotTimes, intervalMs: number): number {
  const missedTwiceAt = snapshot.checkedAt + 2 * Math.max(intervalMs, snapshot.floorMs);
  return Math.min(
    snapshot.expiresAt - snapshot.skewMs,
    missedTwiceAt,
    snapshot.measuredAt - snapshot.skewMs + maxAgeMs,
  );
}

/** From when on a snapshot is current (our clock): one from the future shows that our clock was set back. */
export function freshFrom(snapshot: Pick<UsageSnapshot, 'checkedAt'>): number {
  return snapshot.checkedAt - 5 * minuteMs;
}

/** Our clock. */
export function isStale(snapshot: SnapshotTimes, intervalMs: number, now: number): boolean {
  return now >= staleAt(snapshot, intervalMs) || now < freshFrom(snapshot);
}
