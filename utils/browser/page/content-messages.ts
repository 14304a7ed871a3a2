import type { DraftPart, PageDraft } from '../../core/page/page-draft.ts';
import type { PickerWords } from '../../core/page/picker-words.ts';
import type { PageReading } from '../../core/page/reading.ts';
import type { PageRecipe, Place } from '../../core/page/recipe.ts';
import type { ReadingWords, Vocabulary } from '../../core/page/text/vocabulary.ts';
import { browser, type Runtime } from '../browser.ts';

/*
 * Messages between the background and the scripts that it lets run on sellers' pages: the background's side, and what is
 * said. The scripts' side is in script-messages.ts.
 */

/** What a page says of an account. Why it says nothing is told only of one that has been quiet for some seconds. */
type PageReport = { accountId: string; reading: PageReading; ageMs: number; pageBytes: number | null };

/** An account whose number stands on pages of this origin. */
export type PageAccount = { accountId: string; recipe: PageRecipe };

/** The accounts that stand on a page, and the words to read it by; `words` null: there is nothing to read. */
type VisitAnswer = { recipes: PageAccount[]; words: ReadingWords | null };

/** From the scripts: each is judged by where it comes from, and its payload read like anything of strangers. */
export type ContentMessages = {
  /** A new draft, or the one that something was pointed at for. */
  pagePicked: { payload: PageDraft; response: undefined };
  pickEnded: { payload: Record<string, never>; response: undefined };
  /** `isPressed`: the user wants it read now, also where it is read only then. */
  pageVisited: { payload: { isPressed: boolean }; response: VisitAnswer };
  /**
   * `ageMs`: how long the page has shown it, as far as is known. `pageBytes`: of all it has loaded, on the wire; null: not
   * known. `isTaken` false: to be told again in a minute.
   */
  pageRead: { payload: PageReport; response: { isTaken: boolean } };
};

/**
 * What is pointed at. number: what is left; `known`: where it stands by the recipes of known sites. Else a part of the
 * draft that was made of such a number before.
 */
export type Sought = { what: 'number'; known: readonly Place[] } | { what: DraftPart; draft: PageDraft };

/** To the scripts. `words`: the picker's own · `vocabulary`: of the pages. */
export type ScriptCommand =
  | { type: 'startPicking'; words: PickerWords; vocabulary: Vocabulary; sought: Sought }
  | { type: 'readOnce' };

export type ContentMessageName = keyof ContentMessages;

/** The page that a script runs on. */
export type PageSender = { tabId: number; url: string; origin: string };

export type ContentMessageHandlers = {
  [N in ContentMessageName]: (payload: unknown, sender: PageSender) => Promise<ContentMessages[N]['response']>;
};

/** Answers scripts in the top frame of ordinary tabs; in private windows nothing is read. */
export function handleContentMessages(handlers: ContentMessageHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const page = pageSender(sender);
    if (!page || typeof message !== 'object' || message === null) return undefined;
    const { type, payload } = message as { type?: ContentMessageName; payload?: unknown };
    if (!type || !Object.hasOwn(handlers, type)) return undefined;
    return handlers[type](payload, page);
  });
}

/** Null: no page, or one in a private window. */
function pageSender({ id, tab, url = '', frameId }: Runtime.MessageSender): PageSender | null {
  const isOfTab = id === browser.runtime.id && tab?.id !== undefined && !tab.incognito && frameId === 0;
  if (!isOfTab || !URL.canParse(url)) return null;
  const { origin, protocol } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? { tabId: tab.id as number, url, origin } : null;
}

export function commandScript(tabId: number, command: ScriptCommand): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, command);
}
