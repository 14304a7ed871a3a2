import { useEffect, useState } from 'preact/hooks';
import { watchPermissions } from '../../utils/browser/permissions.ts';
import { watchStored } from '../../utils/browser/storage.ts';
import { readBySchema } from '../page/read-for-page.ts';
import { loadPopupState, type PopupState } from './popup-state.ts';
import { useThrow } from './use-throw.ts';

/** The state once it is loaded, and after each change. `accountId`: shows the first card of that account. */
export function useLoadedState(accountId: string | null = null): PopupState | null {
  const [shown, setShown] = useState<PopupState | null>(null);
  const fail = useThrow();
  useEffect(() => {
    const load = async () => {
      const initial = await loadPopupState(null, readBySchema);
      const key = initial.index.accounts.find(({ id }) => id === accountId)?.cards[0]?.key;
      if (accountId === null || key === undefined) return setShown(initial);
      setShown(await loadPopupState({ accountId, cardKey: key }, readBySchema));
    };
    const reload = () => void load().catch(fail);
    const stops = [watchStored(reload), watchPermissions(reload)];
    reload();
    return () => {
      for (const stop of stops) stop();
    };
  }, [accountId]);
  return shown;
}
