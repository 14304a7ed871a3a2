import { dayMs, hourMs } from '../../values/time.ts';
import type { ReadPart } from '../reading.ts';

/** How often a day a page may be opened in a tab. */
export const tabPaces = [1, 2, 4] as const;
export type TabPace = (typeof tabPaces)[number];

/**
 * `dailyBytes`: what readings by themselves may take of a day's data; 0: the page is read on visits alone. `opensTabs`: it
 * may be opened in tabs, `tabsPerDay` a day, whatever it weighs.
 */
export type PageLimits = { dailyBytes: number; opensTabs: boolean; tabsPerDay: TabPace };

export const defaultPageLimits: PageLimits = { dailyBytes: 300_000, opensTabs: false, tabsPerDay: 1 };

/** fetch: the document alone is requested · tab: the page is opened in a tab, which draws it. */
export type ReadWay = 'fetch' | 'tab';

/** A reading by itself, as it is charged to the day's budget: bytes on the wire, as far as the browser tells them. */
type SpentBytes = { at: number; bytes: number };

/** What is known of the readings of one account's page. Times by our clock. */
export type PageReads = {
  limits: PageLimits;
  /** What the last one took; null: the document alone has no figure, or another than the page. */
  fetchBytes: number | null;
  /** How often it may still be tried whether the document alone has the page's figures. */
  trialsLeft: number;
  /** What the whole page takes; null: not known. */
  tabBytes: number | null;
  /** Of the last day, the latest last. */
  spent: readonly SpentBytes[];
  /** How long to wait for the next one while nothing else is the case. */
  paceMs: number;
  /** When the last one by itself came to nothing; null: it did not. */
  failedAt: number | null;
  /** The site turned readings away: until when there are none, and how often that was. Null: not since the last good one. */
  rest: { until: number; count: number } | null;
  /** How many readings in a row have not found the number. */
  misses: number;
  /** When a page that was open last said anything; null: never. */
  reportedAt: number | null;
  /** What the page said last, in whatever way: after a jump it may wait for the person. Null: not known. */
  lastRead: { parts: readonly ReadPart[]; at: number } | null;
};

export const shortestPaceMs = 3 * hourMs;
const longestPaceMs = 12 * hourMs;
const slowerBy = 1.5;

/** As many readings a day as are kept track of: beyond them there is none. */
export const maxSpent = 50;

/**
 * The tab in which the user points at a number. `accountId`: whose it is; null: a new one's. `setupTabId`: where what was
 * picked before is being set up, for which something is pointed at; null: it is the number itself.
 */
export type Picking = { tabId: number; accountId: string | null; setupTabId: number | null };

/** The tab that was opened to read an account's page, to be closed again whatever happens. */
export type ReadingTab = { tabId: number; accountId: string; openedAt: number };

/** What is used while it is tried makes the figures differ, and a request may fail. */
const maxTrials = 3;

/** How often a site may turn readings away, until there are none by themselves any more. */
export const maxRests = 3;

export function newPageReads(sizes: Pick<PageReads, 'fetchBytes' | 'tabBytes'>): PageReads {
  return {
    limits: defaultPageLimits,
    ...sizes,
    trialsLeft: maxTrials,
    spent: [],
    paceMs: shortestPaceMs,
    failedAt: null,
    rest: null,
    misses: 0,
    reportedAt: null,
    lastRead: null,
  };
}

/** What a reading in this way is reckoned to take, before it is made. */
export function expectedBytes({ fetchBytes, tabBytes }: PageReads, way: ReadWay): number {
  return (way === 'fetch' ? fetchBytes : tabBytes) ?? unknownPageBytes;
}

/** A page of unknown size counts as a large one. */
const unknownPageBytes = 5_000_000;

/** Before a reading by itself: it is charged at once, so that one that is cut short counts too. */
export function withReadBegun(reads: PageReads, way: ReadWay, now: number): PageReads {
  const spent = spentLately(reads, now);
  return { ...reads, spent: [...spent, { at: now, bytes: expectedBytes(reads, way) }].slice(-maxSpent) };
}

/** Those that are charged to the day that ends at `now`. */
export function spentLately({ spent }: PageReads, now: number): readonly SpentBytes[] {
  return spent.filter(({ at }) => at > now - dayMs);
}

/**
 * What came of a reading by itself. `bytes` null: as many as were reckoned. turned-away: by the site, `until` null: it
 * says no time · misplaced: the document has not the figures of the page, and is not asked for any more.
 */
export type ReadOutcome =
  | { kind: 'same' | 'changed' | 'failed' | 'misplaced' }
  | { kind: 'turned-away'; until: number | null };

export function withReadEnded(
  reads: PageReads,
  way: ReadWay,
  { bytes, outcome, now }: { bytes: number | null; outcome: ReadOutcome; now: number },
): PageReads {
  const sized = withSize(reads, way, bytes);
  switch (outcome.kind) {
    case 'changed':
      return { ...sized, paceMs: shortestPaceMs, failedAt: null, rest: null };
    case 'same':
      return { ...sized, paceMs: Math.min(reads.paceMs * slowerBy, longestPaceMs), failedAt: null, rest: null };
    case 'failed':
      return { ...sized, failedAt: now };
    case 'misplaced':
      return { ...sized, fetchBytes: null, failedAt: now };
    case 'turned-away': {
      const rest = { until: Math.max(now + dayMs, outcome.until ?? 0), count: (reads.rest?.count ?? 0) + 1 };
      return { ...sized, failedAt: now, rest };
    }
  }
}

function withSize(reads: PageReads, way: ReadWay, bytes: number | null): PageReads {
  const last = reads.spent.at(-1);
  if (bytes === null || !last) return reads;
  const sizes = way === 'fetch' ? { fetchBytes: bytes } : { tabBytes: bytes };
  return { ...reads, ...sizes, spent: [...reads.spent.slice(0, -1), { ...last, bytes }] };
}

/** After our clock was set back: what was in the future counts as now, so that nothing waits for it. */
export function withoutFutureTimes(reads: PageReads, now: number): PageReads {
  const { failedAt, rest } = reads;
  return {
    ...reads,
    spent: reads.spent.map(({ at, bytes }) => ({ at: Math.min(at, now), bytes })),
    failedAt: failedAt && Math.min(failedAt, now),
    rest: rest && { ...rest, until: Math.min(rest.until, now + dayMs) },
  };
}

/** After the page was read as the person had it open: what has changed once may soon change again. */
export function withVisit(reads: PageReads, hasChanged: boolean): PageReads {
  return hasChanged ? { ...reads, paceMs: shortestPaceMs } : reads;
}
