import { keys } from '../../../utils/browser/storage-keys.ts';
import { readAll, remove } from '../state/state-store.ts';

/**
 * Takes over what was changed in the user's other browsers, and lets them have what was changed here; nothing unless the
 * user has chosen that. Returns when more can be told; null: all was.
 */
export async function syncNow(): Promise<number | null> {
  const values = await readAll([keys.settings, keys.synced]);
  if (values(keys.settings)?.isSynced) return (await import('./exchange-items.ts')).exchangeItems();
  // What changes here from now on is nothing to tell: who chooses it again joins like a new computer.
  if (values(keys.synced)) await remove([keys.synced]);
  return null;
}
