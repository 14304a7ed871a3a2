import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestEntry } from '../types.ts';

type Match = (entry: RequestEntry) => boolean;
type Waiter = { match: Match; resolve: (entry: RequestEntry) => void; reject: (reason: Error) => void };
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type RequestLog = {
  entries: readonly RequestEntry[];
  record: (request: IncomingMessage, response: ServerResponse) => void;
  next: (match: string | Match) => Promise<RequestEntry>;
  close: () => void;
};

export function createRequestLog(): RequestLog {
  const entries: RequestEntry[] = [];
  let waiters: Waiter[] = [];

  const onFinished = (entry: RequestEntry) => {
    const matching = waiters.filter((waiter) => waiter.match(entry));
    waiters = waiters.filter((waiter) => !matching.includes(waiter));
    for (const waiter of matching) waiter.resolve(entry);
  };

  return {
    entries,
    record: (request, response) => {
      const entry = toEntry(request);
      entries.push(entry);
      watch(entry, request, response, onFinished);
    },
    next: (match) => {
      const isMatch = typeof match === 'string' ? (entry: RequestEntry) => entry.path === match : match;
      return new Promise((resolve, reject) => waiters.push({ match: isMatch, resolve, reject }));
    },
    close: () => {
      for (const waiter of waiters) waiter.reject(new Error('the seller was closed before such a request came'));
      waiters = [];
    },
  };
}

/** Records the status before the client can see it, so that a test need not wait for the socket. */
function watch(
  entry: Mutable<RequestEntry>,
  request: IncomingMessage,
  response: ServerResponse,
  onFinished: (entry: RequestEntry) => void,
): void {
  const sentBefore = request.socket.bytesWritten;
  const writeHead = response.writeHead;
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    entry.status = Number(args[0]);
    return Reflect.apply(writeHead, response, args);
  } as typeof response.writeHead;
  response.once('close', () => {
    entry.bytesOut = request.socket.bytesWritten - sentBefore;
    onFinished(entry);
  });
}

function toEntry(request: IncomingMessage): Mutable<RequestEntry> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sandbox');
  const { authorization, 'if-none-match': ifNoneMatch } = request.headers;
  const hash = authorization && createHash('sha256').update(authorization).digest('hex').slice(0, 16);
  return {
    method: request.method ?? 'GET',
    path: pathname,
    query: Object.fromEntries(searchParams),
    status: 0,
    at: Date.now(),
    headers: { ...(ifNoneMatch ? { ifNoneMatch } : {}), ...(hash ? { authorizationHash: hash } : {}) },
    bytesOut: 0,
    bytesIn: headBytes(request),
  };
}

/** As they were written in HTTP/1.1: the line, and each header on a line of its own. */
function headBytes({ method = '', url = '', rawHeaders }: IncomingMessage): number {
  const line = `${method} ${url} HTTP/1.1`;
  const separators = (rawHeaders.length / 2) * ': '.length + (rawHeaders.length / 2 + 2) * '\r\n'.length;
  return Buffer.byteLength(line) + rawHeaders.reduce((sum, text) => sum + text.length, 0) + separators;
}
