import { useState } from 'preact/hooks';
import { send } from '../../../utils/browser/messages.ts';
import { requestOrigins } from '../../../utils/browser/permissions.ts';
import { usualHotspots } from '../../../utils/core/sellers/usual-hotspots.ts';
import { toMatchPattern } from '../../../utils/core/values/urls.ts';
import { useRunOnce } from '../../hooks/use-run-once.ts';

/** Why there is no figure, after a search. */
export type HotspotNotice =
  | { kind: 'locked'; origin: string }
  | { kind: 'none' | 'cannot-save' | 'not-allowed' | 'stopped' };

/** The search for a hotspot in this network. `onNoAmount`: one was found in which no limit is set. */
export function useHotspot(
  onConnected: (accountId: string) => void,
  onNoAmount: (providerId: string, origin: string) => void,
) {
  const { isBusy, run } = useRunOnce();
  const [notice, setNotice] = useState<HotspotNotice | null>(null);

  const find = async (isAllowed: boolean): Promise<void> => {
    if (!isAllowed) return setNotice({ kind: 'not-allowed' });
    const result = await send('findHotspot', {});
    if (result.kind === 'signed-in') onConnected(result.accountId);
    else if (result.kind === 'no-amount') onNoAmount(result.providerId, result.origin);
    else setNotice(result);
  };

  /** Not async: `requestOrigins` has to be called synchronously within the click. */
  const search = () =>
    run(() =>
      requestOrigins(usualHotspots.map(({ origin }) => toMatchPattern(origin)))
        .then(find)
        .catch(() => setNotice({ kind: 'stopped' })),
    );

  return { isBusy, notice, search };
}
