import type { Card } from './card.ts';

/**
 * The last good response for one account.
 * `measuredAt`: when the seller measured it; `expiresAt`: until when it may be shown as current (both seller's clock).
 * `checkedAt`: when it was received (our clock). `skewMs`: seller's clock minus ours.
 * `floorMs`: the seller's minimum interval between requests; 0 if it did not say. `etag` null: the seller sent none of
 * use. `omittedCards`: how many more the seller listed than are taken in; absent: none.
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
  omittedCards?: number;
};

/**
 * The snapshot after our clock was set back, which its time in the future shows: by the seller's clock it stays as old as
 * it is. The same object where the clock was not set back.
 */
export function snapshotAfterClockSetBack(snapshot: UsageSnapshot, now: number): UsageSnapshot {
  const byMs = snapshot.checkedAt - now;
  return byMs > 0 ? { ...snapshot, checkedAt: now, skewMs: snapshot.skewMs + byMs } : snapshot;
}

/** `now` (our clock) by the seller's clock. */
export function toSellerTime(snapshot: UsageSnapshot, now: number): number {
  return now + snapshot.skewMs;
}
