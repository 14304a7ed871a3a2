import type { Card } from './card.ts';

/**
 * The last good answer for one account.
 * `measuredAt`, `expiresAt`: the seller's own time of measuring, and until when its figures may be shown as current
 * (seller's clock). `checkedAt`: when we heard that (our clock). `skewMs`: seller's clock minus ours.
 * `floorMs`: how often the seller wants to be asked at most; 0 if it did not say.
 */
export type Reading = {
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
export function sellerTimeFor(reading: Reading, now: number): number {
  return now + reading.skewMs;
}

/**
 * When the figures stop being current, by our clock: at the seller's own `expiresAt`, after two missed checks
 * (`intervalMs` is the pace or the seller's floor, the longer), or 30 days after they were measured.
 */
export function staleAtFor(reading: Reading, intervalMs: number): number {
  const missed = reading.checkedAt + 2 * Math.max(intervalMs, reading.floorMs);
  return Math.min(reading.expiresAt - reading.skewMs, missed, reading.measuredAt - reading.skewMs + maxAgeMs);
}

/** A figure from the future (our clock was set back) is as little to be trusted as an old one. */
export function isStale(reading: Reading, intervalMs: number, now: number): boolean {
  return now >= staleAtFor(reading, intervalMs) || now < reading.checkedAt - 5 * 60_000;
}
