import { getSynced, setSynced } from '../../../utils/browser/storage.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { parseSyncItems } from '../../../utils/core/storage/sync-schema.ts';
import { isRemovable, toLocalItems } from '../../../utils/core/sync/local-items.ts';
import {
  localChanges,
  mergeItems,
  type SyncItems,
  takenOver,
  withLocalChanges,
} from '../../../utils/core/sync/sync-items.ts';
import { fittingItems, mayWriteAt } from '../../../utils/core/sync/sync-limits.ts';
import { canonicalText } from '../../../utils/core/values/canonical-text.ts';
import { earliestOf } from '../../../utils/core/values/time.ts';
import { changeOf, read, updateAll } from '../state/state-store.ts';
import { applyChange } from './apply-change.ts';
import { findHeldRemoval } from './held-removal.ts';
import { loadLocalState } from './local-state.ts';

/**
 * Takes over what was changed in the user's other browsers, and lets them have what was changed here. Returns when more
 * can be told; null: all was.
 */
export async function exchangeItems(): Promise<number | null> {
  const saved = await read(keys.synced);
  const now = Date.now();
  const remote = parseSyncItems(await getSynced());
  const seen = mergeItems(saved?.items ?? {}, remote);
  const state = await loadLocalState(new Set(Object.keys(seen)));
  // A reset has turned it off since: the names are gone from here alone.
  if (!state.settings.isSynced) return null;
  const here = toLocalItems(state);
  const removal = await findHeldRemoval(now);
  const held = removal && !(removal.name in here) ? removal : null;
  const heldItem = held && saved?.local?.[held.name];
  const local = held && heldItem ? { ...here, [held.name]: heldItem } : here;
  const items = withLocalChanges(seen, saved?.local ?? null, local, isRemovable, now);
  // What is not here can be taken over only where it is a card kept by hand.
  const changes = localChanges(local, items).filter(
    ({ name }) => name !== held?.name && (name in local || isRemovable(name)),
  );
  for (const change of changes) await applyChange(change, local, state).catch(() => undefined);
  const after = changes.length === 0 ? here : toLocalItems(await loadLocalState(new Set(Object.keys(items))));
  const { writtenAt, againAt } = await writeItems(items, remote, saved?.writtenAt ?? null, now);
  const next = { items, local: takenOver(local, items, after), writtenAt };
  if (canonicalText(next) !== canonicalText(saved)) {
    await updateAll([keys.settings], (latest) =>
      latest(keys.settings)?.isSynced ? [changeOf(keys.synced, next)] : [],
    );
  }
  return earliestOf([againAt, held?.until ?? null]);
}

/**
 * Those that differ, in one write. When it is too early they go with the next one, at `againAt`; one that was refused
 * counts, and is made again with whatever comes next.
 */
async function writeItems(items: SyncItems, remote: SyncItems, writtenAt: number | null, now: number) {
  const differing = Object.entries(fittingItems(items)).filter(
    ([name, item]) => canonicalText(item) !== canonicalText(remote[name]),
  );
  if (differing.length === 0) return { writtenAt, againAt: null };
  const mayAt = mayWriteAt(writtenAt, now);
  if (mayAt > now) return { writtenAt, againAt: mayAt };
  await setSynced(Object.fromEntries(differing)).catch(() => undefined);
  return { writtenAt: now, againAt: null };
}
