import type { Card, UnconfirmedJump } from '../usage/card.ts';
import { cardBalance } from '../usage/card-balance.ts';
import { sumBytes } from '../values/bytes.ts';
import { dayMs, minuteMs, startOfDay } from '../values/time.ts';
import {
  hasNewPeriod,
  heldBy,
  isMoreThanReserved,
  recurringModuleIds,
  sampleModules,
  unknownModuleIds,
} from './module-samples.ts';
import type { ModuleSample, UsageSamples } from './usage-samples.ts';

/*
 * A mistaken answer of a seller is told from usage by a second one that shows the same; another card's figure, on a page
 * that names nobody, by the user.
 */

const nearlyEmptyPercent = 5;
const maxBytesPerMinute = 1_000_000_000;

export type JumpInput = {
  /** Null: the card was never measured before. */
  samples: UsageSamples | null;
  /** The card in the last answer; null: it was not in it. */
  previous: Card | null;
  /** An order that is open explains why there is more. */
  hasOpenOrder: boolean;
  /** A second answer with the same jump confirms nothing: it may be another card's. Absent: it does. */
  needsPerson?: boolean;
};

/** The jump of a card that is to be confirmed; null: there is none, or this one confirms it. */
export function jumpToConfirm(
  card: Card,
  { samples, previous, hasOpenOrder, needsPerson = false }: JumpInput,
): UnconfirmedJump | null {
  const coarse = previous && coarseDrop(previous, card);
  if (coarse) return coarse;
  if (!samples) return null;
  const measuredAt = confirmedAt(previous) ?? samples.intervals.at(-1)?.[0] ?? samples.since;
  const otherTerms = needsPerson && !hasOpenOrder ? changeOfTerms(samples.modules, card) : null;
  const kind = unexplainedJump(samples.modules, card, measuredAt) ?? otherTerms;
  const isExplained = kind === 'rise' && hasOpenOrder;
  const isConfirmed = !needsPerson && previous?.unconfirmed?.kind === kind;
  if (kind === null || isExplained || isConfirmed) return null;
  const after = sampleModules(card);
  const jump = { kind, leftBytes: remainingOf(unended(samples.modules, after, card)), measuredAt };
  return needsPerson ? { ...jump, needsPerson: { leftBytes: remainingOf(after) } } : jump;
}

/** More than an end moves that is told as "in 5 days". */
const sameEndMs = 1.5 * dayMs;

/** Another quota or another end, by which two cards of one seller differ too. */
function changeOfTerms(before: readonly ModuleSample[], card: Card): UnconfirmedJump['kind'] | null {
  for (const module of sampleModules(card)) {
    const previous = before.find(({ id }) => id === module.id);
    if (!previous) continue;
    const isSame = previous.quotaBytes === module.quotaBytes && isSameEnd(previous.endsAt, module.endsAt);
    if (!isSame) return heldBy(module) > heldBy(previous) ? 'rise' : 'drop';
  }
  return null;
}

function isSameEnd(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < sameEndMs;
}

function remainingOf(modules: readonly ModuleSample[]): number {
  return sumBytes(modules.map(({ remainingBytes }) => remainingBytes));
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
  // Of a daily part whose end is not told, the next day may have begun with every new day.
  const isNextDay = startOfDay(card.measuredAt) > startOfDay(previousMeasuredAt);
  const renewedIds = isNextDay ? recurringModuleIds(card, 'daily') : new Set<string>();
  const hasRisen = after.some(
    (module) => !renewedIds.has(module.id) && isMoreThanReserved(risenBy(before, module), module.quotaBytes),
  );
  return hasRisen ? 'rise' : null;
}

/** A balance without amounts that was high and is out at once. */
function coarseDrop(previous: Card, card: Card): UnconfirmedJump | null {
  const [before, after] = [cardBalance(previous, previous.measuredAt), cardBalance(card, card.measuredAt)];
  if (previous.unconfirmed || before.kind !== 'coarse' || after.kind !== 'coarse') return null;
  if (before.level !== 'high' || after.level !== 'out' || card.state !== 'active') return null;
  return { kind: 'drop', leftBytes: before.upperBytes, measuredAt: previous.measuredAt };
}

/**
 * The modules of before that should still be there: not ended, not replaced by another that has something left, their
 * balance known.
 */
function unended(before: readonly ModuleSample[], after: readonly ModuleSample[], card: Card): ModuleSample[] {
  const idsBefore = new Set(before.map(({ id }) => id));
  const idsAfter = new Set(after.map(({ id }) => id));
  const isReplaced = after.some(({ id, remainingBytes }) => !idsBefore.has(id) && remainingBytes > 0);
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
  const changes = expected.map((module) => ({ module, left: remainingIn.get(module.id) ?? 0 }));
  const isSudden = changes.some(({ module, left }) => {
    const wasNearlyEmpty = module.remainingBytes * 100 <= module.quotaBytes * nearlyEmptyPercent;
    return left === 0 && module.remainingBytes > 0 && !wasNearlyEmpty;
  });
  const lostBytes = sumBytes(changes.map(({ module, left }) => Math.max(0, module.remainingBytes - left)));
  const leftBefore = sumBytes(expected.map(({ remainingBytes }) => remainingBytes));
  // What one part lost the others gained: it was replaced, or carried over.
  if (sumBytes(after.map(({ remainingBytes }) => remainingBytes)) >= leftBefore) return false;
  return isSudden || lostBytes > maxBytesPerMinute * minutes;
}

/** By how much a module has more than before without a larger quota or a new period. */
function risenBy(before: readonly ModuleSample[], module: ModuleSample): number {
  const previous = before.find(({ id }) => id === module.id);
  if (!previous || module.quotaBytes > previous.quotaBytes || hasNewPeriod(previous, module)) return 0;
  return Math.max(0, heldBy(module) - heldBy(previous));
}
