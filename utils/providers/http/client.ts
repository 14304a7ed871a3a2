import ky, { type Options } from 'ky';
import type { Failure } from '../../core/values/failure.ts';
import { dayMs, minuteMs } from '../../core/values/time.ts';
import type { Answer, Client } from '../adapter/provider.ts';
import { answerError, causeOf, isAnswerError, unreadable } from './provider-error.ts';

const exchangeMs = 15_000;
const largestBody = 2 ** 20;

/** `retry: 0`: the schedule does the waiting. `no-store`: the browser's cache mixes up accounts with equal ETags. */
const http = ky.create({
  retry: 0,
  timeout: false,
  throwHttpErrors: false,
  redirect: 'manual',
  cache: 'no-store',
  headers: { accept: 'application/json' },
});

/** `headers` authorize, and go nowhere but into the requests' headers. Cookies stay out unless asked for. */
export type ClientOptions = { headers?: Record<string, string>; sendsCookies?: boolean };

/** The one way out of the extension. */
export function createClient({ headers = {}, sendsCookies = false }: ClientOptions = {}): Client {
  const credentials = sendsCookies ? 'include' : 'omit';
  const send = (url: string, options: Options, more: Record<string, string> = {}) =>
    exchange(url, { ...options, credentials, headers: { ...headers, ...more } });
  return {
    get: (url, more) => send(url, {}, more),
    postJson: (url, json, more) => send(url, { method: 'post', json }, more),
    postForm: (url, fields) => send(url, { method: 'post', body: new URLSearchParams(fields) }),
    postParts: (url, fields) => send(url, { method: 'post', body: partsOf(fields) }),
  };
}

/** The header of a token, by RFC 6750. */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

function partsOf(fields: Record<string, string>): FormData {
  const parts = new FormData();
  for (const [name, value] of Object.entries(fields)) parts.set(name, value);
  return parts;
}

/** One signal bounds the whole exchange, the body included. */
async function exchange(url: string, options: Options): Promise<Answer> {
  const response = await http(url, { ...options, signal: AbortSignal.timeout(exchangeMs) });
  if (response.type === 'opaqueredirect') throw answerError(0);
  const receivedAt = Date.now();
  const { status, headers } = response;
  if (status === 304) return { status, text: '', body: undefined, headers, receivedAt };
  const text = await cappedText(response);
  const body = parsed(text);
  if (!response.ok) throw answerError(status, body, headers.get('retry-after'));
  return { status, text, body, headers, receivedAt };
}

/** Undefined where it is not JSON: no schema accepts that. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function cappedText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > largestBody) {
      await reader.cancel();
      throw unreadable('The answer is too large');
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** What an error of a client or adapter means to the person. `now`: our clock. `isNearby`: see `Provider`. */
export function toFailure(error: unknown, now: number, isOnline: boolean, isNearby = false): Failure {
  const failure = failureOf(error, now, isOnline);
  const isElsewhere = isNearby && ['no-answer', 'captive-portal'].includes(failure.kind);
  return isElsewhere ? { kind: 'away' } : failure;
}

function failureOf(error: unknown, now: number, isOnline: boolean): Failure {
  if (isAnswerError(error)) return failureOfStatus(error.status, error.retryAfter, causeOf(error), now);
  if (!(error instanceof Error)) return { kind: 'unreadable' };
  if (error.name === 'AwayError') return { kind: 'away' };
  if (['ValiError', 'UnreadableError', 'SyntaxError'].includes(error.name)) return { kind: 'unreadable' };
  return isOnline ? { kind: 'no-answer' } : { kind: 'offline' };
}

function failureOfStatus(status: number, retryAfter: string | null, cause: string | null, now: number): Failure {
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
