import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refreshDiscovery } from '../../../../entrypoints/background/accounts/refresh-discovery.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, update } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import type { SellerOptions } from '../../../sandbox/types.ts';
import { setUpAccount } from './account-setup.ts';

async function started(options: SellerOptions = {}) {
  const { seller, account } = await setUpAccount(options);
  await checkAccount(account.id);
  const { id } = account;
  const passTime = (ms: number) => {
    const now = Date.now() + ms;
    vi.spyOn(Date, 'now').mockImplementation(() => now);
  };
  return {
    seller,
    options,
    id,
    passTime,
    stored: () => read(keys.account(id)),
    failure: async () => (await read(keys.check(id)))?.failure ?? null,
    documentReads: () => seller.count('/.well-known/data-account.json'),
    metadataReads: () => seller.count('/.well-known/oauth-authorization-server'),
    refreshNow: () => update(keys.access(id), (access) => access && { ...access, expiresAt: 0 }),
  };
}

describe('7.15 the document of a connected seller', () => {
  test('is read again once a day, by a check, and not before', async () => {
    const { id, documentReads, passTime } = await started();
    const atFirst = documentReads();
    await checkAccount(id);
    passTime(23 * hourMs);
    await checkAccount(id);
    expect(documentReads()).toBe(atFirst);
    passTime(dayMs);
    await checkAccount(id);
    await checkAccount(id);
    expect(documentReads()).toBe(atFirst + 1);
  });

  test('that cannot be read changes nothing, and is not asked for again that day', async () => {
    const { id, seller, documentReads, passTime, stored } = await started();
    const before = (await stored())?.seller;
    passTime(dayMs);
    seller.fault({ kind: '503', on: 'discovery' });
    const atFirst = documentReads();
    await checkAccount(id);
    await checkAccount(id);
    expect([documentReads(), (await stored())?.seller]).toEqual([atFirst + 1, before]);
  });

  test('that names another path of the API on its origin is followed as soon as the old one is gone', async () => {
    const { id, seller, options, passTime, stored, failure } = await started();
    const { apiBase } = seller;
    const v2 = apiBase.replace('/v1', '/v2');
    const send = globalThis.fetch;
    vi.stubGlobal('fetch', (input: Request | string, init?: RequestInit) => {
      const request = new Request(input, init);
      if (request.url.startsWith(apiBase)) return Promise.resolve(new Response('gone', { status: 404 }));
      return send(new Request(request.url.replace(v2, apiBase), request));
    });
    options.discovery = { apiBase: v2 };
    options.metadata = { protected_resources: [v2] };
    await checkAccount(id);
    expect(await failure()).toEqual({ kind: 'unreadable' });
    passTime(dayMs);
    await checkAccount(id);
    expect([(await stored())?.seller.endpoints.apiBase, await failure()]).toEqual([v2, null]);
  });

  test('that names a path its sign-in does not vouch for is not followed', async () => {
    const { id, seller, options, stored } = await started({ hosts: { api: 'localhost' } });
    options.discovery = { apiBase: `${seller.apiBase}/other` };
    await refreshDiscovery(id);
    expect((await stored())?.seller.endpoints.apiBase).toBe(seller.apiBase);
  });

  test('that names another sign-in, API host or name leaves all as it is, and is kept for the person to answer', async () => {
    const { id, options, stored } = await started();
    const before = (await stored())?.seller;
    options.discovery = { name: 'Your Bank', issuer: 'https://id.evil.example' };
    await refreshDiscovery(id);
    const after = await stored();
    expect(after?.seller).toEqual(before);
    expect(after?.proposal).toMatchObject({ name: 'Your Bank', endpoints: { issuer: 'https://id.evil.example' } });
  });

  test('is read without a token', async () => {
    const { id, seller } = await started();
    await refreshDiscovery(id);
    const reads = seller.requests.filter(({ path }) => path.includes('.well-known'));
    expect(reads.map(({ headers }) => headers.authorizationHash)).toEqual(reads.map(() => undefined));
  });
});

describe('7.1 F23 before a refresh', () => {
  test('the sign-in is asked whether it still vouches for the API, once a day', async () => {
    const { id, metadataReads, passTime, refreshNow, failure } = await started();
    const atFirst = metadataReads();
    await refreshNow();
    await checkAccount(id);
    expect(metadataReads()).toBe(atFirst);
    passTime(dayMs);
    await refreshNow();
    await checkAccount(id);
    await refreshNow();
    await checkAccount(id);
    expect([metadataReads(), await failure()]).toEqual([atFirst + 1, null]);
  });

  test('a sign-in that vouches no more gets no refresh token sent, and is told; the figures stay', async () => {
    const { id, seller, options, passTime, refreshNow, failure } = await started({ hosts: { api: 'localhost' } });
    const figures = await read(keys.snapshot(id));
    options.metadata = { protected_resources: ['https://api.other.example'] };
    passTime(dayMs);
    await refreshNow();
    const tokenRequests = seller.count('/oauth/token');
    await checkAccount(id);
    expect(await failure()).toEqual({ kind: 'not-vouched' });
    expect([seller.count('/oauth/token'), await read(keys.snapshot(id))]).toEqual([tokenRequests, figures]);
    expect(await read(keys.credentials(id))).not.toBeNull();
  });

  test.each([401, 403, 404])('metadata that is answered with %i is no refusal and no sign-out', async (status) => {
    const { id, passTime, refreshNow, failure, options } = await started();
    const send = globalThis.fetch;
    vi.stubGlobal('fetch', (input: Request | string, init?: RequestInit) => {
      const request = new Request(input, init);
      return request.url.includes('oauth-authorization-server')
        ? Promise.resolve(new Response('{}', { status }))
        : send(request);
    });
    passTime(dayMs);
    await refreshNow();
    await checkAccount(id);
    expect(await failure()).toEqual({ kind: 'unreadable' });
    vi.stubGlobal('fetch', send);
    expect(options.metadata).toBeUndefined();
    await checkAccount(id);
    expect(await failure()).toBeNull();
  });
});

test('7.2 nothing is asked of an origin whose permission is gone, and the badge says that somebody is needed', async () => {
  const { id, seller, failure } = await started();
  fakeBrowser.permissions.contains = async () => false;
  const before = seller.requests.length;
  await checkAccount(id);
  expect([seller.requests.length, await failure()]).toEqual([before, { kind: 'permission-missing' }]);
});
