import type { Card } from '../usage/card.ts';
import { isSameValue } from '../values/same-value.ts';
import {
  hasNewPeriod,
  heldBy,
  isMoreThanReserved,
  recurringModuleIds,
  sampleModules,
  unknownModuleIds,
} from './module-samples.ts';
import type { BalanceChange, ChangeCause, ModuleSample } from './usage-samples.ts';

/**
 * What happened between two snapshots. `returnedBytes`: came back without a credit. `modules`: their state after it.
 */
export type SnapshotDiff = {
  usedBytes: number;
  returnedBytes: number;
  changes: BalanceChange[];
  modules: ModuleSample[];
};

/**
 * What it means that a module has more than before, with the same quota in the same period. returned: it was not used
 * after all · reset: a period began early · reset-if-full: that, where it is nearly full again or begins anew regularly ·
 * credited: it was bought.
 */
export type RiseMeaning = 'returned' | 'reset' | 'reset-if-full' | 'credited';

const nearlyFullShare = 0.9;

/**
 * What happened between `before` and the card's present state, by cause. The sums match to the byte: what was held
 * before, less what was used and has lapsed, plus what was credited, reset, corrected and returned, is what
 * is held now. Data reserved for an open session counts as held: reserving and returning it is no usage.
 */
function diffSnapshots(before: readonly ModuleSample[], card: Card, rise: RiseMeaning): SnapshotDiff {
  const after = sampleModules(card);
  const unknownIds = unknownModuleIds(card);
  const recurringIds = recurringModuleIds(card);
  const at = card.measuredAt;
  const result: SnapshotDiff = { usedBytes: 0, returnedBytes: 0, changes: [], modules: after };
  const add = (cause: ChangeCause, bytes: number, { name }: ModuleSample) => {
    if (bytes !== 0) result.changes.push({ at, cause, bytes, name });
  };
  const previousOf = new Map(before.map((module) => [module.id, module]));
  const idsAfter = new Set(after.map(({ id }) => id));
  const isReplaced = after.some(({ id }) => !previousOf.has(id));
  const missing = before.filter(({ id }) => !idsAfter.has(id));
  const kept = missing.filter(({ id }) => unknownIds.has(id));
  for (const gone of missing) {
    if (unknownIds.has(gone.id)) continue;
    const hasEnded = (gone.endsAt !== null && gone.endsAt <= at) || isReplaced;
    if (hasEnded) add('lapsed', heldBy(gone), gone);
    else add('corrected', -heldBy(gone), gone);
  }
  for (const module of after) {
    const previous = previousOf.get(module.id);
    if (!previous) addNew(module, result, add);
    else addChange(previous, module, meaningOf(rise, previous, module, recurringIds.has(module.id)), result, add);
  }
  return { ...result, changes: withRollovers(result.changes), modules: [...after, ...kept] };
}

type Add = (cause: ChangeCause, bytes: number, module: ModuleSample) => void;

function addNew(module: ModuleSample, result: SnapshotDiff, add: Add): void {
  const creditedBytes = Math.max(module.quotaBytes, heldBy(module));
  add('credited', creditedBytes, module);
  result.usedBytes += creditedBytes - heldBy(module);
}

function meaningOf(
  rise: RiseMeaning,
  previous: ModuleSample,
  module: ModuleSample,
  isRecurring: boolean,
): Exclude<RiseMeaning, 'reset-if-full'> {
  if (hasNewPeriod(previous, module)) return 'reset';
  const isLarge = isMoreThanReserved(heldBy(module) - heldBy(previous), module.quotaBytes);
  if (!isLarge || rise === 'returned') return 'returned';
  if (rise === 'credited') return 'credited';
  const isPossible = rise === 'reset' || isRecurring || isNearlyFull(module);
  // Of a period that has just begun little is used: else what was counted was corrected.
  return isPossible && usedOf(module) * 2 <= usedOf(previous) ? 'reset' : 'returned';
}

function usedOf(module: ModuleSample): number {
  return Math.max(0, module.quotaBytes - heldBy(module));
}

function addChange(
  previous: ModuleSample,
  module: ModuleSample,
  rise: ReturnType<typeof meaningOf>,
  result: SnapshotDiff,
  add: Add,
): void {
  const held = heldBy(module);
  const change = held - heldBy(previous);
  const quotaChange = module.quotaBytes - previous.quotaBytes;
  const isRise = change > 0 && quotaChange <= 0;
  if (isRise && rise === 'reset') {
    const rolledBytes = Math.min(Math.max(0, held - module.quotaBytes), heldBy(previous));
    const resetBytes = Math.max(module.quotaBytes, held - rolledBytes);
    add('lapsed', heldBy(previous) - rolledBytes, previous);
    add('rolled-over', rolledBytes, previous);
    add('reset', resetBytes, module);
    result.usedBytes += rolledBytes + resetBytes - held;
  } else if (quotaChange > 0) {
    const creditedBytes = Math.max(quotaChange, change);
    add('credited', creditedBytes, module);
    result.usedBytes += creditedBytes - change;
  } else if (isRise && rise === 'credited') {
    add('credited', change, module);
  } else if (change > 0) {
    result.returnedBytes += change;
  } else if (quotaChange < 0) {
    const correctedBytes = Math.max(quotaChange, change);
    add('corrected', correctedBytes, module);
    result.usedBytes += correctedBytes - change;
  } else {
    result.usedBytes -= change;
  }
}

function isNearlyFull(module: ModuleSample): boolean {
  return module.quotaBytes > 0 && heldBy(module) >= module.quotaBytes * nearlyFullShare;
}

/** An amount that lapsed in one module and was credited in another, equal to the byte, was rolled over. */
function withRollovers(changes: readonly BalanceChange[]): BalanceChange[] {
  const result = [...changes];
  for (const lapsed of changes.filter(({ cause }) => cause === 'lapsed')) {
    const credit = result.find(({ cause, bytes }) => cause === 'credited' && bytes === lapsed.bytes);
    if (!credit || !result.includes(lapsed)) continue;
    result.splice(result.indexOf(lapsed), 1);
    result.splice(result.indexOf(credit), 1, { ...credit, cause: 'rolled-over' });
  }
  return result;
}

/**
 * Whether a card's history has all that an answer says of it, by what the answer before said, which its history has.
 * `previous` null: it was not in it.
 */
export function isRecordedAlready(previous: Card | null, card: Card): boolean {
  if (!previous || previous.unconfirmed) return false;
  // By time alone a part may have begun or ended.
  const recorded = (one: Card) => [one.state, one.plans, sampleModules(one), [...unknownModuleIds(one)]];
  return isSameValue(recorded(previous), recorded(card));
}

/** What happened since a card's modules were last recorded; null: nothing. */
export function diffSince(
  before: readonly ModuleSample[],
  card: Card,
  rise: RiseMeaning = 'returned',
): SnapshotDiff | null {
  const diff = diffSnapshots(before, card, rise);
  return JSON.stringify(diff.modules) === JSON.stringify(before) ? null : diff;
}
