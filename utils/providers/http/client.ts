import ky, { type Options } from 'ky';
import { maxPageBytes } from '../../core/page/page-tree.ts';
import type { Client, HttpResponse, PublicClient } from '../adapter/provider.ts';
import {
  invalidResponseError,
  permissionMissingError,
  providerError,
  tooLargeError,
  unsendableError,
} from './provider-error.ts';

const exchangeTimeoutMs = 15_000;
/** Of `text`, of which nothing is parsed. */
type Format = { maxBodyBytes: number; isJson: boolean };
const json: Format = { maxBodyBytes: 2 ** 20, isJson: true };
const page: Format = { maxBodyBytes: maxPageBytes, isJson: false };

/** `retry: 0`: the schedule does the waiting. `no-store`: the browser's cache mixes up accounts with equal ETags. */
const http = ky.create({
  retry: 0,
  timeout: false,
  throwHttpErrors: false,
  redirect: 'manual',
  cache: 'no-store',
  headers: { accept: 'application/json' },
});

/**
 * `headers` hold the authorization and are never logged or stored. Cookies are sent only on request. `isGranted`:
 * whether the user has allowed requests to an origin. `setHeaderRule`: where cookies are sent, makes the browser add
 * the headers that `fetch` drops, and no others, to our requests to an origin.
 */
export type ClientOptions = {
  isGranted: (origin: string) => Promise<boolean>;
  headers?: Record<string, string>;
  sendsCookies?: boolean;
  setHeaderRule?: (origin: string, headers: Record<string, string>) => Promise<void>;
};

/** Those of the headers no script may set (Fetch, "forbidden request-header") that hotspots ask for. */
const droppedHeaders = ['cookie', 'referer'];

/* The only code of the extension that makes network requests. */

/** For what anybody may read: it has no way to send a secret, and so needs no permission where CORS allows it. */
export function createPublicClient(): PublicClient {
  return { get: (url) => exchange(url, { credentials: 'omit' }) };
}

/**
 * For a page as the user's own browser shows it: with its cookies, and with nothing of ours. Its text is not parsed.
 */
export function createPageClient({ isGranted }: Pick<ClientOptions, 'isGranted'>): Pick<Client, 'get'> {
  return {
    get: async (url) => {
      if (!(await isGranted(new URL(url).origin))) throw permissionMissingError();
      return exchange(url, { credentials: 'include', headers: { accept: 'text/html' } }, page);
    },
  };
}

/**
 * For requests with a secret, in a header, a cookie or the body. Nothing leaves for an origin that was not granted,
 * whatever its CORS headers would allow.
 */
export function createClient({ isGranted, headers = {}, sendsCookies = false, setHeaderRule }: ClientOptions): Client {
  const credentials = sendsCookies ? 'include' : 'omit';
  const send = async (url: string, options: Options, extraHeaders: Record<string, string> = {}) => {
    const all = { ...headers, ...extraHeaders };
    requireSendable(url, all);
    const { origin } = new URL(url);
    if (!(await isGranted(origin))) throw permissionMissingError();
    if (sendsCookies) await setHeaderRule?.(origin, pickHeaders(all, droppedHeaders));
    return exchange(url, { ...options, credentials, headers: all });
  };
  return {
    get: (url, extraHeaders) => send(url, {}, extraHeaders),
    postJson: (url, json, extraHeaders) => send(url, { method: 'post', json }, extraHeaders),
    postForm: (url, fields) => send(url, { method: 'post', body: new URLSearchParams(fields) }),
    postParts: (url, fields) => send(url, { method: 'post', body: toFormData(fields) }),
  };
}

/** The authorization header for a token (RFC 6750). */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

function pickHeaders(headers: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}

function toFormData(fields: Record<string, string>): FormData {
  const parts = new FormData();
  for (const [name, value] of Object.entries(fields)) parts.set(name, value);
  return parts;
}

/** Else `fetch` throws what it throws without a network. */
function requireSendable(url: string, headers: Record<string, string>): void {
  try {
    new Request(url, { headers });
  } catch {
    throw unsendableError();
  }
}

/** One timeout for the whole exchange, the body included. */
async function exchange(url: string, options: Options, format = json): Promise<HttpResponse> {
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(new DOMException('No whole answer', 'TimeoutError')),
    exchangeTimeoutMs,
  );
  try {
    return await exchangeUntil(deadline.signal, url, options, format);
  } finally {
    clearTimeout(timer);
  }
}

async function exchangeUntil(
  signal: AbortSignal,
  url: string,
  options: Options,
  { maxBodyBytes, isJson }: Format,
): Promise<HttpResponse> {
  const response = await http(url, { ...options, signal });
  if (response.type === 'opaqueredirect') throw providerError(0);
  const receivedAt = Date.now();
  const { status, headers } = response;
  // No part was asked for (RFC 9110, 15.3.7).
  if (status === 206) {
    void response.body?.cancel();
    throw invalidResponseError('A part of an answer');
  }
  if (status === 304) return { status, text: '', body: undefined, headers, receivedAt };
  const text = await readCappedText(response, signal, maxBodyBytes);
  const body = isJson ? parseJson(text) : undefined;
  if (!response.ok) throw providerError(status, body, headers.get('retry-after'));
  return { status, text, body, headers, receivedAt };
}

/** Undefined if it is not JSON: no schema accepts that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The signal ends the reading by itself: through ky it did not reach a body that went on for ever. */
async function readCappedText(response: Response, signal: AbortSignal, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  // It may come to nothing after the last reading.
  ended.catch(() => undefined);
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), ended]);
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > maxBytes) throw tooLargeError();
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    // It does not wait for a server that does not let go.
    void reader.cancel().catch(() => undefined);
  }
}
