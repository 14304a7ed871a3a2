import { readerSites, runInTab, setReaderSites } from '../../../utils/browser/page/scripting.ts';
import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { tabsOnSites } from '../../../utils/browser/tabs.ts';
import { toMatchPattern } from '../../../utils/core/values/urls.ts';
import { oneAtATime } from '../state/one-at-a-time.ts';
import { readAccounts } from '../state/state-store.ts';

const inTurn = oneAtATime();

/**
 * Lets the reader run on the sites of all pages that are kept up to date, as far as the user allows them, and nowhere
 * else. To be called whenever one of these changes, and at every start: the browser may have dropped what it was told.
 */
export function updatePageScripts(): Promise<void> {
  return inTurn(async () => {
    const accounts = await readAccounts();
    const kept = accounts.filter((account) => account?.seller.page?.isKeptUpToDate);
    const patterns = [...new Set(kept.map((account) => toMatchPattern(account?.seller.origin ?? '')))].sort();
    const isGranted = await Promise.all(patterns.map((pattern) => hasOrigins([pattern])));
    const sites = patterns.filter((_, place) => isGranted[place]);
    const before = await readerSites();
    if (sites.join() === before.sort().join()) return;
    await setReaderSites(sites);
    // A page that is open already would not be read until it is loaded again.
    const open = await tabsOnSites(sites.filter((site) => !before.includes(site)));
    await Promise.all(open.map((tabId) => runInTab(tabId, 'reader')));
  });
}
