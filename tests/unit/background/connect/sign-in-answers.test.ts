import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { startSeller } from '../../../sandbox/seller.ts';
import type { Seller, SellerOptions } from '../../../sandbox/types.ts';
import { failureOf, savedValues } from './connect-form-setup.ts';
import { openSignInsWith, signInOnPages } from './sign-in-setup.ts';

/* What a sign-in may come back with: RFC 9207, 6749, 6750 and 7009. */

let seller: Seller;
/** What the token endpoint answers instead of this member; undefined removes it. */
let changed: Record<string, unknown> = {};
/** The forms that were posted to the token and revocation endpoints. */
let posted: [string, Record<string, string>][] = [];

beforeEach(() => {
  changed = {};
  posted = [];
});
afterEach(() => seller.close());

async function start(options: SellerOptions = {}): Promise<string> {
  seller = await startSeller(options);
  openSignInsWith(signInOnPages);
  const send = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/oauth/')) return send(request);
    posted.push([pathname, Object.fromEntries(new URLSearchParams(await request.clone().text()))]);
    const response = await send(request);
    if (pathname !== '/oauth/token' || !response.ok) return response;
    return Response.json({ ...((await response.json()) as object), ...changed });
  });
  const found = await messageHandlers.findSeller({ origin: seller.url });
  return found.kind === 'found' ? found.id : '';
}

async function connect(foundId: string): Promise<string> {
  const result = await messageHandlers.signIn({ foundId });
  if (result.kind !== 'signed-in') throw new Error(JSON.stringify(result));
  return result.accountId;
}

describe('7.4 a sign-in without a refresh token', () => {
  test('is used until its access token ends, also after the browser was closed, and then asks to sign in again', async () => {
    const foundId = await start();
    changed = { refresh_token: undefined };
    const id = await connect(foundId);
    await fakeBrowser.storage.session.clear();
    await checkAccount(id);
    expect(await failureOf(id)).toBeNull();
    seller.expireAccessTokens('a_17');
    await checkAccount(id);
    expect(await failureOf(id)).toEqual({ kind: 'signed-out' });
    expect(posted.map(([path]) => path)).toEqual(['/oauth/token']);
  });

  test('has its access token revoked when it is signed out', async () => {
    const foundId = await start();
    changed = { refresh_token: undefined };
    const id = await connect(foundId);
    const token = (await read(keys.credentials(id)))?.token;
    expect(await messageHandlers.signOut({ accountId: id })).toMatchObject({ isRevoked: true });
    expect(posted.at(-1)).toEqual([
      '/oauth/revoke',
      expect.objectContaining({ token, token_type_hint: 'access_token' }),
    ]);
    expect(await savedValues()).toEqual({});
  });
});

test.each([
  ['of no type', { token_type: undefined }],
  ['of type DPoP', { token_type: 'DPoP' }],
  ['of 900 KB', { access_token: 'a'.repeat(900_000) }],
  ['no header takes', { access_token: 'жетон' }],
  ['beside a refresh token that cannot be sent', { refresh_token: 'жетон' }],
])('7.4 a token %s makes no account and is kept nowhere', async (_, some) => {
  const foundId = await start();
  changed = some;
  const result = await messageHandlers.signIn({ foundId });
  expect(result).toEqual({ kind: 'failure', failure: { kind: 'unreadable' } });
  expect([await savedValues(), await fakeBrowser.storage.local.get('index')]).toEqual([{}, {}]);
});

test('7.4 an answer without the issuer that the metadata promises is not taken, and no code is sent', async () => {
  const foundId = await start();
  openSignInsWith(async (url) => {
    const redirect = new URL(await signInOnPages(url));
    redirect.searchParams.delete('iss');
    return redirect.href;
  });
  expect(await messageHandlers.signIn({ foundId })).toEqual({ kind: 'wrong-answer' });
  expect(posted).toEqual([]);
});

test('7.4 a sign-in whose API refuses it makes no account, and its tokens are revoked at once', async () => {
  const foundId = await start();
  seller.fault({ kind: '403', on: 'planStatus' });
  expect(await messageHandlers.signIn({ foundId })).toMatchObject({ kind: 'failure', failure: { kind: 'forbidden' } });
  await vi.waitFor(async () => expect(await read(keys.revocations)).toBeNull());
  expect(posted.slice(1).map(([path, { token_type_hint }]) => [path, token_type_hint])).toEqual([
    ['/oauth/revoke', 'refresh_token'],
    ['/oauth/revoke', 'access_token'],
  ]);
});
