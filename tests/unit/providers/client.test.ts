import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { bearer, createClient } from '../../../utils/providers/http/client.ts';
import { isHtml, providerError } from '../../../utils/providers/http/provider-error.ts';
import { retryTime, toFailure } from '../../../utils/providers/http/to-failure.ts';
import { grantedClient } from '../support/clients.ts';

const now = Date.UTC(2026, 10, 23, 12);
let server: Server;
let url = '';
const authorizations: (string | undefined)[] = [];
const paths: string[] = [];
/** That the latest request for an answer without an end was given up. */
let closed: Promise<void>;

function answerForEver(response: ServerResponse, status: number): void {
  response.writeHead(status);
  const dripping = setInterval(() => response.write(' '), 5);
  response.on('close', () => clearInterval(dripping));
}

beforeAll(async () => {
  server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    const path = request.url ?? '';
    paths.push(path);
    closed = new Promise((resolve) => response.on('close', resolve));
    if (path === '/silent') return;
    if (path === '/dripping') return answerForEver(response, 200);
    if (path === '/part') return answerForEver(response, 206);
    if (path === '/redirect') return response.writeHead(302, { location: '/login' }).end();
    if (path === '/html') return response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
    if (path === '/huge') return response.writeHead(200).end('x'.repeat(2 ** 20 + 1));
    if (path === '/large') return response.writeHead(200).end(`"${'x'.repeat(2 ** 20 - 2)}"`);
    if (path === '/half')
      return response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy());
    if (path === '/cut') return response.writeHead(200).end('{"a":');
    if (path === '/drop') return response.destroy();
    if (path === '/not-modified') return response.writeHead(304, { etag: '"e"' }).end();
    const status = Number(path.slice(1));
    return response.writeHead(status, { 'retry-after': '120' }).end('{"cause":"INVALID_NUMBER","secret":"s3cret"}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

async function failureOf(path: string, isOnline = true) {
  const error = await grantedClient({ headers: bearer('t0ken') })
    .get(`${url}${path}`)
    .then(
      () => null,
      (caught: unknown) => caught,
    );
  return error && toFailure(error, now, isOnline);
}

describe('an answer of no use is told apart', () => {
  test.each([
    ['/redirect', { kind: 'captive-portal' }],
    ['/511', { kind: 'captive-portal' }],
    ['/401', { kind: 'signed-out' }],
    ['/403', { kind: 'forbidden' }],
    ['/404', { kind: 'card-gone' }],
    ['/410', { kind: 'card-gone' }],
    ['/418', { kind: 'unreadable' }],
    ['/429', { kind: 'rate-limited', until: now + 120_000 }],
    ['/503', { kind: 'seller-down', until: now + 120_000 }],
    ['/huge', { kind: 'unreadable' }],
    ['/drop', { kind: 'no-answer' }],
    ['/half', { kind: 'no-answer' }],
  ])('%s is %o', async (path, failure) => {
    expect(await failureOf(path)).toEqual(failure);
  });

  test('a seller that listens no more gives no answer', async () => {
    const gone = createServer();
    await new Promise<void>((listening) => gone.listen(0, '127.0.0.1', listening));
    const { port } = gone.address() as AddressInfo;
    await new Promise((closed) => gone.close(closed));
    const error: unknown = await grantedClient()
      .get(`http://127.0.0.1:${port}/`)
      .catch((caught: unknown) => caught);
    expect(toFailure(error, now, true)).toEqual({ kind: 'no-answer' });
    expect(toFailure(error, now, false)).toEqual({ kind: 'offline' });
  });

  test('a seller that never finishes gives no answer', () => {
    expect(toFailure(new DOMException('late', 'TimeoutError'), now, true)).toEqual({ kind: 'no-answer' });
  });

  test.each(['/silent', '/dripping'])(
    '7.20 a seller that goes on for ever is given up after 15 s: %s',
    async (path) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      onTestFinished(() => void vi.useRealTimers());
      const failure = failureOf(path);
      await vi.waitFor(() => expect(paths.at(-1)).toBe(path));
      await vi.advanceTimersByTimeAsync(14_900);
      await vi.advanceTimersByTimeAsync(200);
      expect(await failure).toEqual({ kind: 'no-answer' });
      await closed;
    },
  );

  test('7.9 a part of an answer is not read to its end', async () => {
    expect(await failureOf('/part')).toEqual({ kind: 'unreadable' });
    await closed;
  });

  test('404 for anything but a card is an answer we cannot read', () => {
    expect(toFailure(providerError(404, { cause: 'UNKNOWN_TRANSACTION' }), now, true)).toEqual({ kind: 'unreadable' });
    expect(toFailure(providerError(404, '<html>'), now, true)).toEqual({ kind: 'unreadable' });
  });

  test('a body of exactly 1 MiB is still read', async () => {
    expect((await grantedClient().get(`${url}/large`)).body).toHaveLength(2 ** 20 - 2);
  });

  test('no answer while the computer is offline is "offline"', async () => {
    expect(await failureOf('/drop', false)).toEqual({ kind: 'offline' });
  });

  test('what is not JSON has no body to be believed', async () => {
    expect((await grantedClient().get(`${url}/html`)).body).toBeUndefined();
    expect((await grantedClient().get(`${url}/cut`)).body).toBeUndefined();
  });

  test('a failure carries neither body nor token', async () => {
    expect(JSON.stringify(await failureOf('/403'))).not.toMatch(/s3cret|t0ken/);
  });
});

describe('7.7 F28 a request that cannot be made', () => {
  test.each([
    ['with a zero-width space in its token', bearer('t0ken\u200b'), '/200'],
    ['with a Cyrillic letter in its token', bearer('tokиen'), '/200'],
    ['with a line in its token', bearer('t0ken\nx: y'), '/200'],
    ['to what is no address', bearer('t0ken'), ''],
  ])('%s is a failure of its own, and nothing leaves', async (_, headers, path) => {
    authorizations.length = 0;
    const error: unknown = await grantedClient({ headers })
      .get(path && url + path)
      .catch((caught: unknown) => caught);
    for (const isOnline of [true, false]) expect(toFailure(error, now, isOnline)).toEqual({ kind: 'unsendable' });
    expect(toFailure(error, now, true, true)).toEqual({ kind: 'unsendable' });
    expect(authorizations).toEqual([]);
  });
});

test.each([
  ['<!doctype html>', true],
  ['<?xml version="1.0"?> <!-- a --> <!-- b -->\n<html>', true],
  ['<!-- <html> --><response>', false],
  ['<!-- never ends <html>', false],
  [`${'<!---->'.repeat(100_000)}<response>`, false],
  [`${'<!-- '.repeat(100_000)}-->`, false],
])('7.10 whether %.60s is a page is known at once: %o', (text, isPage) => {
  expect(isHtml(text)).toBe(isPage);
});

test('304 is an answer, and the token goes into its header alone', async () => {
  authorizations.length = 0;
  const response = await grantedClient({ headers: bearer('t0ken') }).get(`${url}/not-modified`, {
    'if-none-match': '"e"',
  });
  expect([response.status, response.body, authorizations]).toEqual([304, undefined, ['Bearer t0ken']]);
});

test.each([
  [null, 60_000],
  ['', 60_000],
  ['0', 60_000],
  ['90', 90_000],
  ['999999', 86_400_000],
  ['Mon, 23 Nov 2026 12:10:00 GMT', 600_000],
  ['Mon, 23 Nov 2026 11:00:00 GMT', 60_000],
  ['soon', 60_000],
  ['-5', 60_000],
  ['1.5', 60_000],
  ['Tue, 24 Nov 2026 12:10:00 GMT', 86_400_000],
  ['Mon, 23 Nov 2026 12:10:00', 60_000],
])('Retry-After %s holds for %i ms', (header, delayMs) => {
  expect(retryTime(header, now).until - now).toBe(delayMs);
});

describe('8.13 headers that no script may set', () => {
  const ask = async (isAllowed: boolean, sendsCookies: boolean) => {
    const rules: unknown[] = [];
    const setHeaderRule = async (...rule: unknown[]) => void rules.push(rule);
    const client = createClient({ isGranted: async () => isAllowed, sendsCookies, setHeaderRule });
    await client
      .get(`${url}/204`, { cookie: 'a=b', referer: `${url}/page`, accept: 'text/xml' })
      .catch(() => undefined);
    await client.get(`${url}/204`).catch(() => undefined);
    return rules;
  };

  test('are set by a rule for the address that is asked, and taken back with the next request', async () => {
    expect(await ask(true, true)).toEqual([
      [url, { cookie: 'a=b', referer: `${url}/page` }],
      [url, {}],
    ]);
  });

  test('need the permission for that address, and a provider whose session is a cookie', async () => {
    expect([await ask(false, true), await ask(true, false)]).toEqual([[], []]);
  });
});
