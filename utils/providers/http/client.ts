import ky, { type Options } from 'ky';
import { maxPageBytes } from '../../core/page/page-tree.ts';
import type { Exchange } from '../../core/traffic/exchange-bytes.ts';
import type { Client, HttpResponse, PublicClient } from '../adapter/provider.ts';
import { permissionMissingError, unsendableError } from './provider-error.ts';
import { type Format, readResponse } from './read-response.ts';
import { countExchange } from './traffic-count.ts';

const exchangeTimeoutMs = 15_000;
const json: Format = { maxBodyBytes: 2 ** 20, isJson: true };
const page: Format = { maxBodyBytes: maxPageBytes, isJson: false };

type Sent = { method?: string; json?: unknown; body?: URLSearchParams | FormData; headers?: Record<string, string> };
type Request = Sent & Pick<Options, 'credentials'>;

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
  const send = async (url: string, sent: Sent, extraHeaders: Record<string, string> = {}) => {
    const all = { ...headers, ...extraHeaders };
    requireSendable(url, all);
    const { origin } = new URL(url);
    if (!(await isGranted(origin))) throw permissionMissingError();
    if (sendsCookies) await setHeaderRule?.(origin, pickHeaders(all, droppedHeaders));
    return exchange(url, { ...sent, credentials, headers: all });
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
async function exchange(url: string, request: Request, format = json): Promise<HttpResponse> {
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(new DOMException('No whole answer', 'TimeoutError')),
    exchangeTimeoutMs,
  );
  try {
    return await exchangeUntil(deadline.signal, url, request, format);
  } finally {
    clearTimeout(timer);
  }
}

async function exchangeUntil(
  signal: AbortSignal,
  url: string,
  request: Request,
  format: Format,
): Promise<HttpResponse> {
  let answer: Exchange['answer'] = null;
  try {
    const response = await http(url, { ...request, signal });
    const received = { headers: [...response.headers], bodyBytes: 0 };
    answer = received;
    return await readResponse(signal, response, format, (size) => {
      received.bodyBytes += size;
    });
  } finally {
    // What failed in another way may not have left the computer.
    if (answer || signal.aborted) countExchange({ ...sizeOf(request), url, answer });
  }
}

function sizeOf({
  method = 'get',
  json,
  body,
  headers = {},
}: Sent): Omit<Exchange, 'url' | 'answer' | 'isNewConnection'> {
  const parts = body instanceof FormData ? [...body.values()].map(String) : [String(body ?? '')];
  const text = json === undefined ? parts.join() : JSON.stringify(json);
  return { method, headers: Object.entries(headers), sentBytes: new TextEncoder().encode(text).length };
}
