import type { ServerResponse } from 'node:http';
import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { savePage } from '../../../../entrypoints/background/connect/save-page.ts';
import { contentMessageHandlers } from '../../../../entrypoints/background/content-message-handlers.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { read, update, write } from '../../../../entrypoints/background/state/state-store.ts';
import type { PageToParse } from '../../../../utils/browser/page/html-reading.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { PageAnswers } from '../../../../utils/core/page/page-answers.ts';
import type { PageDraft } from '../../../../utils/core/page/page-draft.ts';
import type { PageReading, ReadPart } from '../../../../utils/core/page/reading.ts';
import { cardBalance } from '../../../../utils/core/usage/card-balance.ts';
import { toMatchPattern } from '../../../../utils/core/values/urls.ts';
import { startAnsweringServer } from '../../support/answering-server.ts';
import { start } from '../../support/builders.ts';
import { setLocale } from '../../support/i18n.ts';
import { leftPart, makeAnswers, makeDraft } from '../../support/page-builders.ts';
import { controlPermissions } from '../accounts/browser-controls.ts';

type Script = { id: string; js: string[]; matches: string[] };

/** What the browser was told: the scripts on pages, what was injected where, the parsing documents, opened pages. */
function controlPageApis() {
  let scripts: Script[] = [];
  const injected: { tabId: number; files: string[] }[] = [];
  const documents = { made: 0, closed: 0 };
  const commands: { tabId: number; command: unknown }[] = [];
  const refused = new Set<number>();
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => scripts.map((script) => ({ ...script })),
    registerContentScripts: async (added: Script[]) => void scripts.push(...added),
    updateContentScripts: async (changed: Script[]) => {
      scripts = scripts.map((script) => ({ ...script, ...changed.find(({ id }) => id === script.id) }));
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      scripts = scripts.filter(({ id }) => !ids.includes(id));
    },
    executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
      if (refused.has(target.tabId)) throw new Error('Cannot access contents of the page');
      injected.push({ tabId: target.tabId, files });
    },
  });
  Object.assign(fakeBrowser, {
    offscreen: {
      createDocument: async () => {
        documents.made += 1;
      },
      closeDocument: async () => {
        if (documents.closed >= documents.made) throw new Error('No current offscreen document');
        documents.closed += 1;
      },
    },
  });
  // The parsing document: what a page of these tests says stands in it as a reading.
  fakeBrowser.runtime.sendMessage = (async ({ task }: { task: PageToParse }) =>
    JSON.parse(/<!--(.*?)-->/.exec(task.html)?.[1] ?? '{"kind":"unread","reason":"empty"}')) as never;
  fakeBrowser.tabs.sendMessage = (async (tabId: number, command: unknown) =>
    void commands.push({ tabId, command })) as never;
  return {
    ...{ injected, documents, commands, refused },
    sites: () => scripts.flatMap(({ matches }) => matches),
    registered: () => scripts,
    /** As after an update of the extension. */
    dropScripts: () => {
      scripts = [];
    },
  };
}

/** A seller's website on this computer, its clock and ours at `clock.now`, and nothing saved yet. */
export async function setUpSite() {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { onLine: true });
  const granted = controlPermissions();
  const apis = controlPageApis();
  await setLocale('en');
  fakeBrowser.notifications.getAll = (async () => ({})) as never;
  fakeBrowser.notifications.create = (async (id: string) => id) as never;
  const clock = { now: start };
  vi.spyOn(Date, 'now').mockImplementation(() => clock.now);
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  const site = {
    /** What its page says. */
    reading: { kind: 'read', parts: [leftPart(2.75e9)] } as PageReading,
    answer: null as ((response: ServerResponse) => void) | null,
  };
  const server = await startAnsweringServer((_, response) => {
    if (site.answer) return site.answer(response);
    response.end(`<!doctype html><title>Account</title><!--${JSON.stringify(site.reading)}-->`);
  });
  const pattern = toMatchPattern(server.url);
  const draftOf = (overrides: Partial<PageDraft> = {}) =>
    makeDraft({ url: `${server.url}/account`, pickedAt: clock.now, ...overrides });
  return { ...{ site, server, granted, pattern, apis, clock, draftOf }, origin: server.url };
}

type Saved = { isKeptUpToDate?: boolean; draft?: Partial<PageDraft>; answers?: Partial<PageAnswers> };

/** A card whose number was pointed at on the site: 2.75 of 10 GB; kept up to date if nothing else is said. */
export async function setUpPage({ isKeptUpToDate = true, draft = {}, answers = {} }: Saved = {}) {
  const set = await setUpSite();
  if (isKeptUpToDate) set.granted.add(set.pattern);
  const accountId = await pointAt(set, { isKeptUpToDate, draft, answers });
  const sender = { tabId: 5, url: `${set.origin}/account`, origin: set.origin };
  const { clock } = set;
  return {
    ...{ ...set, accountId, sender },
    card: { accountId, cardKey: 'card-1' },
    /** The user has the page open, and this is what it says. */
    visit: (reading: PageReading, from = sender, ageMs = 0) =>
      contentMessageHandlers.pageRead({ accountId, reading, ageMs, pageBytes: 1_200_000 }, from),
    /** What is shown to be left. */
    left: async () => {
      const snapshot = await read(keys.snapshot(accountId));
      const [card] = snapshot?.cards ?? [];
      const balance = card && cardBalance(card, clock.now);
      return balance?.kind === 'known' ? balance.leftBytes : (balance?.kind ?? null);
    },
    check: async () => read(keys.check(accountId)),
    reads: async () => read(keys.pageReads(accountId)),
    setReads: (change: object) => update(keys.pageReads(accountId), (reads) => reads && { ...reads, ...change }),
    /** The next check, at its time. */
    nextCheck: async () => {
      clock.now = Math.max(clock.now + 1000, (await read(keys.check(accountId)))?.nextCheckAt ?? 0);
      await onAlarm({ isFallback: false, scheduledAt: clock.now });
    },
  };
}

/** Saves what was picked; returns the account's id. */
export async function pointAt(
  { draftOf }: Pick<Awaited<ReturnType<typeof setUpSite>>, 'draftOf'>,
  { isKeptUpToDate = true, draft = {}, answers = {} }: Saved = {},
  accountId: string | null = null,
): Promise<string> {
  const picked = draftOf(draft);
  await write(keys.pageDraft, picked);
  const request = { draftId: picked.id, answers: makeAnswers(answers), isKeptUpToDate, accountId };
  const result = await savePage(request);
  if (result.kind !== 'signed-in') throw new Error(`Not saved: ${JSON.stringify(result)}`);
  return result.accountId;
}

/** A reading of the one part. */
export const says = (...parts: ReadPart[]): PageReading => ({ kind: 'read', parts });

/** One ordinary window, in which tabs are opened; their addresses go into the list. */
export function controlOpenedTabs(opened: string[]): void {
  fakeBrowser.windows.getAll = (async () => [{ id: 1, incognito: false }]) as never;
  fakeBrowser.windows.getLastFocused = (async () => ({ id: 1 })) as never;
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async ({ url }: { url: string }) => {
    opened.push(url);
    return { id: 20 + opened.length };
  }) as never);
}
