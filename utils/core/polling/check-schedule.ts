import type { DayTraffic } from '../traffic/day-traffic.ts';
import type { AnswerTimes } from '../usage/answer-times.ts';
import { type Failure, type FailureKind, hasNoProvider, needsUserAction, retryAfterOf } from '../values/failure.ts';
import { dayMs, hourMs, minuteMs } from '../values/time.ts';
import type { Pace } from './pace.ts';

/**
 * Why the next check is when it is. confirmation: a sudden drop · after-sleep: the computer had just woken, and there was
 * no answer · resumed: the browser was started or came online, or the computer was woken.
 */
export type CheckReason =
  | 'poll-interval'
  | 'seller-minimum'
  | 'retry-after'
  | 'failure'
  | 'daily'
  | 'confirmation'
  | 'after-sleep'
  | 'resumed';

/**
 * The schedule of one account's checks. Times by our clock. `failures`: how many checks failed in a row. `pace`: as it
 * was decided after the last good check; null: it is fixed. `updateGapsMs`: see `learnedGaps`.
 */
export type CheckState = {
  failure: Failure | null;
  failingSince: number | null;
  failures: number;
  triedAt: number;
  nextCheckAt: number;
  reason: CheckReason;
  /** When the user last pressed refresh. */
  manualRefreshAt: number | null;
  /** The user was notified that only they can fix it; until the next good check. */
  isNotified: boolean;
  /** Of the last good answer, where it showed what the stored snapshot says; absent: it is the snapshot itself. */
  unchanged?: AnswerTimes;
  /** What requests took of a day's data, on the day they were last counted; absent: nothing was counted yet. */
  traffic?: DayTraffic;
  pace: Pace | null;
  updateGapsMs: readonly number[];
};

const refreshCoolDownMs = 20_000;
const refreshOnOpenAfterMs = minuteMs;
export const offersEveryMs = dayMs;
/** Of failures that are not the seller's: with these a request costs it nothing. */
const maxOwnBackOffMs = hourMs;
const maxBackOffFactor = 4;
/** A crowd that once asked together drifts apart by this share of the interval at each check. */
const jitterShare = 0.1;
/** The same after a pause, whose end has brought the crowd together. */
const pausedJitterShare = 1;
const secondAttemptMs = minuteMs;

/** Failures of the computer's own, not of a seller. */
const ownFailures: readonly FailureKind[] = ['offline', 'captive-portal', 'permission-missing', 'unsendable', 'away'];
/** Of these none has reached the seller. */
const unsentFailures: readonly FailureKind[] = ['offline', 'permission-missing', 'unsendable', 'not-vouched'];

/** The seller's failures count as a row of their own; an attempt just after sleep is none of them. */
export function countFailures(state: CheckState | null, failure: Failure): number {
  if (!state?.failure || state.reason === 'after-sleep') return 1;
  const isSameRow = ownFailures.includes(state.failure.kind) === ownFailures.includes(failure.kind);
  return isSameRow ? state.failures + 1 : 1;
}

export function isUnsent({ kind }: Failure): boolean {
  return unsentFailures.includes(kind);
}

/** When the seller last had a request: its minimum counts from then. `checkedAt`: of the last good answer. */
export function lastRequestAt(state: CheckState | null, checkedAt: number | null): number {
  const isAsked = state !== null && !(state.failure && isUnsent(state.failure));
  return isAsked ? state.triedAt : (checkedAt ?? 0);
}

export type NextCheckInput = {
  failure: Failure | null;
  failures: number;
  /** When the last attempt ended. */
  now: number;
  pollIntervalMs: number;
  /** The seller's minimum interval between two requests; 0 if it names none. */
  floorMs: number;
  /** 0 … 1, drawn once and stored with the outcome: clients that asked together do not ask together again. */
  random: number;
  /** A drop that a second answer has to confirm, which may be asked for before the seller's minimum. */
  needsConfirmation?: boolean;
  /** Nothing is requested, and the minimum is the time of the next change. */
  isExact?: boolean;
  /** The check was the first after a start, a sleep or a return of the network, as were those of many others. */
  endsPause?: boolean;
  /** When the seller last had a request; absent: it has just had one. */
  lastRequestAt?: number;
  /** The computer had just woken: without an answer its network may not have been ready. */
  hasJustWoken?: boolean;
};

/** When the next check is, and why. It is decided once, when a check ends; a fired alarm does not decide it again. */
export function decideNextCheck(input: NextCheckInput): { at: number; reason: CheckReason } {
  const { failure, failures, now, pollIntervalMs, floorMs, random } = input;
  const intervalMs = Math.max(pollIntervalMs, floorMs);
  if (!failure) {
    if (input.isExact) return { at: now + floorMs, reason: 'seller-minimum' };
    if (input.needsConfirmation) return { at: now + secondAttemptMs, reason: 'confirmation' };
    const share = input.endsPause ? pausedJitterShare : jitterShare;
    return { at: now + withJitter(intervalMs, floorMs, random, share), reason: usualReason(input) };
  }
  if (needsUserAction(failure) || hasNoProvider(failure) || failure.kind === 'forbidden') {
    return { at: now + withJitter(dayMs, dayMs, random), reason: 'daily' };
  }
  // Nothing tells when the computer is back on that network, or the user has signed in there; a request costs next to
  // nothing.
  if (failure.kind === 'away' || failure.kind === 'locked' || failure.kind === 'no-cards') {
    return { at: now + withJitter(intervalMs, floorMs, random), reason: usualReason(input) };
  }
  if (failure.kind === 'offline' || failure.kind === 'captive-portal') {
    const backOffMs = Math.min(minuteMs * 2 ** Math.min(failures - 1, 10), maxOwnBackOffMs);
    const floorLeftMs = Math.max(0, (input.lastRequestAt ?? now) + Math.min(floorMs, dayMs) - now);
    return { at: now + aroundInterval(backOffMs, floorLeftMs, random), reason: 'failure' };
  }
  if (failure.kind === 'no-answer' && input.hasJustWoken) return { at: now + secondAttemptMs, reason: 'after-sleep' };
  return afterSellersFailure(failure, intervalMs, input);
}

/**
 * A failure is the seller's unless the browser says otherwise: nobody can tell a broken network from a broken seller,
 * and a crowd that retries sooner than it usually asks keeps a seller down. So a check is put off by whole intervals:
 * each client keeps its own turn, and turns are spread over the interval, whoever has failed and whoever has not.
 * Where a pause has brought the crowd together, turns are no longer spread, and are drawn anew.
 */
function afterSellersFailure(
  failure: Failure,
  intervalMs: number,
  { failures, now, floorMs, random, endsPause = false }: NextCheckInput,
): { at: number; reason: CheckReason } {
  const backOffMs = Math.min(intervalMs * Math.min(2 ** (failures - 1), maxBackOffFactor), Math.max(intervalMs, dayMs));
  const retryAfter = retryAfterOf(failure);
  const heldMs = Math.max(0, (retryAfter ?? 0) - now);
  const reason = retryAfter === null ? 'failure' : 'retry-after';
  if (endsPause) return { at: now + Math.max(heldMs, backOffMs) + Math.round(intervalMs * random), reason };
  const shortestMs = shortestWithJitter(intervalMs, floorMs, jitterShare);
  const turns = Math.max(backOffMs / intervalMs, 1 + Math.ceil((heldMs - shortestMs) / intervalMs));
  return { at: now + Math.round((turns - 1) * intervalMs) + withJitter(intervalMs, floorMs, random), reason };
}

/** A little around the interval, never under the seller's minimum. */
function withJitter(intervalMs: number, floorMs: number, random: number, share = jitterShare): number {
  return Math.round(shortestWithJitter(intervalMs, floorMs, share) + intervalMs * share * random);
}

function shortestWithJitter(intervalMs: number, floorMs: number, share: number): number {
  return Math.max(floorMs, intervalMs * (1 - share / 2));
}

/** Between three quarters and five quarters of the interval; where that is under the seller's minimum, just above that. */
function aroundInterval(intervalMs: number, floorMs: number, random: number): number {
  const shortest = Math.max(floorMs, 0.75 * intervalMs);
  const longest = Math.max(1.25 * intervalMs, (1 + jitterShare) * floorMs);
  return Math.round(shortest + (longest - shortest) * random);
}

function usualReason({ floorMs, pollIntervalMs }: NextCheckInput): CheckReason {
  return floorMs > pollIntervalMs ? 'seller-minimum' : 'poll-interval';
}

/**
 * Whether the next check may ask for what differs from the last answer alone. Not after two requests that failed in a
 * row: it may be the condition that the seller, or something on the way, trips over.
 */
export function mayBeConditional(state: CheckState | null): boolean {
  return !state?.failure || state.failures < 2 || isUnsent(state.failure);
}

/** Whether the seller has asked for no requests at `now`, not even by the refresh button. */
export function isRetryAfterActive(state: CheckState | null, now: number): boolean {
  const retryAfter = retryAfterOf(state?.failure ?? null);
  return retryAfter !== null && now < retryAfter;
}

/** When the refresh button works again: after the cool-down, and not before a Retry-After has passed. */
export function refreshAllowedAt(state: CheckState | null): number {
  return Math.max((state?.manualRefreshAt ?? 0) + refreshCoolDownMs, retryAfterOf(state?.failure ?? null) ?? 0);
}

/** Whether the last check was good and nothing is left of its snapshot that can be read. */
export function isSnapshotLost(state: CheckState | null, checkedAt: number | null): boolean {
  return state !== null && state.failure === null && checkedAt === null;
}

/** Whether opening the popup starts a check: the snapshot is older than a minute and nothing forbids it. */
export function shouldRefreshOnOpen(state: CheckState | null, checkedAt: number | null, now: number): boolean {
  if (isRetryAfterActive(state, now) || state?.reason === 'daily') return false;
  if (isSnapshotLost(state, checkedAt)) return true;
  const newest = Math.max(checkedAt ?? 0, state?.triedAt ?? 0);
  return now - newest >= refreshOnOpenAfterMs || newest > now;
}

/**
 * The schedule after the clock was set back, which its last attempt in the future shows: all its times move by as much,
 * so that every interval keeps its length from now on. The same object where the clock was not set back.
 */
export function afterClockSetBack(state: CheckState, now: number): CheckState {
  const byMs = state.triedAt - now;
  if (byMs <= 0) return state;
  const { failure, failingSince, manualRefreshAt, unchanged, ...rest } = state;
  return {
    ...rest,
    // One from the future has moved into the snapshot: see `snapshotAfterClockSetBack`.
    ...(unchanged && unchanged.checkedAt <= now ? { unchanged } : {}),
    failure: failure && 'until' in failure ? { ...failure, until: failure.until - byMs } : failure,
    failingSince: failingSince && failingSince - byMs,
    triedAt: now,
    nextCheckAt: state.nextCheckAt - byMs,
    manualRefreshAt: manualRefreshAt && manualRefreshAt - byMs,
  };
}
