import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { pollOrder } from '../../../../entrypoints/background/orders/poll-orders.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, update } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { findProvider } from '../../../../utils/providers/registry.ts';
import { oneNceMirror } from '../../../sandbox/mirrors/iot/1nce.ts';
import { emnifyMirror } from '../../../sandbox/mirrors/iot/emnify.ts';
import { hologramMirror } from '../../../sandbox/mirrors/iot/hologram.ts';
import { telnyxMirror } from '../../../sandbox/mirrors/iot/telnyx.ts';
import { airaloPartnerMirror } from '../../../sandbox/mirrors/travel-esim/airalo-partner.ts';
import { cheaperesimMirror } from '../../../sandbox/mirrors/travel-esim/cheaperesim.ts';
import { esimAccessMirror } from '../../../sandbox/mirrors/travel-esim/esim-access.ts';
import { esimGoMirror } from '../../../sandbox/mirrors/travel-esim/esim-go.ts';
import { startSeller } from '../../../sandbox/seller.ts';
import type { Seller, SellerOptions } from '../../../sandbox/types.ts';
import { cardOf, connectAccount, openMirror } from './connect-form-setup.ts';
import { openSignInsWith, signInOnPages } from './sign-in-setup.ts';

/* Every secret, and every origin it leaves for: the table in ARCHITECTURE.md, held by canaries. */

let seller: Seller;
type Sent = { origin: string; path: string; text: string };
let sent: Sent[] = [];

/** Starts a seller whose API and sign-in are of different origins, and records everything that is sent. */
async function start(options: SellerOptions = {}): Promise<SellerOptions> {
  const all: SellerOptions = { hosts: { api: 'localhost' }, creditDelayMs: 0, ...options };
  seller = await startSeller(all);
  record();
  return all;
}

/** Records everything that is sent from now on, at the address it was sent to. */
function record(): void {
  const send = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: Request | string | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const { origin, pathname, search } = new URL(request.url);
    const headers = JSON.stringify([...request.headers]);
    sent.push({ origin, path: pathname, text: `${search} ${headers} ${await request.clone().text()}` });
    return send(request);
  });
}

beforeEach(() => {
  sent = [];
});
afterEach(async () => {
  await seller?.close();
  seller = null as never;
});

/** Where a secret was sent: origin and path of each request that holds it. */
function whereSent(secret: string): string[] {
  expect(secret.length).toBeGreaterThan(3);
  const encoded = [secret, encodeURIComponent(secret)];
  const hits = sent.filter(({ text }) => encoded.some((each) => text.includes(each)));
  return [...new Set(hits.map(({ origin, path }) => origin + path))].sort();
}

const find = async () => {
  const found = await messageHandlers.findSeller({ origin: seller.url });
  if (found.kind !== 'found') throw new Error('Not found');
  return found.id;
};

/** Everything an account ever asks: figures, plans, an order and how it stands. */
async function useAccount(accountId: string): Promise<void> {
  const card = { accountId, cardKey: 'c_europe' };
  await messageHandlers.popupOpened({ card });
  const offer = (await read(keys.offers(card)))?.offers.find(({ availability }) => availability === 'available');
  if (!offer) throw new Error('No offer');
  const confirmation = { reasons: ['unknown-effect', 'replaces', 'resets-validity'] as never[], openOrderId: null };
  await messageHandlers.renew({ card, planId: offer.planId, cost: offer.cost, confirmation });
  const [order] = (await read(keys.orders(card))) ?? [];
  await pollOrder(card, order?.id ?? '');
  await checkAccount(accountId);
}

describe('7.2 F15 the secrets of a sign-in', () => {
  test('leave for the origins of the table alone', async () => {
    await start();
    let signInUrl = '';
    let redirectedTo = '';
    openSignInsWith(async (url) => {
      signInUrl = url;
      redirectedTo = await signInOnPages(url);
      return redirectedTo;
    });
    const result = await messageHandlers.signIn({ foundId: await find() });
    if (result.kind !== 'signed-in') throw new Error(JSON.stringify(result));
    const { accountId } = result;
    const first = await tokensOf(accountId);
    await useAccount(accountId);
    await update(keys.access(accountId), (access) => access && { ...access, expiresAt: 0 });
    await checkAccount(accountId);
    const second = await tokensOf(accountId);
    expect(second.access).not.toBe(first.access);
    await messageHandlers.signOut({ accountId });

    const code = new URL(redirectedTo).searchParams.get('code') ?? '';
    const verifier =
      new URLSearchParams(sent.find(({ text }) => text.includes('code_verifier'))?.text).get('code_verifier') ?? '';
    const api = ['planOffer', 'planStatus', 'checkout', 'transactions'];
    const isApi = (place: string) =>
      api.some((name) => place.startsWith(`http://localhost:${portOf(seller.url)}/v1/${name}`));
    expect([whereSent(code), whereSent(verifier)]).toEqual([
      [`${seller.issuer}/oauth/token`],
      [`${seller.issuer}/oauth/token`],
    ]);
    expect(whereSent(first.refresh)).toEqual([`${seller.issuer}/oauth/token`]);
    expect(whereSent(second.refresh)).toEqual([`${seller.issuer}/oauth/revoke`]);
    const places = [...whereSent(first.access), ...whereSent(second.access)];
    expect(places.filter((place) => !isApi(place) && place !== `${seller.issuer}/oauth/revoke`)).toEqual([]);
    for (const name of api) expect(places.some((place) => place.includes(`/v1/${name}`))).toBe(true);
    expect(signInUrl.startsWith(`${seller.issuer}/oauth/authorize`)).toBe(true);
    expect(sent.filter(({ text }) => text.includes(new URL(signInUrl).searchParams.get('state') ?? '-'))).toEqual([]);
  });

  test.each(['checkout', 'order', 'offers', 'check', 'refresh'])(
    'stay where they are when the permission was taken back: %s',
    async (action) => {
      await start();
      openSignInsWith(signInOnPages);
      const result = await messageHandlers.signIn({ foundId: await find() });
      if (result.kind !== 'signed-in') throw new Error(JSON.stringify(result));
      const { accountId } = result;
      await messageHandlers.popupOpened({ card: { accountId, cardKey: 'c_europe' } });
      const card = { accountId, cardKey: 'c_europe' };
      const offers = await read(keys.offers(card));
      fakeBrowser.permissions.contains = async () => false;
      sent = [];
      const [offer] = offers?.offers ?? [];
      if (!offer) throw new Error('No offer');
      if (action === 'refresh') await update(keys.access(accountId), (access) => access && { ...access, expiresAt: 0 });
      if (action === 'offers') await update(keys.offers(card), (list) => list && { ...list, expiresAt: 0 });
      if (action === 'checkout' || action === 'order')
        await messageHandlers.renew({
          ...{ card, planId: offer.planId, cost: offer.cost },
          confirmation: { reasons: [], openOrderId: null },
        });
      const [order] = (await read(keys.orders(card))) ?? [];
      if (action === 'order') await messageHandlers.resumeOrder({ card, orderId: order?.id ?? '' });
      await messageHandlers.popupOpened({ card });
      await checkAccount(accountId);
      expect(sent).toEqual([]);
    },
  );
});

test('7.2 a card token leaves for the API that was shown beside its field alone', async () => {
  await start({ signIn: 'card-token' });
  const cardToken = seller.issueTokens('a_17').accessToken;
  const foundId = await find();
  const result = await messageHandlers.useCardToken({ foundId, cardToken });
  if (result.kind !== 'signed-in') throw new Error(JSON.stringify(result));
  await useAccount(result.accountId);
  const origins = new Set(whereSent(cardToken).map((place) => new URL(place).origin));
  expect([...origins]).toEqual([`http://localhost:${portOf(seller.url)}`]);
});

test('7.2 F23 a seller that says something else after it was shown is connected as it was shown', async () => {
  const options = await start({ signIn: 'card-token' });
  const foundId = await find();
  const hostile = await startSeller();
  options.discovery = { apiBase: hostile.apiBase };
  const { url } = seller;
  expect(await messageHandlers.findSeller({ origin: url })).toMatchObject({
    seller: { endpoints: { apiBase: hostile.apiBase } },
  });
  const cardToken = seller.issueTokens('a_17').accessToken;
  expect(await messageHandlers.useCardToken({ foundId, cardToken })).toMatchObject({ kind: 'signed-in' });
  expect(hostile.requests).toEqual([]);
  await hostile.close();
});

async function tokensOf(accountId: string): Promise<{ access: string; refresh: string }> {
  const [access, credentials] = [await read(keys.access(accountId)), await read(keys.credentials(accountId))];
  return { access: access?.token ?? '', refresh: credentials?.token ?? '' };
}

function portOf(url: string): string {
  return new URL(url).port;
}

describe.each([
  ['hologram', hologramMirror, ['key']],
  ['1nce', oneNceMirror, ['password']],
  ['emnify', emnifyMirror, ['token']],
  ['telnyx', telnyxMirror, ['key']],
  ['esim-access', esimAccessMirror, ['code']],
  ['esim-go', esimGoMirror, ['key']],
  ['airalo-partner', airaloPartnerMirror, ['clientSecret']],
  ['cheaperesim', cheaperesimMirror, ['token']],
])('7.2 the secret of %s', (providerId, definition, names) => {
  test('leaves for the origins its form asks for alone', async () => {
    const provider = await findProvider(providerId);
    const [origin = ''] = provider?.form?.origins.map((pattern) => pattern.slice(0, -2)) ?? [];
    await openMirror(definition, origin);
    record();
    const id = await connectAccount(providerId, definition.entries);
    await checkAccount(id);
    await messageHandlers.popupOpened({ card: await cardOf(id) });
    const access = (await read(keys.access(id)))?.token;
    const token = (await read(keys.credentials(id)))?.token ?? '';
    const forms = [
      token,
      btoa(token),
      btoa(`apikey:${token}`),
      ...names.map((name) => definition.entries[name] ?? token),
      access ?? token,
    ];
    const places = forms.flatMap(whereSent);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => new URL(place).origin !== origin)).toEqual([]);
  });
});

test('7.2 the table of secrets names those that are held here and in the provider tests', () => {
  const table = /\n## Secrets\n(.*?)\n## /s.exec(readFileSync('ARCHITECTURE.md', 'utf8'))?.[1] ?? '';
  const rows = [...table.matchAll(/^\| ([^|\n]+) \|/gm)].map(([, name]) => name?.trim()).slice(1);
  expect(rows).toEqual([
    'state',
    'authorization code, PKCE verifier',
    'refresh token',
    'access token',
    'card token',
    'key of a provider',
    'login or client secret that is exchanged',
    'short-lived token',
    'session cookie of a hotspot',
  ]);
});
