import type { UsageSnapshot } from './usage-snapshot.ts';

const maxAgeMs = 30 * 24 * 3_600_000;

/**
 * When the snapshot stops being current (our clock): at the seller's `expiresAt`, after two missed checks, or 30 days
 * after it was measured, whichever is first. `intervalMs`: the poll interval; the seller's minimum applies if it is
 * longer.
 */
export function staleAt(snapshot: UsageSnapshot, intervalMs: number): number {
  const missedTwiceAt = snapshot.checkedAt + 2 * Math.max(intervalMs, snapshot.floorMs);
  return Math.min(
    snapshot.expiresAt - snapshot.skewMs,
    missedTwiceAt,
    snapshot.measuredAt - snapshot.skewMs + maxAgeMs,
  );
}

/** Our clock. A snapshot from the future (our clock was set back) counts as stale too. */
export function isStale(snapshot: UsageSnapshot, intervalMs: number, now: number): boolean {
  return now >= staleAt(snapshot, intervalMs) || now < snapshot.checkedAt - 5 * 60_000;
}
