import type { Card } from '../usage/card.ts';
import { activeModules } from '../usage/card-balance.ts';
import { hourMs } from '../values/time.ts';
import type { BalanceChange, ChangeCause, ModuleSample } from './usage-samples.ts';

/** What lies between two measurings. `returnedBytes`: came back without a credit. `modules`: as they are now. */
export type SnapshotDiff = {
  usedBytes: number;
  returnedBytes: number;
  changes: BalanceChange[];
  modules: ModuleSample[];
};

/** The counting modules with numbers, as a card tells them. A plan that is listed twice has two names. */
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
 * What happened between `before` and the card now, by cause. To the byte: what was held before, less what was used and
 * has lapsed, plus what was credited, reset, corrected and came back, is what is held now. Data reserved for an open
 * session counts as held: taking it and giving it back is no use.
 */
export function diffSnapshots(before: readonly ModuleSample[], card: Card): SnapshotDiff {
  const now = sampleModules(card);
  const silent = silentIdsOf(card);
  const at = card.measuredAt;
  const result: SnapshotDiff = { usedBytes: 0, returnedBytes: 0, changes: [], modules: now };
  const add = (cause: ChangeCause, bytes: number, { name }: ModuleSample) => {
    if (bytes !== 0) result.changes.push({ at, cause, bytes, name });
  };
  const kept = before.filter(({ id }) => silent.has(id) && !now.some((module) => module.id === id));
  for (const gone of before) {
    if (kept.includes(gone) || now.some(({ id }) => id === gone.id)) continue;
    const isReplaced = now.some(({ id }) => !before.some((other) => other.id === id));
    const hasEnded = (gone.endsAt !== null && gone.endsAt <= at) || isReplaced;
    if (hasEnded) add('lapsed', heldBy(gone), gone);
    else add('corrected', -heldBy(gone), gone);
  }
  for (const module of now) {
    const was = before.find(({ id }) => id === module.id);
    if (!was) addNew(module, result, add);
    else addChange(was, module, result, add);
  }
  return { ...result, changes: withRollovers(result.changes), modules: [...now, ...kept] };
}

type Add = (cause: ChangeCause, bytes: number, module: ModuleSample) => void;

function addNew(module: ModuleSample, result: SnapshotDiff, add: Add): void {
  const creditedBytes = Math.max(module.quotaBytes, heldBy(module));
  add('credited', creditedBytes, module);
  result.usedBytes += creditedBytes - heldBy(module);
}

function addChange(was: ModuleSample, module: ModuleSample, result: SnapshotDiff, add: Add): void {
  const held = heldBy(module);
  const change = held - heldBy(was);
  const grown = module.quotaBytes - was.quotaBytes;
  const isNewPeriod =
    was.endsAt !== null && module.endsAt !== null && module.endsAt > was.endsAt + hourMs && grown <= 0 && change > 0;
  if (isNewPeriod) {
    const rolledBytes = Math.min(Math.max(0, held - module.quotaBytes), heldBy(was));
    const resetBytes = Math.max(module.quotaBytes, held - rolledBytes);
    add('lapsed', heldBy(was) - rolledBytes, was);
    add('rolled-over', rolledBytes, was);
    add('reset', resetBytes, module);
    result.usedBytes += rolledBytes + resetBytes - held;
  } else if (grown > 0) {
    const creditedBytes = Math.max(grown, change);
    add('credited', creditedBytes, module);
    result.usedBytes += creditedBytes - change;
  } else if (change > 0) {
    result.returnedBytes += change;
  } else if (grown < 0) {
    const correctedBytes = Math.max(grown, change);
    add('corrected', correctedBytes, module);
    result.usedBytes += correctedBytes - change;
  } else {
    result.usedBytes -= change;
  }
}

/** What lapsed in one module and came anew in another, to the byte, was carried over. */
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
  return remainingBytes + reservedBytes;
}

/** Modules that count but whose balance the seller does not tell just now: they are not gone. */
function silentIdsOf(card: Card): Set<string> {
  const silent = activeModules(card, card.measuredAt).filter(({ module }) => module.balance.kind !== 'known');
  return new Set(silent.map(({ plan, module }) => `${plan.id}/${module.id}`));
}

/** What happened since a card's modules were last recorded; null: nothing. */
export function diffSince(before: readonly ModuleSample[], card: Card): SnapshotDiff | null {
  const diff = diffSnapshots(before, card);
  return JSON.stringify(diff.modules) === JSON.stringify(before) ? null : diff;
}
