import { useEffect, useState } from 'preact/hooks';
import { watchPermissions } from '../../utils/browser/permissions.ts';
import { watchStored } from '../../utils/browser/storage.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { readChecked } from '../page/stored-readers.ts';
import { loadPopupState, type PopupState } from './popup-state.ts';
import { useThrow } from './use-throw.ts';

/** The state once it is loaded, and after each change. `accountId`: shows the first card of that account. */
export function useLoadedState(accountId: string | null = null): PopupState | null {
  const [shown, setShown] = useState<PopupState | null>(null);
  const fail = useThrow();
  useEffect(() => {
    const load = async () => {
      const state = await loadState(accountId);
      // In a turn of its own: of a thousand cards reading and showing take long enough each.
      await new Promise((resolve) => setTimeout(resolve));
      setShown(state);
    };
    let isLoading = false;
    let hasChanged = false;
    // A check changes several values one after the other: one more reading shows them all.
    const reload = () => {
      hasChanged = isLoading;
      if (isLoading) return;
      isLoading = true;
      load()
        .catch(fail)
        .finally(() => {
          isLoading = false;
          if (hasChanged) reload();
        });
    };
    const stops = [watchStored(reload), watchPermissions(reload)];
    reload();
    return () => {
      for (const stop of stops) stop();
    };
  }, [accountId]);
  return shown;
}

async function loadState(accountId: string | null): Promise<PopupState> {
  if (accountId === null) return loadPopupState(null, readChecked);
  const index = (await readChecked([keys.index]))(keys.index);
  const cardKey = index?.accounts.find(({ id }) => id === accountId)?.cards[0]?.key;
  return loadPopupState(cardKey === undefined ? null : { accountId, cardKey }, readChecked);
}
