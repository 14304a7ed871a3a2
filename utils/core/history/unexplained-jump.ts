import type { Card, UnconfirmedJump } from '../usage/card.ts';
import { sumBytes } from '../values/bytes.ts';
import { minuteMs } from '../values/time.ts';
import { hasNewPeriod, heldBy, isMoreThanReserved, sampleModules, unknownModuleIds } from './module-samples.ts';
import type { ModuleSample, UsageSamples } from './usage-samples.ts';

/* A mistaken answer of a seller is told from usage by a second one that shows the same. */

const nearlyEmptyPercent = 5;
const maxBytesPerMinute = 1_000_000_000;

export type JumpInput = {
  /** Null: the card was never measured before. */
  samples: UsageSamples | null;
  /** The card in the last answer; null: it was not in it. */
  previous: Card | null;
  /** An order that is open explains why there is more. */
  hasOpenOrder: boolean;
};

/** The jump of a card that a second answer has to confirm; null: there is none, or this one confirms it. */
export function jumpToConfirm(card: Card, { samples, previous, hasOpenOrder }: JumpInput): UnconfirmedJump | null {
  if (!samples) return null;
  const measuredAt = confirmedAt(previous) ?? samples.intervals.at(-1)?.[0] ?? samples.since;
  const kind = unexplainedJump(samples.modules, card, measuredAt);
  const isExplained = kind === 'rise' && hasOpenOrder;
  if (kind === null || isExplained || previous?.unconfirmed?.kind === kind) return null;
  return { kind, leftBytes: sumBytes(samples.modules.map(({ remainingBytes }) => remainingBytes)), measuredAt };
}

/** When a card was last measured without doubt (seller's clock). */
export function confirmedAt(card: Card | null): number | null {
  return card?.unconfirmed?.measuredAt ?? card?.measuredAt ?? null;
}

/**
 * rise: more is left though neither quota nor period has changed · drop: nothing is left at once, or data went faster
 * than it can be used. `previousMeasuredAt`: when `before` was measured (seller's clock).
 */
function unexplainedJump(
  before: readonly ModuleSample[],
  card: Card,
  previousMeasuredAt: number,
): UnconfirmedJump['kind'] | null {
  if (card.state !== 'active') return null;
  const after = sampleModules(card);
  const minutes = Math.max(1, (card.measuredAt - previousMeasuredAt) / minuteMs);
  if (isUnexplainedDrop(unended(before, after, card), after, minutes)) return 'drop';
  const hasRisen = after.some((module) => isMoreThanReserved(risenBy(before, module), module.quotaBytes));
  return hasRisen ? 'rise' : null;
}

/** The modules of before that should still be there: not ended, not replaced by another, their balance known. */
function unended(before: readonly ModuleSample[], after: readonly ModuleSample[], card: Card): ModuleSample[] {
  const idsBefore = new Set(before.map(({ id }) => id));
  const idsAfter = new Set(after.map(({ id }) => id));
  const isReplaced = after.some(({ id }) => !idsBefore.has(id));
  const unknownIds = unknownModuleIds(card);
  return before.filter(({ id, endsAt }) => {
    if (unknownIds.has(id)) return false;
    return idsAfter.has(id) || (!isReplaced && (endsAt === null || endsAt > card.measuredAt));
  });
}

function isUnexplainedDrop(
  expected: readonly ModuleSample[],
  after: readonly ModuleSample[],
  minutes: number,
): boolean {
  const remainingIn = new Map(after.map(({ id, remainingBytes }) => [id, remainingBytes]));
  const lost = expected.map(({ id, remainingBytes }) => Math.max(0, remainingBytes - (remainingIn.get(id) ?? 0)));
  const lostBytes = sumBytes(lost);
  const heldBytes = sumBytes(expected.map(({ remainingBytes }) => remainingBytes));
  const quotaBytes = sumBytes(expected.map((module) => module.quotaBytes));
  const isEmpty = after.every(({ remainingBytes }) => remainingBytes === 0);
  const wasNearlyEmpty = heldBytes * 100 <= quotaBytes * nearlyEmptyPercent;
  return (isEmpty && lostBytes > 0 && !wasNearlyEmpty) || lostBytes > maxBytesPerMinute * minutes;
}

/** By how much a module has more than before without a larger quota or a new period. */
function risenBy(before: readonly ModuleSample[], module: ModuleSample): number {
  const previous = before.find(({ id }) => id === module.id);
  if (!previous || module.quotaBytes > previous.quotaBytes || hasNewPeriod(previous, module)) return 0;
  return Math.max(0, heldBy(module) - heldBy(previous));
}
