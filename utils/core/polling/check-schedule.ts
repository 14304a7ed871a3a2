import { type Failure, hasNoProvider, needsUserAction, retryAfterOf } from '../values/failure.ts';
import { dayMs, hourMs, minuteMs } from '../values/time.ts';

/** Why the next check is when it is. */
export type CheckReason = 'poll-interval' | 'seller-minimum' | 'retry-after' | 'failure' | 'daily' | 'confirmation';

/** The schedule of one account's checks. Times by our clock. `failures`: how many checks failed in a row. */
export type CheckState = {
  failure: Failure | null;
  failingSince: number | null;
  failures: number;
  triedAt: number;
  nextCheckAt: number;
  reason: CheckReason;
  /** When the user last pressed refresh. */
  manualRefreshAt: number | null;
};

const refreshCoolDownMs = 20_000;
const refreshOnOpenAfterMs = minuteMs;
export const offersEveryMs = dayMs;
const maxBackOffMs = hourMs;

export type NextCheckInput = {
  failure: Failure | null;
  failures: number;
  /** When the last attempt ended. */
  now: number;
  pollIntervalMs: number;
  /** The seller's minimum interval between two requests; 0 if it names none. */
  floorMs: number;
  /**
   * 0 … 1, drawn once and stored with the outcome: jitter, so that clients that failed together do not retry together.
   */
  random: number;
};

/** When the next check is, and why. It is decided once, when a check ends; a fired alarm does not decide it again. */
export function decideNextCheck(input: NextCheckInput): { at: number; reason: CheckReason } {
  const { failure, failures, now, pollIntervalMs, floorMs, random } = input;
  if (!failure) {
    return floorMs > pollIntervalMs
      ? { at: now + floorMs, reason: 'seller-minimum' }
      : { at: now + pollIntervalMs, reason: 'poll-interval' };
  }
  if (needsUserAction(failure) || hasNoProvider(failure) || failure.kind === 'forbidden') {
    return { at: now + dayMs, reason: 'daily' };
  }
  // Nothing tells when the computer is back on that network, and on another one a request costs next to nothing.
  if (failure.kind === 'away') return { at: now + Math.max(pollIntervalMs, floorMs), reason: 'poll-interval' };
  const retryAfter = retryAfterOf(failure);
  const backOff = Math.min(minuteMs * 2 ** Math.min(failures - 1, 10), maxBackOffMs) * (0.75 + random / 2);
  if (retryAfter === null) {
    return { at: now + Math.round(Math.max(backOff, Math.min(floorMs, dayMs))), reason: 'failure' };
  }
  const jitter = Math.min(backOff, minuteMs) * random;
  return { at: Math.max(retryAfter, now) + Math.round(failures > 1 ? backOff : jitter), reason: 'retry-after' };
}

/** When to confirm a sudden drop by a second check: after a minute, or the seller's minimum where that is longer. */
export function confirmationCheckAt(checkedAt: number, floorMs: number): number {
  return checkedAt + Math.max(minuteMs, floorMs);
}

/**
 * Whether the next check may ask for what differs from the last answer alone. Not after two requests that failed in a
 * row: it may be the condition that the seller, or something on the way, trips over.
 */
export function mayBeConditional(state: CheckState | null): boolean {
  if (!state?.failure || state.failures < 2) return true;
  return ['offline', 'permission-missing', 'unsendable'].includes(state.failure.kind);
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
  const { failure, failingSince, manualRefreshAt } = state;
  return {
    ...state,
    failure: failure && 'until' in failure ? { ...failure, until: failure.until - byMs } : failure,
    failingSince: failingSince && failingSince - byMs,
    triedAt: now,
    nextCheckAt: state.nextCheckAt - byMs,
    manualRefreshAt: manualRefreshAt && manualRefreshAt - byMs,
  };
}
