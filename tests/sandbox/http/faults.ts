import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SellerContext } from '../seller-context.ts';
import type { Fault, FaultPlace } from '../types.ts';

const API_PLACES: readonly FaultPlace[] = ['planStatus', 'planOffer', 'checkout', 'transactions'];
const HUGE_CHUNK = '0'.repeat(64 * 1024);
const HUGE_CHUNKS = 40;
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const CAUSES = {
  '401': 'UNAUTHENTICATED',
  '403': 'ACCOUNT_SUSPENDED',
  '429': 'TOO_MANY_REQUESTS',
  '503': 'BACKEND_FAILURE',
} as const;

const TRUNCATED = '{"languageCode":"en","accountKey":"a_17","updateTime":"2026-11-23T02:00:00Z","expireTi';
const WRONG_TYPES = JSON.stringify({
  ...{ name: 3, apiBase: [], checkoutOrigins: 'none', access_token: 5, token_type: null, updateTime: 12 },
  ...{ expireTime: true, cards: 'none', offers: 7, transactionId: 1, status: [], checkoutUrl: {}, transactions: 'two' },
});

function findPlace(path: string): FaultPlace | null {
  if (path === '/.well-known/data-account.json') return 'discovery';
  if (path === '/oauth/token') return 'token';
  const place = path.match(/^\/v1\/(\w+)/)?.[1];
  return API_PLACES.find((each) => each === place) ?? null;
}

/** The first fault that applies to this path, or null. Decrements its `times`. */
export function takeFault(faults: Fault[], path: string): Fault | null {
  const place = findPlace(path);
  if (!place) return null;
  const applies = ({ on }: Fault) => on === 'all' || on === place || (on === undefined && API_PLACES.includes(place));
  const index = faults.findIndex(applies);
  const fault = faults[index];
  if (!fault) return null;
  if (fault.times === undefined) return fault;
  if (fault.times > 1) faults[index] = { ...fault, times: fault.times - 1 };
  else faults.splice(index, 1);
  return fault;
}

/** `proceed` sends the normal response; only `slow` uses it. */
export function applyFault(
  context: SellerContext,
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  proceed: () => void,
): void {
  const send = (status: number, headers: Record<string, string>, body = '') =>
    response.writeHead(status, headers).end(body);
  const fail = (kind: keyof typeof CAUSES) => {
    const cause = kind === '403' && fault.cause ? fault.cause : CAUSES[kind];
    const isToken = (request.url ?? '').startsWith('/oauth/token');
    const body = isToken ? { error: cause.toLowerCase() } : { errorMessage: `Sandbox fault ${kind}.`, cause };
    const retryAfter: Record<string, string> = fault.retryAfter ? { 'retry-after': fault.retryAfter } : {};
    send(Number(kind), { ...JSON_TYPE, ...retryAfter }, JSON.stringify(body));
  };
  switch (fault.kind) {
    case 'offline':
      request.socket.destroy();
      return;
    case 'slow':
      context.later(fault.delayMs ?? 1000, () => !response.destroyed && proceed());
      return;
    case 'hang':
      response.writeHead(200, JSON_TYPE).write('{"languageCode":');
      return;
    case '401':
    case '403':
    case '429':
    case '503':
      fail(fault.kind);
      return;
    case 'html':
      send(200, { 'content-type': 'text/html; charset=utf-8' }, '<!doctype html><title>Axis</title><p>Welcome!</p>');
      return;
    case 'truncated':
      send(200, JSON_TYPE, TRUNCATED);
      return;
    case 'wrong-types':
      send(200, JSON_TYPE, WRONG_TYPES);
      return;
    case 'redirect':
      send(302, { location: `${context.origins.console}/portal` });
      return;
    case 'empty':
      send(200, JSON_TYPE);
      return;
    case 'huge':
      sendHuge(response);
      return;
  }
}

/** Sends 2.5 MiB of valid JSON, as fast as the client reads it. */
function sendHuge(response: ServerResponse): void {
  response.writeHead(200, JSON_TYPE).write('{"cards":[],"padding":"');
  let chunksLeft = HUGE_CHUNKS;
  const sendMore = () => {
    while (chunksLeft > 0) {
      chunksLeft -= 1;
      if (!response.write(HUGE_CHUNK)) break;
    }
    if (chunksLeft > 0) response.once('drain', sendMore);
    else response.end('"}');
  };
  sendMore();
}
