import type { Card } from './card.ts';

/**
 * The last good response for one account.
 * `measuredAt`: when the seller measured it; `expiresAt`: until when it may be shown as current (both seller's clock).
 * `checkedAt`: when it was received (our clock). `skewMs`: seller's clock minus ours.
 * `floorMs`: the seller's minimum interval between requests; 0 if it did not say. `etag` null: the seller sent none.
 */
export type UsageSnapshot = {
  accountKey: string | null;
  cards: Card[];
  measuredAt: number;
  expiresAt: number;
  checkedAt: number;
  skewMs: number;
  floorMs: number;
  etag: string | null;
};

const maxAgeMs = 30 * 24 * 3_600_000;

/** `now` (our clock) by the seller's clock. */
export function toSellerTime(snapshot: UsageSnapshot, now: number): number {
  return now + snapshot.skewMs;
}

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
