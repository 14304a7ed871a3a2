import { browser } from './browser.ts';

type RulesApi = Partial<Pick<typeof browser, 'declarativeNetRequest'>>;

/**
 * Until the browser is closed, our own requests to the origin carry these headers, which `fetch` cannot set, and none
 * that were set before for its host. Requests of pages there keep theirs. Needs permission for the host; does nothing
 * if the browser has no such rules. Chromium 156 and Firefox 153 take both `referer` and `cookie` there.
 *
 * The permission cannot be optional: once it is granted, Chromium 156 offers the API at once, but leaves every change
 * of rules unanswered until the extension is reloaded.
 */
export async function setHeaderRule(origin: string, headers: Record<string, string>): Promise<void> {
  const { declarativeNetRequest: api } = browser as RulesApi;
  const { hostname } = new URL(origin);
  const id = ruleIdOf(hostname);
  const requestHeaders = Object.entries(headers).map(([header, value]) => ({
    header,
    operation: 'set' as const,
    value,
  }));
  // A rule that changes no header is refused.
  if (requestHeaders.length === 0) return api?.updateSessionRules({ removeRuleIds: [id] });
  await api?.updateSessionRules({
    removeRuleIds: [id],
    addRules: [
      {
        id,
        action: { type: 'modifyHeaders', requestHeaders },
        condition: {
          urlFilter: `|${new URL(origin).origin}/`,
          initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
          resourceTypes: ['xmlhttprequest'],
          // TAB_ID_NONE: requests of the service worker.
          tabIds: [-1],
        },
      },
    ],
  });
}

/** Our requests to the host of a URL or match pattern carry no such headers any more. */
export function removeHeaderRule(url: string): Promise<void> {
  return setHeaderRule(url, {});
}

/** The same id for a host each time, so that its rule is replaced; 1 to 2^31 − 1. */
function ruleIdOf(hostname: string): number {
  let hash = 0;
  for (const letter of hostname) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_646;
  return hash + 1;
}
