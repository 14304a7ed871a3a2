import ky, { type Options } from 'ky';
import type { Failure } from '../core/failure.ts';
import { dayMs, minuteMs } from '../core/time.ts';
import { answerError, causeOf, isAnswerError, unreadable } from './answer-error.ts';
import type { Answer, Client } from './provider.ts';

const exchangeMs = 15_000;
const largestBody = 2 ** 20;

/** `retry: 0`: the schedule does the waiting. `no-store`: the browser's cache mixes up accounts with equal ETags. */
const http = ky.create({
  retry: 0,
  timeout: false,
  throwHttpErrors: false,
  redirect: 'manual',
  credentials: 'omit',
  cache: 'no-store',
  headers: { accept: 'application/json' },
});

/** The one way out of the extension. `token` goes into the Authorization header and nowhere else. */
export function createClient(token: string | null = null): Client {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  const send = (url: string, options: Options) => exchange(url, options);
  return {
    get: (url, ifNoneMatch) =>
      send(url, { headers: { ...authorization, ...(ifNoneMatch ? { 'if-none-match': ifNoneMatch } : {}) } }),
    postJson: (url, json) => send(url, { method: 'post', json, headers: authorization }),
    postForm: (url, fields) => send(url, { method: 'post', body: new URLSearchParams(fields), headers: authorization }),
  };
}

/** One signal bounds the whole exchange, the body included. */
async function exchange(url: string, options: Options): Promise<Answer> {
  const response = await http(url, { ...options, signal: AbortSignal.timeout(exchangeMs) });
  if (response.type === 'opaqueredirect') throw answerError(0);
  const receivedAt = Date.now();
  const { status, headers } = response;
  if (status === 304) return { status, body: undefined, headers, receivedAt };
  const body = parsed(await cappedText(response));
  if (!response.ok) throw answerError(status, body, headers.get('retry-after'));
  return { status, body, headers, receivedAt };
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

/** What an error of a client or adapter means to the person. `now`: our clock. */
export function toFailure(error: unknown, now: number, isOnline: boolean): Failure {
  if (isAnswerError(error)) return failureOfStatus(error.status, error.retryAfter, causeOf(error), now);
  if (!(error instanceof Error)) return { kind: 'unreadable' };
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
