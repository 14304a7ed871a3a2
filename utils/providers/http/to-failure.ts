import type { UnreadReason } from '../../core/page/reading.ts';
import type { Failure } from '../../core/values/failure.ts';
import { isStorageError } from '../../core/values/storage-error.ts';
import { dayMs, minuteMs } from '../../core/values/time.ts';
import { errorCode, isProviderError, isUnreadPageError } from './provider-error.ts';

/**
 * The failure to show for an error of a client or adapter; what the browser's storage threw is none, and is thrown on.
 * `now`: our clock. `isLocalNetwork`: see `Provider`.
 */
export function toFailure(error: unknown, now: number, isOnline: boolean, isLocalNetwork = false): Failure {
  if (isStorageError(error)) throw error;
  const failure = failureFromError(error, now, isOnline);
  if (!isLocalNetwork) return failure;
  if (failure.kind === 'signed-out') return { kind: 'locked' };
  return failure.kind === 'no-answer' || failure.kind === 'captive-portal' ? { kind: 'away' } : failure;
}

function failureFromError(error: unknown, now: number, isOnline: boolean): Failure {
  if (isProviderError(error)) return failureFromStatus(error.status, error.retryAfter, errorCode(error), now);
  if (isUnreadPageError(error)) return failureOfUnread(error.reason);
  if (!(error instanceof Error)) return { kind: 'unreadable' };
  if (error.name === 'NotOnNetworkError') return { kind: 'away' };
  if (error.name === 'NotVouchedError') return { kind: 'not-vouched' };
  if (error.name === 'PermissionMissingError') return { kind: 'permission-missing' };
  if (error.name === 'UnsendableError') return { kind: 'unsendable' };
  if (['ValiError', 'InvalidResponseError', 'SyntaxError'].includes(error.name)) return { kind: 'unreadable' };
  return isOnline ? { kind: 'no-answer' } : { kind: 'offline' };
}

/** What a page that tells no figure means for its account. */
export function failureOfUnread(reason: UnreadReason): Failure {
  switch (reason) {
    case 'signed-out':
    case 'other-account':
      return { kind: reason };
    case 'changed':
    case 'ambiguous':
    case 'unclear-number':
      return { kind: 'page-changed' };
    case 'elsewhere':
    case 'empty':
    case 'too-large':
      return { kind: 'unreadable' };
  }
}

function failureFromStatus(status: number, retryAfter: string | null, cause: string | null, now: number): Failure {
  if (status === 511 || status < 400) return { kind: 'captive-portal' };
  if (status === 401) return { kind: 'signed-out' };
  if (status === 403) return { kind: 'forbidden' };
  if (status === 410 || (status === 404 && cause === 'INVALID_NUMBER')) return { kind: 'card-gone' };
  if (status === 429) return { kind: 'rate-limited', ...retryTime(retryAfter, now) };
  if (status >= 500) return { kind: 'seller-down', ...retryTime(retryAfter, now) };
  return { kind: 'unreadable' };
}

/** By a `Retry-After` in seconds or as an HTTP date, which has a zone. Absent or past: a minute; at most a day. */
export function retryTime(retryAfter: string | null, now: number): { until: number; isDefault?: true } {
  const text = retryAfter?.trim() ?? '';
  const delay = /^\d+$/.test(text) ? Number(text) * 1000 : / GMT$/.test(text) ? Date.parse(text) - now : 0;
  return delay > 0 ? { until: now + Math.min(delay, dayMs) } : { until: now + minuteMs, isDefault: true };
}
