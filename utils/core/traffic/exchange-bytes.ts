/** A request and what came of it, as far as a script is told. `bodyBytes`: of the answer, unpacked, as far as it was read. */
export type Exchange = {
  method: string;
  url: string;
  headers: Iterable<readonly [string, string]>;
  sentBytes: number;
  /** Null: none came. */
  answer: { headers: Iterable<readonly [string, string]>; bodyBytes: number } | null;
  isNewConnection: boolean;
};

/*
 * What no script is told, measured at the seller's socket by `npm run bench -- bytes` with Chromium 156 and Node 24.
 */

/** The headers a browser adds by itself: Host, User-Agent, Sec-Fetch-*, Accept-Encoding, Accept-Language and such. */
const addedHeaderBytes = 380;
/** Status line, and the headers that are hidden, as Set-Cookie. */
const hiddenAnswerBytes = 60;
/** What TLS adds to a request and its answer. */
const recordBytes = 50;
/** TLS 1.3, with 3 KB of certificates in one of three, where the session is not resumed: 7.4 KB, else 3.7 KB. */
const tlsSetUpBytes = 4_900;
/** Estimated: seven packets without content, of about 54 bytes, to open and close a connection. */
export const tcpSetUpBytes = 380;

/** Longer than this after the last request a connection is closed, by most servers at least. */
export const connectionLifeMs = 60_000;

/** JSON and pages are packed about as much, where the server does not say how long the answer is as it is sent. */
const packedShare = 0.3;

/** How much of a card's data it takes, about. Within the local network, as from a hotspot: none. */
export function exchangeBytes(exchange: Exchange): number {
  const { method, url, headers, sentBytes, answer, isNewConnection } = exchange;
  const { protocol, pathname, search } = new URL(url);
  const isTls = protocol === 'https:';
  const line = `${method} ${pathname}${search} HTTP/1.1`;
  const request = line.length + linesOf(headers) + addedHeaderBytes + sentBytes;
  const response = answer ? hiddenAnswerBytes + linesOf(answer.headers) + bodyBytes(answer) : 0;
  const setUp = isNewConnection ? tcpSetUpBytes + (isTls ? tlsSetUpBytes : 0) : 0;
  return Math.round(request + response + setUp + (isTls ? recordBytes : 0));
}

function linesOf(headers: Iterable<readonly [string, string]>): number {
  return [...headers].reduce((sum, [name, value]) => sum + name.length + value.length + ': \r\n'.length, 0);
}

function bodyBytes({ headers, bodyBytes: read }: NonNullable<Exchange['answer']>): number {
  const told = new Map([...headers].map(([name, value]) => [name.toLowerCase(), value]));
  const length = Number(told.get('content-length') ?? Number.NaN);
  if (Number.isSafeInteger(length)) return Math.min(length, read);
  return told.has('content-encoding') ? read * packedShare : read;
}
