import { minuteMs } from '../values/time.ts';
import type { Card } from './card.ts';
import type { CardBalance } from './card-balance.ts';

const nearlyEmptyPercent = 5;
const maxBytesPerMinute = 1_000_000_000;

/**
 * Whether a balance that drops to zero at once, or faster than data can be used, may be the seller's error: a second
 * snapshot has to confirm it. `previousMeasuredAt`: when the balance was last measured before (seller's clock); null:
 * not known.
 */
export function isUnexplainedDrop(
  card: Card,
  balance: CardBalance,
  before: { leftBytes: number | null; totalBytes: number | null },
  previousMeasuredAt: number | null,
): boolean {
  if (balance.kind !== 'known' || before.leftBytes === null || card.state !== 'active') return false;
  const droppedBytes = before.leftBytes - balance.leftBytes;
  const wasFull = before.leftBytes * 100 > (before.totalBytes ?? before.leftBytes) * nearlyEmptyPercent;
  const isSudden = balance.leftBytes === 0 && droppedBytes > 0 && wasFull;
  const minutes = Math.max(1, (card.measuredAt - (previousMeasuredAt ?? card.measuredAt)) / minuteMs);
  const isTooFast = droppedBytes > maxBytesPerMinute * minutes;
  return isSudden || isTooFast;
}
