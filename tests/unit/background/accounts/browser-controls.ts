import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The host permissions of the fake browser, as a set of match patterns that tests may change. */
export function controlPermissions(...patterns: string[]): Set<string> {
  const granted = new Set(patterns);
  const { permissions } = fakeBrowser;
  permissions.contains = (async ({ origins = [] }: { origins?: string[] }) =>
    origins.every((pattern) => granted.has(pattern))) as never;
  permissions.remove = (async ({ origins = [] }: { origins?: string[] }) => {
    for (const pattern of origins) granted.delete(pattern);
    return true;
  }) as never;
  return granted;
}

/** The hosts for which the fake browser has a rule for headers, by rule id. */
export function controlHeaderRules(): Map<number, string> {
  const rules = new Map<number, string>();
  type Update = { removeRuleIds: number[]; addRules?: { id: number; condition: { urlFilter: string } }[] };
  vi.spyOn(fakeBrowser.declarativeNetRequest, 'updateSessionRules').mockImplementation((async (update: Update) => {
    for (const id of update.removeRuleIds) rules.delete(id);
    for (const { id, condition } of update.addRules ?? [])
      rules.set(id, new URL(condition.urlFilter.slice(1)).hostname);
  }) as never);
  return rules;
}

/** The names of all stored values that have this text in their name or value. */
export async function namesWith(text: string): Promise<string[]> {
  const { local, session } = fakeBrowser.storage;
  const all = { ...(await local.get(null)), ...(await session.get(null)) };
  return Object.entries(all).flatMap(([name, value]) =>
    `${name}${JSON.stringify(value)}`.includes(text) ? [name] : [],
  );
}

/** Shows a notification with this id. */
export async function notify(...ids: string[]): Promise<void> {
  for (const id of ids) {
    await fakeBrowser.notifications.create(id, { type: 'basic', iconUrl: '', title: '', message: '' });
  }
}

export async function shownNotices(): Promise<string[]> {
  return Object.keys(await fakeBrowser.notifications.getAll());
}
