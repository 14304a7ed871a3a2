import { browser } from './browser.ts';

type Requests = Partial<Pick<typeof browser, 'declarativeNetRequest'>>;

/**
 * From now on until the browser ends, our own requests to an origin's host carry this `Referer`, which `fetch` may not
 * set. Pages at that host keep theirs. Needs permission for the host; does nothing where the browser has no such rules.
 *
 * Not for an optional permission: granted one, Chromium 156 has the API at once, but leaves every change of rules
 * unanswered until it loads the extension anew.
 */
export async function setRefererRule(origin: string, referer: string): Promise<void> {
  const { declarativeNetRequest: requests } = browser as Requests;
  const { hostname } = new URL(origin);
  const id = ruleIdOf(hostname);
  await requests?.updateSessionRules({
    removeRuleIds: [id],
    addRules: [
      {
        id,
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'referer', operation: 'set', value: referer }] },
        condition: {
          requestDomains: [hostname],
          initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
          resourceTypes: ['xmlhttprequest'],
          // No tab's: the worker's.
          tabIds: [-1],
        },
      },
    ],
  });
}

/** The same for a host each time, so that its rule is replaced; 1 to 2^31 − 1. */
function ruleIdOf(hostname: string): number {
  let hash = 0;
  for (const letter of hostname) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_646;
  return hash + 1;
}
