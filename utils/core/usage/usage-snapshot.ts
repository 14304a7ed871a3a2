import { hourMs, minuteMs } from '../values/time.ts';
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

/** Whether a card has dropped and no second answer has said so yet, as it may. */
export function hasUnconfirmedDrop({ cards }: UsageSnapshot): boolean {
  return cards.some(({ unconfirmed }) => unconfirmed?.kind === 'drop' && !unconfirmed.needsPerson);
}

/**
 * The snapshot after our clock was set back, which its time in the future shows: by the seller's clock it stays as old as
 * it is. `isOurClock`: its times are by our clock; then what was measured in the future was measured now. The same object
 * where the clock was not set back.
 */
export function snapshotAfterClockSetBack(snapshot: UsageSnapshot, isOurClock: boolean, now: number): UsageSnapshot {
  const byMs = snapshot.checkedAt - now;
  if (byMs <= 0) return snapshot;
  const moved = { ...snapshot, checkedAt: now };
  if (!isOurClock) return { ...moved, skewMs: snapshot.skewMs + byMs };
  const past = (at: number) => Math.min(at, now);
  const cards = snapshot.cards.map((card) => ({ ...card, measuredAt: past(card.measuredAt) }));
  return { ...moved, cards, measuredAt: past(snapshot.measuredAt), expiresAt: snapshot.expiresAt - byMs };
}

/**
 * Whether our clock, which was behind the seller's, may have been put right since: as much has passed by it as it was
 * behind. Then the seller's time is not known until its next answer. Less than an hour makes no difference.
 */
export function isSellerTimeUncertain({ skewMs, checkedAt }: UsageSnapshot, now: number): boolean {
  return skewMs > hourMs && now - checkedAt >= skewMs - minuteMs;
}

/** `now` (our clock) by the seller's clock. */
export function toSellerTime(snapshot: UsageSnapshot, now: number): number {
  return now + snapshot.skewMs;
}
