import { keys } from '../../../utils/browser/storage-keys.ts';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import { nameOfOwnCard } from '../../../utils/core/sync/local-items.ts';
import { canUndo, undoableForMs } from '../../../utils/core/undo/undoable.ts';
import { read } from '../state/state-store.ts';

/** `name`: of the item. `until`: our clock. */
type HeldRemoval = { name: string; until: number };

/**
 * The removal of a card kept by hand that may still be taken back. Other computers are not told before: they would
 * delete the card's history, and a card that comes back brings none.
 */
export async function findHeldRemoval(now: number): Promise<HeldRemoval | null> {
  const undoable = await read(keys.undoable);
  if (undoable?.kind !== 'card-removed' || !canUndo(undoable, now)) return null;
  const { kind, name } = keys.account(undoable.accountId);
  const account = parseStored(kind, undoable.values[name]);
  const item = account && nameOfOwnCard(account);
  return item === null ? null : { name: item, until: undoable.at + undoableForMs };
}
