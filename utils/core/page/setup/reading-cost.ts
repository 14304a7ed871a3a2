import type { SellerPage } from '../../accounts/account.ts';
import { hourMs } from '../../values/time.ts';
import { decideNextRead } from '../ways/next-read.ts';
import { defaultPageLimits, type PageReads, shortestPaceMs, type TabPace } from '../ways/page-reads.ts';

/** For which a browser runs on a long day. */
const dayOfUseMs = 18 * hourMs;

/**
 * How often on a day of use a page is read by itself. 0: its document does not fit the day's budget, so that it is read
 * on visits alone. `documentBytes`: on the wire.
 */
export function usualReadsPerDay(documentBytes: number, dailyBytes: number = defaultPageLimits.dailyBytes): number {
  return Math.min(dayOfUseMs / shortestPaceMs, Math.floor(dailyBytes / Math.max(1, documentBytes)));
}

/**
 * How a page is read, besides on visits. press: only when the person presses · visits: in no other way · heavy: it does
 * not fit the day's budget · itself, tab: so often a day, so much each time; null: not known.
 */
export type ReadingWay =
  | { kind: 'press' | 'visits' }
  | { kind: 'heavy'; bytes: number }
  | { kind: 'itself'; reads: number; bytes: number }
  | { kind: 'tab'; reads: TabPace; bytes: number | null };

export function readingWayOf({ isKeptUpToDate }: SellerPage, reads: PageReads | null): ReadingWay {
  if (!isKeptUpToDate) return { kind: 'press' };
  if (reads === null) return { kind: 'visits' };
  const { fetchBytes, tabBytes, limits } = reads;
  const ordinary = { readAt: null, topUpAt: null, isNearlyEmpty: false, needsUserAction: false, isPressed: false };
  const next = decideNextRead({ ...ordinary, reads, isKeptUpToDate, now: 0 });
  if (next.way === 'tab') return { kind: 'tab', reads: limits.tabsPerDay, bytes: tabBytes };
  if (fetchBytes === null) return { kind: 'visits' };
  if (next.way === 'fetch') {
    return { kind: 'itself', reads: usualReadsPerDay(fetchBytes, limits.dailyBytes), bytes: fetchBytes };
  }
  return next.reason === 'too-heavy' ? { kind: 'heavy', bytes: fetchBytes } : { kind: 'visits' };
}
