import { type Failure, retryAfterOf } from '../values/failure.ts';
import { dayMs, hourMs, minuteMs } from '../values/time.ts';

/** Why the next check is when it is. */
export type CheckReason = 'poll-interval' | 'seller-minimum' | 'retry-after' | 'failure' | 'daily' | 'confirmation';

/** How checking one account goes. Times by our clock. `failures`: bad answers in a row. */
export type CheckState = {
  failure: Failure | null;
  failingSince: number | null;
  failures: number;
  triedAt: number;
  nextCheckAt: number;
  reason: CheckReason;
  /** When the person last asked by hand. */
  manualRefreshAt: number | null;
};

export const refreshCoolDownMs = 20_000;
export const refreshOnOpenAfterMs = minuteMs;
export const offersEveryMs = dayMs;
const maxBackOffMs = hourMs;

export type NextCheckInput = {
  failure: Failure | null;
  failures: number;
  /** When the last attempt ended. */
  now: number;
  pollIntervalMs: number;
  /** How often the seller wants to be asked at most; 0 if it did not say. */
  floorMs: number;
  /** 0 … 1, drawn once and saved with the outcome: a crowd that failed together must not return together. */
  random: number;
};

/** When to ask next, and why. Nothing of this is judged again when the alarm fires. */
export function decideNextCheck(input: NextCheckInput): { at: number; reason: CheckReason } {
  const { failure, failures, now, pollIntervalMs, floorMs, random } = input;
  if (!failure) {
    return floorMs > pollIntervalMs
      ? { at: now + floorMs, reason: 'seller-minimum' }
      : { at: now + pollIntervalMs, reason: 'poll-interval' };
  }
  if (['signed-out', 'forbidden', 'permission-missing', 'card-gone'].includes(failure.kind)) {
    return { at: now + dayMs, reason: 'daily' };
  }
  // Nobody can tell when the computer comes back to that network; elsewhere a try costs next to nothing.
  if (failure.kind === 'away') return { at: now + Math.max(pollIntervalMs, floorMs), reason: 'poll-interval' };
  const hold = retryAfterOf(failure);
  const backOff = Math.min(minuteMs * 2 ** Math.min(failures - 1, 10), maxBackOffMs) * (0.75 + random / 2);
  if (hold === null) return { at: now + Math.round(Math.max(backOff, Math.min(floorMs, dayMs))), reason: 'failure' };
  const spread = Math.min(backOff, minuteMs) * random;
  return { at: Math.max(hold, now) + Math.round(failures > 1 ? backOff : spread), reason: 'retry-after' };
}

/** When to ask for the second reading of a sudden drop: soon, but not sooner than the seller wants. */
export function confirmationCheckAt(checkedAt: number, floorMs: number): number {
  return checkedAt + Math.max(minuteMs, floorMs);
}

/** Whether asking now is against the seller's word, even when the person asks. */
export function isRetryAfterActive(state: CheckState | null, now: number): boolean {
  const hold = retryAfterOf(state?.failure ?? null);
  return hold !== null && now < hold;
}

/** When the person may ask by hand again: after the cool-down, and not before the seller allows it. */
export function refreshAllowedAt(state: CheckState | null): number {
  return Math.max((state?.manualRefreshAt ?? 0) + refreshCoolDownMs, retryAfterOf(state?.failure ?? null) ?? 0);
}

/** Whether opening the popup is reason enough to ask: the figure is older than a minute and nothing forbids it. */
export function shouldRefreshOnOpen(state: CheckState | null, checkedAt: number | null, now: number): boolean {
  if (isRetryAfterActive(state, now) || state?.reason === 'daily') return false;
  const newest = Math.max(checkedAt ?? 0, state?.triedAt ?? 0);
  return now - newest >= refreshOnOpenAfterMs || newest > now;
}
