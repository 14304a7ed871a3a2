import type { Card } from '../usage/card.ts';
import { activeModules } from '../usage/card-balance.ts';
import { sumBytes } from '../values/bytes.ts';
import { hourMs } from '../values/time.ts';
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
 * The active modules with a known balance when the card was measured. A module that is listed twice gets a number
 * appended to its id.
 */
export function sampleModules(card: Card): ModuleSample[] {
  const seen = new Map<string, number>();
  return activeModules(card, card.measuredAt).flatMap(({ plan, module, endsAt }) => {
    const { balance } = module;
    const id = `${plan.id}/${module.id}`;
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    if (balance.kind !== 'known') return [];
    const { quotaBytes, remainingBytes, reservedBytes } = balance;
    const name = module.name || plan.name;
    return [{ id: nth === 1 ? id : `${id}#${nth}`, name, quotaBytes, remainingBytes, reservedBytes, endsAt }];
  });
}

/**
 * What happened between `before` and the card's present state, by cause. The sums match to the byte: what was held
 * before, less what was used and has lapsed, plus what was credited, reset, corrected and returned, is what
 * is held now. Data reserved for an open session counts as held: reserving and returning it is no usage.
 */
function diffSnapshots(before: readonly ModuleSample[], card: Card): SnapshotDiff {
  const after = sampleModules(card);
  const unknownIds = unknownModuleIds(card);
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
    else addChange(previous, module, result, add);
  }
  return { ...result, changes: withRollovers(result.changes), modules: [...after, ...kept] };
}

type Add = (cause: ChangeCause, bytes: number, module: ModuleSample) => void;

function addNew(module: ModuleSample, result: SnapshotDiff, add: Add): void {
  const creditedBytes = Math.max(module.quotaBytes, heldBy(module));
  add('credited', creditedBytes, module);
  result.usedBytes += creditedBytes - heldBy(module);
}

function addChange(previous: ModuleSample, module: ModuleSample, result: SnapshotDiff, add: Add): void {
  const held = heldBy(module);
  const change = held - heldBy(previous);
  const quotaChange = module.quotaBytes - previous.quotaBytes;
  const isNewPeriod =
    previous.endsAt !== null &&
    module.endsAt !== null &&
    module.endsAt > previous.endsAt + hourMs &&
    quotaChange <= 0 &&
    change > 0;
  if (isNewPeriod) {
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

function heldBy({ remainingBytes, reservedBytes }: ModuleSample): number {
  return sumBytes([remainingBytes, reservedBytes]);
}

/** The ids of active modules whose balance is not known at the moment: they still exist. */
function unknownModuleIds(card: Card): Set<string> {
  const unknown = activeModules(card, card.measuredAt).filter(({ module }) => module.balance.kind !== 'known');
  return new Set(unknown.map(({ plan, module }) => `${plan.id}/${module.id}`));
}

/** What happened since a card's modules were last recorded; null: nothing. */
export function diffSince(before: readonly ModuleSample[], card: Card): SnapshotDiff | null {
  const diff = diffSnapshots(before, card);
  return JSON.stringify(diff.modules) === JSON.stringify(before) ? null : diff;
}
