import { describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import type { UsageSnapshot } from '../../../../utils/core/usage/usage-snapshot.ts';
import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';
import { startAnsweringServer } from '../../support/answering-server.ts';
import { makeSnapshot } from '../../support/builders.ts';
import { grantedClient } from '../../support/clients.ts';

const body = JSON.stringify({ updateTime: '2026-11-23T12:00:00Z', expireTime: '2026-11-23T18:00:00Z', cards: [] });

/** A seller that answers 200 without a condition, and to a condition with `status`. */
async function startSeller(status: number, etag = '"e"') {
  const { url, received } = await startAnsweringServer(({ headers }, response) => {
    response.writeHead(headers['if-none-match'] ? status : 200, { etag }).end(headers['if-none-match'] ? '' : body);
  });
  const seller = { ...defaultSeller('account-api', 'Axis'), endpoints: { apiBase: url } };
  const conditions = () => received.map(({ headers }) => headers['if-none-match'] ?? null);
  return {
    read: (previous: UsageSnapshot | null) => accountApi.readCards(grantedClient(), seller, previous),
    conditions,
  };
}

const failureOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) => toFailure(error, 0, true).kind,
  );

describe('7.9 an ETag', () => {
  test.each([
    [1024, true],
    [1025, false],
    [16_000, false],
  ])('of %i characters is kept: %o', async (length, isKept) => {
    const etag = `"${'e'.repeat(length - 2)}"`;
    const { read } = await startSeller(304, etag);
    expect((await read(null)).etag).toBe(isKept ? etag : null);
  });

  test('that is too long but was kept by an older version is not sent', async () => {
    const { read, conditions } = await startSeller(431);
    expect((await read(makeSnapshot({ etag: 'e'.repeat(100_000) }))).etag).toBe('"e"');
    expect(conditions()).toEqual([null]);
  });

  test.each([400, 412, 431])('answered with %i is left out at once, once', async (status) => {
    const { read, conditions } = await startSeller(status);
    expect((await read(makeSnapshot({ etag: '"old"' }))).cards).toEqual([]);
    expect(conditions()).toEqual(['"old"', null]);
  });

  test.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'unreadable'],
    [413, 'unreadable'],
    [429, 'rate-limited'],
    [500, 'seller-down'],
    [503, 'seller-down'],
    [200, 'unreadable'],
    [206, 'unreadable'],
  ])('answered with %i repeats nothing: an outage never doubles the load', async (status, kind) => {
    const { read, conditions } = await startSeller(status);
    expect(await failureOf(read(makeSnapshot({ etag: '"old"' })))).toBe(kind);
    expect(conditions()).toEqual(['"old"']);
  });

  test('that the seller refuses with what is refused without it is tried once, not for ever', async () => {
    const { url, received } = await startAnsweringServer((_, response) => response.writeHead(400).end('{}'));
    const seller = { ...defaultSeller('account-api', 'Axis'), endpoints: { apiBase: url } };
    const reading = accountApi.readCards(grantedClient(), seller, makeSnapshot({ etag: '"old"' }));
    expect([await failureOf(reading), received.length]).toEqual(['unreadable', 2]);
  });
});

describe('7.9 an answer to a question without a condition', () => {
  test.each([304, 206, 204, 202])('with %i is unreadable, and changes nothing of what was known', async (status) => {
    const { url } = await startAnsweringServer((_, response) => response.writeHead(status).end());
    const seller = { ...defaultSeller('account-api', 'Axis'), endpoints: { apiBase: url } };
    const withoutEtag = makeSnapshot({ etag: null });
    expect(await failureOf(accountApi.readCards(grantedClient(), seller, withoutEtag))).toBe('unreadable');
  });

  test('with 206 is unreadable though it looks whole', async () => {
    const { url } = await startAnsweringServer((_, response) => response.writeHead(206).end(body));
    const seller = { ...defaultSeller('account-api', 'Axis'), endpoints: { apiBase: url } };
    expect(await failureOf(accountApi.readCards(grantedClient(), seller, null))).toBe('unreadable');
  });
});
