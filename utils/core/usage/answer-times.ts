import { isSameValue } from '../values/same-value.ts';
import { dayMs, minuteMs } from '../values/time.ts';
import type { Card } from './card.ts';
import type { UsageSnapshot } from './usage-snapshot.ts';

/**
 * What changes in a snapshot with an answer of the same figures. `cardTimes`: when each card was measured, in the
 * snapshot's order; empty: all of them at `measuredAt`.
 */
export type AnswerTimes = Pick<
  UsageSnapshot,
  'measuredAt' | 'expiresAt' | 'checkedAt' | 'skewMs' | 'floorMs' | 'etag'
> & { cardTimes: number[] };

/** Half a minute more or less is the same clock: `Date` tells whole seconds, after the way here. */
const sameClockMs = minuteMs / 2;
/** A figure that nobody has asked for in that long is news, even if it is the same. */
const newsAfterMs = dayMs;

/** Of an answer that says what was known before; null: it says something else, or by another clock. */
export function timesIfUnchanged(before: UsageSnapshot, after: UsageSnapshot): AnswerTimes | null {
  if (!isSameValue(figuresOf(before), figuresOf(after))) return null;
  if (Math.abs(before.skewMs - after.skewMs) >= sameClockMs) return null;
  const { measuredAt, expiresAt, checkedAt, floorMs, etag, cards } = after;
  const longestMs = Math.max(
    ...cards.map((card, at) => Math.abs(card.measuredAt - (before.cards[at]?.measuredAt ?? 0))),
  );
  if (longestMs >= newsAfterMs) return null;
  const isOneTime = cards.every((card) => card.measuredAt === measuredAt);
  const cardTimes = isOneTime ? [] : cards.map((card) => card.measuredAt);
  return { measuredAt, expiresAt, checkedAt, skewMs: before.skewMs, floorMs, etag, cardTimes };
}

/** The snapshot with the times of a later answer that showed the same; null: there was none. */
export function withAnswerTimes(snapshot: UsageSnapshot, times: AnswerTimes | null): UsageSnapshot {
  if (!times || times.checkedAt <= snapshot.checkedAt) return snapshot;
  const { cardTimes, ...later } = times;
  const { cards } = snapshot;
  // Where a stored card could not be read, nobody knows whose times these are.
  const areKnown = cardTimes.length === 0 || cardTimes.length === cards.length;
  const timeOf = ({ measuredAt }: Card, at: number) => (areKnown ? (cardTimes[at] ?? times.measuredAt) : measuredAt);
  return { ...snapshot, ...later, cards: cards.map((card, at) => ({ ...card, measuredAt: timeOf(card, at) })) };
}

function figuresOf({ accountKey, omittedCards, cards }: UsageSnapshot) {
  return { accountKey, omittedCards, cards: cards.map((card) => ({ ...card, measuredAt: 0 })) };
}
