import { browser } from './browser.ts';

type RulesApi = Partial<Pick<typeof browser, 'declarativeNetRequest'>>;

/**
 * Until the browser is closed, our own requests to the origin's host carry this `Referer`, which `fetch` cannot set.
 * Requests of pages on that host keep theirs. Needs permission for the host; does nothing if the browser has no such
 * rules.
 *
 * The permission cannot be optional: once it is granted, Chromium 156 offers the API at once, but leaves every change
 * of rules unanswered until the extension is reloaded.
 */
export async function setRefererRule(origin: string, referer: string): Promise<void> {
  const { declarativeNetRequest: api } = browser as RulesApi;
  const { hostname } = new URL(origin);
  const id = ruleIdOf(hostname);
  await api?.updateSessionRules({
    removeRuleIds: [id],
    addRules: [
      {
        id,
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'referer', operation: 'set', value: referer }] },
        condition: {
          requestDomains: [hostname],
          initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
          resourceTypes: ['xmlhttprequest'],
          // TAB_ID_NONE: requests of the service worker.
          tabIds: [-1],
        },
      },
    ],
  });
}

/** Our requests to the host of a URL or match pattern carry no such `Referer` any more. */
export async function removeRefererRule(url: string): Promise<void> {
  const { declarativeNetRequest: api } = browser as RulesApi;
  await api?.updateSessionRules({ removeRuleIds: [ruleIdOf(new URL(url).hostname)] });
}

/** The same id for a host each time, so that its rule is replaced; 1 to 2^31 − 1. */
function ruleIdOf(hostname: string): number {
  let hash = 0;
  for (const letter of hostname) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_646;
  return hash + 1;
}
