import { describe, expect, test } from 'vitest';
import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import { signIn } from '../../../../utils/providers/account-api/oauth.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { makeCard, makeSnapshot } from '../../support/builders.ts';

/* The examples of README.md, read by the whole adapter. */

const receivedAt = Date.UTC(2026, 10, 23, 2, 0, 5);
const cost = { currencyCode: 'SEK', units: '99', nanos: 0 };
const discovery = {
  name: 'Axis',
  apiBase: 'https://api.axis.example/v1/',
  issuer: 'https://id.axis.example',
  clientId: 'gigabar',
  scope: 'plan:read plan:checkout',
  cardToken: false,
  checkoutOrigins: ['https://pay.axis.example'],
  accountUrl: 'https://www.axis.example/account',
  support: { url: 'https://www.axis.example/help', email: 'help@axis.example', phone: '+46 8 000 00 00' },
  byteUnit: 1024,
  typicalDataDelay: '900s',
  typicalCreditTime: '60s',
};
const planStatus = {
  languageCode: 'en',
  accountKey: 'a_17',
  updateTime: '2026-11-23T02:00:00Z',
  expireTime: '2026-11-23T08:00:00Z',
  cards: [
    {
      userKey: 'c_8f2a',
      title: 'Axis Europe',
      subscriberId: '•••• 4821',
      cardState: 'GRACE',
      updateTime: '2026-11-23T02:30:00+01:00',
      plans: [
        {
          planId: 'eu-3gb-30d',
          planName: 'Europe 3 GB',
          planState: 'QUEUED',
          startTime: '2026-11-10T08:00:00Z',
          expirationTime: '2026-12-10T08:00:00Z',
          regions: ['SE', 7, 'NO'],
          planModules: [
            {
              moduleId: 'main',
              moduleName: 'Main data',
              trafficCategories: ['GENERIC', 'VIDEO', 'NEW_WORD'],
              byteBalance: { quotaBytes: '3000000000', remainingBytes: '1240000000', reservedBytes: '50000000' },
              planModuleState: 'EXPIRING_SOON',
              expirationTime: '2026-12-09 08:00:00',
              overUsagePolicy: 'PAY_AS_YOU_GO',
              maxRateKbps: '0',
              refreshPeriod: 'DAILY',
            },
            'not a module',
          ],
        },
        { planName: 'no id' },
      ],
    },
  ],
};

type Call = { method: string; url: string; sent?: unknown };

/** Answers every request with `body`, and records the requests. */
function recorded(body: unknown): Client & { calls: Call[] } {
  const calls: Call[] = [];
  const answer = async (method: string, url: string, sent?: unknown) => {
    calls.push({ method, url, sent });
    if (body instanceof Error) throw body;
    return { status: 200, text: '', body, headers: new Headers(), receivedAt };
  };
  return {
    calls,
    get: (url, headers) => answer('get', url, headers?.['if-none-match']),
    postJson: (url, sent) => answer('json', url, sent),
    postForm: (url, sent) => answer('form', url, sent),
    postParts: (url, sent) => answer('parts', url, sent),
  };
}

const seller = await accountApi.findSeller(recorded(discovery), 'https://www.axis.example');

test('a seller is found by its discovery', () => {
  expect(seller).toMatchObject({
    origin: 'https://www.axis.example',
    byteUnit: 1024,
    dataDelayMs: 900_000,
    creditMs: 60_000,
    support: { phone: '+46 8 000 00 00' },
  });
});

test.each([
  [{ byteUnit: 1, typicalDataDelay: '15 min', typicalCreditTime: 300, support: 'x', accountUrl: 'x' }],
  [{ byteUnit: null, typicalDataDelay: null, typicalCreditTime: null, support: null, accountUrl: null }],
])('bad and null optional members of discovery count as absent', async (some) => {
  const found = await accountApi.findSeller(recorded({ ...discovery, ...some }), 'https://axis.example');
  const support = { url: null, email: null, phone: null };
  expect(found).toMatchObject({ byteUnit: 1000, dataDelayMs: null, creditMs: 300_000, support, accountUrl: null });
});

test.each(['name', 'apiBase', 'checkoutOrigins'])('discovery without %s is no seller', async (member) => {
  const client = recorded({ ...discovery, [member]: undefined });
  await expect(accountApi.findSeller(client, 'https://axis.example')).rejects.toThrow();
});

test('the figures of the example are read, odd entries as unknown, times without zone as absent', async () => {
  const client = recorded(planStatus);
  const snapshot = await accountApi.readCards(client, seller, makeSnapshot({ etag: '"e"' }));
  expect(client.calls).toEqual([{ method: 'get', url: 'https://api.axis.example/v1/planStatus', sent: '"e"' }]);
  const [card] = snapshot.cards;
  expect(card).toMatchObject({
    key: 'c_8f2a',
    state: 'grace',
    subscriberId: '•••• 4821',
    measuredAt: Date.UTC(2026, 10, 23, 1, 30),
  });
  const [plan, odd] = card?.plans ?? [];
  expect(plan).toMatchObject({ state: 'queued', regions: ['SE', 'NO'], expiresAt: Date.UTC(2026, 11, 10, 8) });
  expect(plan?.modules[0]).toEqual({
    id: 'main',
    name: 'Main data',
    categories: ['generic', 'video'],
    balance: { kind: 'known', quotaBytes: 3e9, remainingBytes: 1.24e9, reservedBytes: 5e7 },
    state: 'expiring-soon',
    expiresAt: null,
    overUsage: 'pay-as-you-go',
    maxRateKbps: null,
    refreshPeriod: 'daily',
  });
  expect(plan?.modules[1]?.balance).toEqual({ kind: 'unknown' });
  expect(odd?.modules[0]?.balance).toEqual({ kind: 'unknown' });
});

test('ids are put into addresses as one component', async () => {
  const list = recorded({ offers: [] });
  await accountApi.offers?.list(list, seller, makeCard([], { key: 'nord/ü 1' }));
  expect(list.calls[0]?.url).toBe('https://api.axis.example/v1/planOffer?userKey=nord%2F%C3%BC%201');
  const status = recorded({ transactionId: 'a/b', status: 'PAID' });
  await accountApi.orders?.getStatus(status, seller, 'a/b');
  expect(status.calls[0]?.url).toBe('https://api.axis.example/v1/transactions/a%2Fb');
});

describe('a checkout', () => {
  const request = {
    id: 't',
    cardKey: 'c',
    planId: 'p',
    cost: { currency: 'SEK', units: '99', nanos: 0 },
    allowSecond: false,
  };
  const start = (body: unknown) => accountApi.checkout?.start(recorded(body), seller, request);

  test('says card, plan, its own id and the price that was shown', async () => {
    const client = recorded({ transactionId: 't', status: 'PAID' });
    await accountApi.checkout?.start(client, seller, request);
    const sent = { userKey: 'c', planId: 'p', transactionId: 't', cost, allowSecond: false };
    expect(client.calls).toEqual([{ method: 'json', url: 'https://api.axis.example/v1/checkout', sent }]);
  });

  test('takes a new price and an open purchase as answers', async () => {
    expect(
      await start(providerError(409, { cause: 'PRICE_CHANGED', cost: { ...cost, units: 109, nanos: null } })),
    ).toEqual({ kind: 'price-changed', cost: { currency: 'SEK', units: '109', nanos: 0 } });
    expect(await start(providerError(409, { cause: 'REQUEST_QUEUED', transactionId: 'other' }))).toEqual({
      kind: 'already-open',
      id: 'other',
    });
  });

  test.each([
    [409, { cause: 'INCOMPATIBLE_PLAN' }],
    [409, { cause: 'PRICE_CHANGED' }],
    [409, '<html>'],
    [400, { cause: 'PRICE_CHANGED', cost }],
  ])('leaves %i %o an error', async (status, body) => {
    await expect(start(providerError(status, body))).rejects.toMatchObject({ name: 'ProviderError', status });
  });
});

describe('tokens', () => {
  const apiBase = 'https://api.axis.example/v1';
  const endpoints = { clientId: 'gigabar', apiBase, tokenEndpoint: 'https://id.axis.example/t' };

  test('are exchanged with the verifier and without a secret', async () => {
    const client = recorded({ access_token: 'at', token_type: 'Bearer', expires_in: 3600, refresh_token: 'rt' });
    const end = { code: 'k', verifier: 'v', redirectUri: 'https://x.chromiumapp.org/' };
    const tokens = await signIn.finish(client, endpoints, end);
    expect(tokens).toEqual({ accessToken: 'at', lifeMs: 3_600_000, refreshToken: 'rt' });
    expect(client.calls[0]).toMatchObject({
      method: 'form',
      url: endpoints.tokenEndpoint,
      sent: {
        grant_type: 'authorization_code',
        code: 'k',
        code_verifier: 'v',
        client_id: 'gigabar',
        resource: apiBase,
      },
    });
  });

  test('may say neither their life nor a new refresh token', async () => {
    const client = recorded({ access_token: 'at', token_type: 'Bearer', expires_in: '3600' });
    const tokens = await signIn.refresh(client, endpoints, 'rt');
    expect(tokens).toEqual({ accessToken: 'at', lifeMs: null, refreshToken: null });
    expect(client.calls[0]).toMatchObject({
      sent: { grant_type: 'refresh_token', refresh_token: 'rt', resource: apiBase },
    });
    await expect(signIn.refresh(recorded('<html>'), endpoints, 'rt')).rejects.toThrow();
  });

  test('are revoked only where the seller has a place for it', async () => {
    const client = recorded({});
    await signIn.revoke(client, endpoints, 'rt', 'refresh_token');
    expect(client.calls).toEqual([]);
    await signIn.revoke(
      client,
      { ...endpoints, revocationEndpoint: 'https://id.axis.example/r' },
      'rt',
      'access_token',
    );
    expect(client.calls[0]).toMatchObject({
      url: 'https://id.axis.example/r',
      sent: { token: 'rt', token_type_hint: 'access_token' },
    });
  });
});
