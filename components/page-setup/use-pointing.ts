import { useState } from 'preact/hooks';
import { ownTabId } from '../../utils/browser/active-tab.ts';
import { send } from '../../utils/browser/messages.ts';
import type { DraftPart, PageDraft } from '../../utils/core/page/page-draft.ts';

/** out-of-reach: the page is closed, shows something else, or was loaded anew · stopped: nobody answered. */
type PointFailure = { what: DraftPart; kind: 'out-of-reach' | 'stopped' };

/**
 * Leads to the page that a draft is of, where total or end can be pointed at. `tabId`: where the page is; null: not known.
 * `accountId`: whose number was pointed at again; null: a new one.
 */
export function usePointing({ id }: PageDraft, tabId: number | null, accountId: string | null) {
  const [failure, setFailure] = useState<PointFailure | null>(null);
  const start = async (what: DraftPart) => {
    const setupTabId = await ownTabId();
    if (tabId === null || setupTabId === null) return false;
    return (await send('pointOnPage', { what, tabId, draftId: id, accountId, setupTabId })).isStarted;
  };
  return {
    failure,
    point: (what: DraftPart) =>
      void start(what).then(
        (isStarted) => setFailure(isStarted ? null : { what, kind: 'out-of-reach' }),
        () => setFailure({ what, kind: 'stopped' }),
      ),
  };
}
