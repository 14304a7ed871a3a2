import type { Card } from './card.ts';

/**
 * The last good answer for one account.
 * `measuredAt`, `expiresAt`: the seller's own time of measuring, and until when its figures may be shown as current
 * (seller's clock). `checkedAt`: when we heard that (our clock). `skewMs`: seller's clock minus ours.
 * `floorMs`: how often the seller wants to be asked at most; 0 if it did not say.
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

/** The same instant by the seller's clock. */
export function toSellerTime(snapshot: UsageSnapshot, now: number): number {
  return now + snapshot.skewMs;
}

/**
 * When the figures stop being current, by our clock: at the seller's own `expiresAt`, after two missed checks
 * (`intervalMs` is the pace or the seller's floor, the longer), or 30 days after they were measured.
 */
export function staleAt(snapshot: UsageSnapshot, intervalMs: number): number {
  const missed = snapshot.checkedAt + 2 * Math.max(intervalMs, snapshot.floorMs);
  return Math.min(snapshot.expiresAt - snapshot.skewMs, missed, snapshot.measuredAt - snapshot.skewMs + maxAgeMs);
}

/** A figure from the future (our clock was set back) is as little to be trusted as an old one. */
export function isStale(snapshot: UsageSnapshot, intervalMs: number, now: number): boolean {
  return now >= staleAt(snapshot, intervalMs) || now < snapshot.checkedAt - 5 * 60_000;
}
