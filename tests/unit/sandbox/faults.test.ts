import { expect, test } from 'vitest';
import type { FaultKind, Seller } from '../../sandbox/types.ts';
import { openSeller, refresh } from './request-setup.ts';

function status(seller: Seller, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${seller.issueTokens('a_17').accessToken}` };
  return fetch(`${seller.url}/v1/planStatus`, { headers, redirect: 'manual', ...init });
}

test('offline cuts the socket', async () => {
  const seller = await openSeller();
  seller.fault({ kind: 'offline' });
  await expect(status(seller)).rejects.toThrow('fetch failed');
  expect(seller.requests.at(-1)).toMatchObject({ path: '/v1/planStatus', status: 0 });
});

test('slow gives the true answer late', async () => {
  const seller = await openSeller();
  seller.fault({ kind: 'slow', delayMs: 30 });
  const before = performance.now();
  expect((await (await status(seller)).json()).accountKey).toBe('a_17');
  expect(performance.now() - before).toBeGreaterThan(25);
});

test('hang sends a head and never ends', async () => {
  const seller = await openSeller();
  seller.fault({ kind: 'hang' });
  const stop = new AbortController();
  const answer = await status(seller, { signal: stop.signal });
  expect(answer.status).toBe(200);
  stop.abort();
  await expect(answer.text()).rejects.toThrow('abort');
});

test.each([
  ['401', 'UNAUTHENTICATED'],
  ['403', 'ACCOUNT_SUSPENDED'],
  ['429', 'TOO_MANY_REQUESTS'],
  ['503', 'BACKEND_FAILURE'],
] as const)('%s is an error with its cause and Retry-After', async (kind, cause) => {
  const seller = await openSeller();
  seller.fault({ kind, retryAfter: 'Wed, 25 Nov 2026 10:00:00 GMT' });
  const answer = await status(seller);
  expect(answer.status).toBe(Number(kind));
  expect(answer.headers.get('retry-after')).toBe('Wed, 25 Nov 2026 10:00:00 GMT');
  expect(await answer.json()).toEqual({ errorMessage: expect.any(String), cause });
});

test('another cause of 403 can be chosen', async () => {
  const seller = await openSeller();
  seller.fault({ kind: '403', cause: 'USER_OPT_OUT' });
  expect((await (await status(seller)).json()).cause).toBe('USER_OPT_OUT');
});

test.each([
  ['html', /^<!doctype html>/],
  ['truncated', /"expireTi$/],
  ['wrong-types', /"cards":"none"/],
  ['empty', /^$/],
] as const)('%s is an unreadable answer with status 200', async (kind: FaultKind, body) => {
  const seller = await openSeller();
  seller.fault({ kind });
  const answer = await status(seller);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(body);
});

test('redirect leads to a portal that is a web page', async () => {
  const seller = await openSeller();
  seller.fault({ kind: 'redirect' });
  const answer = await status(seller);
  expect(answer.status).toBe(302);
  const portal = await fetch(answer.headers.get('location') ?? '');
  expect(portal.headers.get('content-type')).toContain('text/html');
});

test('huge is more than a mebibyte', async () => {
  const seller = await openSeller();
  seller.fault({ kind: 'huge' });
  expect((await (await status(seller)).text()).length).toBeGreaterThan(1024 * 1024);
});

test('a fault hits as often as it says, then the next one', async () => {
  const seller = await openSeller();
  seller.fault({ kind: '503', times: 2 });
  seller.fault({ kind: '429', times: 1 });
  const statuses = [];
  for (let round = 0; round < 4; round += 1) statuses.push((await status(seller)).status);
  expect(statuses).toEqual([503, 503, 429, 200]);
  expect(seller.faults).toHaveLength(0);
});

test('faults leave discovery and the token endpoint alone unless they name them', async () => {
  const seller = await openSeller();
  const { refreshToken } = seller.issueTokens('a_17');
  const discovery = async () => (await fetch(`${seller.url}/.well-known/data-account.json`)).status;
  seller.fault({ kind: '503' });
  expect(await discovery()).toBe(200);
  expect((await status(seller)).status).toBe(503);
  seller.clearFaults();
  seller.fault({ kind: '503', on: 'token' });
  expect((await status(seller)).status).toBe(200);
  expect((await refresh(seller, refreshToken)).json).toEqual({ error: 'backend_failure' });
  seller.fault({ kind: '503', on: 'all' });
  expect(await discovery()).toBe(503);
});
