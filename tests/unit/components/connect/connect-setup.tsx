import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectPage } from '../../../../components/connect/ConnectPage.tsx';
import { loadFrontPage } from '../../../../components/connect/flow/front-page.ts';
import type { ConnectQuery } from '../../../../components/connect/flow/use-providers.ts';
import { listProviders } from '../../../../entrypoints/background/connect/connect-with-form.ts';
import type { DiscoveryResult, ListedProvider, MessageName, SignInResult } from '../../../../utils/browser/messages.ts';
import { setLocale } from '../../support/i18n.ts';
import { ignorePermissionChanges, renderPage, settled, the, toolbarPin } from '../render-setup.tsx';
import { storedAnswer } from '../stored-answer.ts';

/* The connect page with a background and a browser whose answers a test sets. */

type Message = { type: MessageName; payload: Record<string, unknown> };
type Prompt = { origins: string[] };

export const page = {
  /** The messages sent to the background, without `listProviders`. */
  sent: [] as Message[],
  /** The permissions requested from the browser. */
  requested: [] as Prompt[],
  providers: [] as ListedProvider[],
  allow: async (): Promise<boolean> => true,
  connect: async (): Promise<SignInResult> => ({ kind: 'signed-in', accountId: 'a1' }),
  find: (): DiscoveryResult => ({ kind: 'blocked' }),
};

export async function startConnecting(language: 'en' | 'zh_CN' = 'en'): Promise<void> {
  fakeBrowser.reset();
  await setLocale(language);
  const listed = JSON.parse(JSON.stringify(await listProviders()));
  Object.assign(page, {
    sent: [],
    requested: [],
    providers: listed,
    allow: async () => true,
    find: () => ({ kind: 'blocked' }),
  });
  page.connect = async () => ({ kind: 'signed-in', accountId: 'a1' });
  fakeBrowser.permissions.contains = async () => false;
  ignorePermissionChanges();
  fakeBrowser.permissions.request = (prompt: unknown) => {
    page.requested.push(prompt as Prompt);
    return page.allow();
  };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const stored = storedAnswer(message);
    if (stored) return stored;
    const { type } = message as Message;
    if (type === 'listProviders') return page.providers;
    page.sent.push(message as Message);
    return type === 'findSeller' ? page.find() : page.connect();
  });
}

/** Opens `connect.html` with this query, led to from the tab of this id, and waits until its form is there. */
export async function openPage(query: Partial<ConnectQuery> = {}, tabId: number | null = null): Promise<void> {
  const asked = { seller: null, provider: null, change: null, entries: {}, ...query };
  await renderPage(<ConnectPage query={asked} frontPage={await loadFrontPage(tabId)} {...toolbarPin} />);
  await settled();
}

export const field = (name: string) => the(`field-${name}`) as HTMLInputElement;
export const problem = (name: string) => the(`problem-${name}`).textContent;
export const status = () => the('connect-status').textContent;

export async function type(testId: string, text: string): Promise<void> {
  const input = the(testId) as HTMLInputElement;
  await act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** Types into the fields of these names. */
export async function fill(entries: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(entries)) await type(`field-${name}`, text);
}

/** Presses Connect; returns how many permissions were requested synchronously within the click. */
export async function pressConnect(): Promise<number> {
  const before = page.requested.length;
  let during = 0;
  await act(() => {
    the('connect').click();
    during = page.requested.length - before;
  });
  await settled();
  return during;
}
