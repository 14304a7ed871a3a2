import { keys } from '../../../utils/browser/storage-keys.ts';
import {
  closeQuietTabs,
  closeTab,
  hasTab,
  isQuietPage,
  loadInTab,
  openQuietTab,
  tabUrl,
} from '../../../utils/browser/tabs.ts';
import { isRecipeAddress } from '../../../utils/core/page/find/page-address.ts';
import type { PageReading } from '../../../utils/core/page/reading.ts';
import type { PageRecipe } from '../../../utils/core/page/recipe.ts';
import { oneAtATime } from '../state/one-at-a-time.ts';
import { read, remove, write } from '../state/state-store.ts';

/** What the page in the tab says. `bytes`: of all it has loaded; null: not known. */
type TabReading = { reading: PageReading; bytes: number | null };

/** A worker that hears of nothing lives no longer than half a minute. */
const longestMs = 25_000;
const inTurn = oneAtATime();
/** For the tab that is open; lost with the worker, and the tab is then closed without it. */
let waiting: { tabId: number; accountId: string; hear: (reading: TabReading) => void } | null = null;

/**
 * Reads a page in a tab of its own, which is closed again whatever happens; one after the other. The page is loaded once
 * the tab is noted, so that the next worker finds it wherever this one ends. Null: no tab may be opened now.
 */
export function readInTab(accountId: string, url: string, recipe: PageRecipe): Promise<TabReading | null> {
  return inTurn(async () => {
    await closeLeft();
    const tabId = await openQuietTab();
    if (tabId === null) return null;
    try {
      await write(keys.readingTab, { tabId, accountId, openedAt: Date.now() });
      const answer = answerFrom(tabId, accountId);
      await loadInTab(tabId, url);
      return (await answer) ?? (await silenceOf(tabId, recipe));
    } finally {
      waiting = null;
      await closeTab(tabId);
      await remove([keys.readingTab]);
    }
  });
}

/** Null: it has said nothing. */
function answerFrom(tabId: number, accountId: string): Promise<TabReading | null> {
  return new Promise((resolve) => {
    let last: TabReading | null = null;
    const timer = setTimeout(() => resolve(last), longestMs);
    const hear = (reading: TabReading) => {
      last = reading;
      // What is not there yet may still be drawn.
      if (!isFinal(reading)) return;
      clearTimeout(timer);
      resolve(reading);
    };
    waiting = { tabId, accountId, hear };
  });
}

/**
 * At another address nothing is read: an account page leads there when nobody is signed in. One that has not come at all
 * says nothing of that.
 */
async function silenceOf(tabId: number, recipe: PageRecipe): Promise<TabReading> {
  const url = await tabUrl(tabId);
  // Somebody may have closed it.
  const isThere = url === null ? !(await hasTab(tabId)) : isQuietPage(url) || isRecipeAddress(recipe, url);
  return { reading: { kind: 'unread', reason: isThere ? 'empty' : 'signed-out' }, bytes: null };
}

function isFinal({ reading }: TabReading): boolean {
  return reading.kind === 'read' || reading.reason === 'signed-out';
}

/** Whether a report is what a reading in a tab waits for; it is then taken. */
export function takeTabReading(tabId: number, accountId: string, reading: TabReading): boolean {
  if (waiting?.tabId !== tabId || waiting.accountId !== accountId) return false;
  waiting.hear(reading);
  return true;
}

/** Closes the tab that an earlier worker has left; to be called before this one opens any. */
export function closeLeftTab(): Promise<void> {
  return inTurn(closeLeft);
}

async function closeLeft(): Promise<void> {
  const left = await read(keys.readingTab);
  await Promise.all([closeQuietTabs(), left && closeTab(left.tabId)]);
  if (left) await remove([keys.readingTab]);
}

/** Closes the tab in which an account's page is being read. */
export async function closeReadingTab(accountId: string): Promise<void> {
  const open = await read(keys.readingTab);
  if (open?.accountId !== accountId) return;
  await closeTab(open.tabId);
  await remove([keys.readingTab]);
}
