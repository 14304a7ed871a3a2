import type { Failure } from '../../core/values/failure.ts';
import { dayMs, minuteMs } from '../../core/values/time.ts';
import { errorCode, isProviderError } from './provider-error.ts';

/** What an error of a client or adapter means to the person. `now`: our clock. `isNearby`: see `Provider`. */
export function toFailure(error: unknown, now: number, isOnline: boolean, isNearby = false): Failure {
  const failure = failureFromError(error, now, isOnline);
  const isElsewhere = isNearby && ['no-answer', 'captive-portal'].includes(failure.kind);
  return isElsewhere ? { kind: 'away' } : failure;
}

function failureFromError(error: unknown, now: number, isOnline: boolean): Failure {
  if (isProviderError(error)) return failureFromStatus(error.status, error.retryAfter, errorCode(error), now);
  if (!(error instanceof Error)) return { kind: 'unreadable' };
  if (error.name === 'AwayError') return { kind: 'away' };
  if (['ValiError', 'UnreadableError', 'SyntaxError'].includes(error.name)) return { kind: 'unreadable' };
  return isOnline ? { kind: 'no-answer' } : { kind: 'offline' };
}

function failureFromStatus(status: number, retryAfter: string | null, cause: string | null, now: number): Failure {
  if (status === 511 || status < 400) return { kind: 'captive-portal' };
  if (status === 401) return { kind: 'signed-out' };
  if (status === 403) return { kind: 'forbidden' };
  if (status === 410 || (status === 404 && cause === 'INVALID_NUMBER')) return { kind: 'card-gone' };
  if (status === 429) return { kind: 'rate-limited', until: now + retryDelayMs(retryAfter, now) };
  if (status >= 500) return { kind: 'seller-down', until: now + retryDelayMs(retryAfter, now) };
  return { kind: 'unreadable' };
}

/** Seconds or a date (with its zone, as HTTP has it); absent or past: a minute; never more than a day. */
export function retryDelayMs(retryAfter: string | null, now: number): number {
  const text = retryAfter?.trim() ?? '';
  const delay = /^\d+$/.test(text) ? Number(text) * 1000 : / GMT$/.test(text) ? Date.parse(text) - now : 0;
  return delay > 0 ? Math.min(delay, dayMs) : minuteMs;
}
