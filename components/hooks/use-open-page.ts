import { useEffect, useState } from 'preact/hooks';
import { activeTab } from '../../utils/browser/active-tab.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { isOpenToScripts } from '../../utils/core/page/setup/page-offer.ts';
import { afterFirstPaint } from './after-first-paint.ts';
import type { PopupState } from './popup-state.ts';

/** What came of a press. renews-here: the page is opened to renew from now on. */
export type OpenPageNotice = { kind: 'not-started' | 'failed' } | { kind: 'renews-here'; host: string };

/**
 * The page in front of the popup, and what can be done with it. `isKnown` false: the browser has not told it yet. `url`
 * null: no page that Gigabar may look at.
 */
export type OpenPage = {
  isKnown: boolean;
  /** In a private window, where nothing is read: in a Firefox that never remembers history all are. */
  isPrivate: boolean;
  url: string | null;
  /** Where a card is connected, by this page too. */
  connectHref: string;
  /** Of the same site as the page of this account. */
  isOf: (account: Account) => boolean;
  notice: OpenPageNotice | null;
  /** Lets the user point at a number on it. `accountId`: whose number is pointed at again; null: a new one. */
  pick: (accountId: string | null) => void;
  /** Takes it as the page where this account is renewed. */
  renewHere: (accountId: string) => void;
};

/** Reads the page at once for accounts that are read only when the user presses: opening the popup is the press. */
export function useOpenPage({ index }: PopupState): OpenPage {
  const [tab, setTab] = useState<{ id: number; url: string } | 'none' | 'private' | null>(null);
  const [notice, setNotice] = useState<OpenPageNotice | null>(null);
  useEffect(() => {
    afterFirstPaint()
      .then(activeTab)
      .then(
        (found) => {
          if (found?.isPrivate) setTab('private');
          else setTab(found?.url && isOpenToScripts(found.url) ? { id: found.id, url: found.url } : 'none');
        },
        () => setTab('none'),
      );
  }, []);
  const page = typeof tab === 'string' ? null : tab;
  const isOf = ({ seller }: Account) =>
    page !== null && seller.page !== null && seller.origin === new URL(page.url).origin;
  const isReadByPress = index.accounts.some(
    ({ origin, isReadByPress: isWanted = false }) => isWanted && page !== null && origin === new URL(page.url).origin,
  );
  useEffect(() => {
    if (page && isReadByPress) send('readVisiblePage', { tabId: page.id }).catch(() => undefined);
  }, [page?.id, isReadByPress]);
  const run = (work: Promise<OpenPageNotice | null>) => work.then(setNotice, () => setNotice({ kind: 'failed' }));
  return {
    isKnown: tab !== null,
    isPrivate: tab === 'private',
    url: page?.url ?? null,
    connectHref: page ? `connect.html?tab=${page.id}` : 'connect.html',
    isOf,
    notice,
    pick: (accountId) => {
      if (!page) return;
      const start = async (): Promise<OpenPageNotice | null> => {
        const { isStarted } = await send('pickOnPage', { tabId: page.id, accountId });
        if (!isStarted) return { kind: 'not-started' };
        // The popup would lie over the number.
        window.close();
        return null;
      };
      void run(start());
    },
    renewHere: (accountId) => {
      if (!page) return;
      const { url } = page;
      const set = send('setTopUpPage', { accountId, url });
      void run(set.then(() => ({ kind: 'renews-here', host: new URL(url).host })));
    },
  };
}
