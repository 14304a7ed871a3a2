import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Entry, openLedger } from './ledger.ts';

export type { Entry } from './ledger.ts';

/**
 * session-over: see `sessionOver` · html: a captive portal's page · wrong-types: each value has another type · huge: 5
 * MiB · cut: the socket is destroyed.
 */
export type MirrorFault =
  | 'bad-credential'
  | 'session-over'
  | 'rate-limit'
  | 'html'
  | 'truncated'
  | 'wrong-types'
  | 'huge'
  | 'redirect'
  | 'cut';

/** How a provider's test server answers, from the ledger. Imports nothing of the extension. */
export type MirrorDefinition = {
  /** The provider's id. */
  id: string;
  /**
   * `read`: the card's current entry. Routes check the credentials in `entries` and reject others as the provider does.
   */
  routes: (read: () => Entry) => Hono;
  /** Valid form entries, by the adapter's field names, without the address, which is the running mirror's. */
  entries: Record<string, string>;
  /** The provider's response to too many requests; null: it has no rate limit. */
  rateLimit: { status: number; body: string; retryAfter: string | null } | null;
  /** The provider's response to wrong or revoked credentials; null: it needs none. */
  badCredential: { status: number; body: string } | null;
  /** The same server for somebody whose session on its own page is over; absent: it has none. */
  sessionOver?: (read: () => Entry) => Hono;
  /** JSON by default. */
  wire?: 'json' | 'xml';
};

type MirrorRequest = {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
};

export type RunningMirror = {
  url: string;
  write(entry: Entry): void;
  /** Applies to all requests until it is set to null. */
  setFault(fault: MirrorFault | null): void;
  readonly requests: readonly MirrorRequest[];
  close(): Promise<void>;
};

/** Starts a provider's server, by default on any free port; `host` and `port` are for tests in a network namespace. */
export async function startMirror(
  definition: MirrorDefinition,
  { host = '127.0.0.1', port = 0 } = {},
): Promise<RunningMirror> {
  const ledger = openLedger();
  const listenerOf = (routes: MirrorDefinition['routes']) =>
    getRequestListener(routes(ledger.read).fetch, { overrideGlobalObjects: false });
  const answer = listenerOf(definition.routes);
  const answerWithoutSession = definition.sessionOver && listenerOf(definition.sessionOver);
  const requests: MirrorRequest[] = [];
  let fault: MirrorFault | null = null;
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    if (fault === null) return void answer(request, response);
    if (fault === 'session-over') return void answerWithoutSession?.(request, response);
    applyFault(fault, definition, request, response, () => void answer(request, response));
  });
  await new Promise<void>((listening) => server.listen(port, host, listening));
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host}${bound === 80 ? '' : `:${bound}`}`,
    write: ledger.write,
    setFault: (next) => {
      fault = next;
    },
    requests,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      ledger.close();
    },
  };
}

const portalPage = '<!DOCTYPE html><html><head><title>Welcome</title></head><body>Sign in to this Wi-Fi</body></html>';
const hugeBytes = 5 * 2 ** 20;

function applyFault(
  fault: Exclude<MirrorFault, 'session-over'>,
  { rateLimit, badCredential, wire = 'json' }: MirrorDefinition,
  request: IncomingMessage,
  response: ServerResponse,
  proceed: () => void,
): void {
  const type = { 'content-type': wire === 'json' ? 'application/json' : 'text/xml' };
  switch (fault) {
    case 'rate-limit': {
      if (!rateLimit) throw new Error('This provider has no rate limit');
      const { status, body, retryAfter } = rateLimit;
      return void response
        .writeHead(status, { ...type, ...(retryAfter ? { 'retry-after': retryAfter } : {}) })
        .end(body);
    }
    case 'bad-credential':
      if (!badCredential) throw new Error('This provider asks for no credentials');
      return void response.writeHead(badCredential.status, type).end(badCredential.body);
    case 'html':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(portalPage);
    case 'redirect':
      return void response.writeHead(302, { location: 'http://127.0.0.1:9/portal' }).end();
    case 'huge':
      return void response.writeHead(200, type).end(`"${'x'.repeat(hugeBytes)}"`);
    case 'cut':
      return void request.socket.destroy();
    case 'truncated':
      return void sendChanged(response, (body) => body.slice(0, Math.floor(body.length / 2)), proceed);
    case 'wrong-types':
      return void sendChanged(response, wire === 'json' ? wrongJson : wrongXml, proceed);
  }
}

/** Sends the normal response with a changed body. */
function sendChanged(response: ServerResponse, change: (body: string) => string, proceed: () => void): void {
  const chunks: Buffer[] = [];
  const { writeHead, end } = response;
  response.write = ((chunk: Uint8Array | string) => {
    chunks.push(Buffer.from(chunk as Uint8Array));
    return true;
  }) as typeof response.write;
  response.writeHead = ((status: number, headers: Record<string, string>) => {
    const { 'content-length': _, ...others } = headers;
    return writeHead.call(response, status, others as never);
  }) as typeof response.writeHead;
  response.end = ((chunk?: Uint8Array | string) => {
    if (chunk !== undefined) chunks.push(Buffer.from(chunk as Uint8Array));
    return end.call(response, change(Buffer.concat(chunks).toString()) as never, 'utf8' as never);
  }) as typeof response.end;
  proceed();
}

/** Replaces each value by one of another type; names and structure stay. */
function wrongJson(body: string): string {
  const wrong = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(wrong);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, wrong(member)]));
    }
    return typeof value === 'string' ? { was: 'text' } : 'not a number';
  };
  return JSON.stringify(wrong(JSON.parse(body)));
}

function wrongXml(body: string): string {
  return body.replace(/>[^<]+</g, '>not a value<');
}
