import { namedTabUrl } from '../../../utils/browser/active-tab.ts';
import { isOpenToScripts } from '../../../utils/core/page/setup/page-offer.ts';
import { hostOf } from '../../../utils/core/values/urls.ts';

/** The page that was in front of the popup when its link led here. */
export type FrontPage = { tabId: number; host: string };

/** Null: the link named no tab, or the press on the icon does not count for its page any more. */
export async function loadFrontPage(tabId: number | null): Promise<FrontPage | null> {
  const url = tabId === null ? null : await namedTabUrl(tabId);
  return tabId !== null && url !== null && isOpenToScripts(url) ? { tabId, host: hostOf(url) } : null;
}
