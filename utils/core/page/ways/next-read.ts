import { dayMs, hourMs, latestOf, minuteMs } from '../../values/time.ts';
import {
  expectedBytes,
  maxRests,
  maxSpent,
  type PageReads,
  type ReadWay,
  spentLately,
  withoutFutureTimes,
} from './page-reads.ts';

/** Why a page is read on visits alone. turned-away: its site did not want to be read by itself. */
type VisitReason = 'only-when-pressed' | 'no-budget' | 'drawn-by-script' | 'too-heavy' | 'nearly-empty' | 'turned-away';

/** What the time of the next reading by itself follows from. */
type ReadReason = 'pace' | 'gap' | 'budget' | 'failure' | 'rest' | 'top-up' | 'pressed';

/** Our clock; `at` is not before `now`. */
export type NextRead =
  | { way: ReadWay; at: number; reason: ReadReason }
  | { way: 'visit'; at: null; reason: VisitReason };

export type NextReadInput = {
  reads: PageReads;
  isKeptUpToDate: boolean;
  /** When a figure was last read, in whatever way; null: never. */
  readAt: number | null;
  /** When the top-up page of an order that is open was last opened, closed or come back from; null: none is open. */
  topUpAt: number | null;
  /** 5 % or less is left: no more of it is spent on readings. */
  isNearlyEmpty: boolean;
  /** Until the user has done something a reading is likely to come to nothing. */
  needsUserAction: boolean;
  /** The refresh button was pressed. */
  isPressed: boolean;
  now: number;
};

const shortestGapMs = 30 * minuteMs;
const shortestPressedGapMs = 5 * minuteMs;
const gapAfterFailureMs = hourMs;
/** After a top-up page was opened. */
const topUpDelays = [2, 5, 10, 20].map((minutes) => minutes * minuteMs);

/**
 * Whether, how and when a page is read by itself next. A reading that is due now has `at` equal to `now`. What is read
 * on visits is never held back by this.
 */
export function decideNextRead(input: NextReadInput): NextRead {
  const chosen = chooseWay(input);
  return 'reason' in chosen ? { way: 'visit', at: null, reason: chosen.reason } : scheduleRead(input, chosen.way);
}

function chooseWay(input: NextReadInput): { way: ReadWay } | { reason: VisitReason } {
  const { reads, isKeptUpToDate, isNearlyEmpty, topUpAt } = input;
  const { limits, fetchBytes, rest } = reads;
  if (!isKeptUpToDate) return { reason: 'only-when-pressed' };
  if (limits.dailyBytes === 0) return { reason: 'no-budget' };
  if (rest !== null && rest.count >= maxRests) return { reason: 'turned-away' };
  if (isNearlyEmpty && topUpAt === null) return { reason: 'nearly-empty' };
  if (fetchBytes !== null && fetchBytes <= limits.dailyBytes) return { way: 'fetch' };
  if (limits.opensTabs) return { way: 'tab' };
  return { reason: fetchBytes === null ? 'drawn-by-script' : 'too-heavy' };
}

function scheduleRead(given: NextReadInput, way: ReadWay): NextRead {
  const input = { ...given, reads: withoutFutureTimes(given.reads, given.now) };
  const { reads, needsUserAction, isPressed, now } = input;
  const lastAt = latestOf(reads.spent.map(({ at }) => at));
  const first = wantedRead(input, way, lastAt);
  const gapMs = first.reason === 'top-up' ? 0 : first.reason === 'pressed' ? shortestPressedGapMs : shortestGapMs;
  const failureMs = needsUserAction ? dayMs : gapAfterFailureMs;
  const bounds: { at: number; reason: ReadReason }[] = [
    first,
    { at: (lastAt ?? 0) + (way === 'tab' ? tabPaceMs(reads) : gapMs), reason: 'gap' },
    { at: isPressed || reads.failedAt === null ? 0 : reads.failedAt + failureMs, reason: 'failure' },
    { at: reads.rest?.until ?? 0, reason: 'rest' },
  ];
  const latest = bounds.reduce((a, b) => (b.at > a.at ? b : a));
  const at = Math.max(now, latest.at);
  const affordableAt = whenAffordable(reads, way, at);
  return affordableAt > at ? { way, at: affordableAt, reason: 'budget' } : { way, at, reason: latest.reason };
}

/** When the next one is wanted, whatever may be against it. */
function wantedRead(input: NextReadInput, way: ReadWay, lastAt: number | null): { at: number; reason: ReadReason } {
  const { reads, readAt, topUpAt, isPressed, now } = input;
  if (way === 'tab') {
    const paceMs = tabPaceMs(reads);
    return { at: (latestOf([readAt, lastAt]) ?? now - paceMs) + paceMs, reason: 'pace' };
  }
  if (isPressed) return { at: now, reason: 'pressed' };
  const afterTopUp = topUpAt === null ? [] : topUpDelays.map((delay) => topUpAt + delay);
  const next = afterTopUp.find((at) => at > (lastAt ?? 0));
  const usualAt = (latestOf([readAt, lastAt]) ?? now - reads.paceMs) + reads.paceMs;
  return next !== undefined && next < usualAt ? { at: next, reason: 'top-up' } : { at: usualAt, reason: 'pace' };
}

function tabPaceMs({ limits }: PageReads): number {
  return dayMs / limits.tabsPerDay;
}

/**
 * From when on one more reading fits the day's budget. Those in tabs that were allowed with their size are a budget of
 * their own.
 */
function whenAffordable(reads: PageReads, way: ReadWay, from: number): number {
  const cost = expectedBytes(reads, way);
  const { dailyBytes, tabsPerDay } = reads.limits;
  // A page is never of quite the same size: one that has become smaller is not to wait for that.
  const largest = Math.max(cost, ...spentLately(reads, from).map(({ bytes }) => bytes));
  const budget = way === 'tab' ? Math.max(dailyBytes, largest * tabsPerDay) : dailyBytes;
  let at = from;
  for (const oldest of [...reads.spent].sort((a, b) => a.at - b.at)) {
    const counted = spentLately(reads, at);
    const sum = counted.reduce((total, { bytes }) => total + bytes, 0);
    if (sum + cost <= budget && counted.length < maxSpent) return at;
    at = Math.max(at, oldest.at + dayMs);
  }
  return at;
}
