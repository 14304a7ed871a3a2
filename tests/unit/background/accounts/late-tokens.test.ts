import { describe, expect, test, vi } from 'vitest';
import { signInChanges, withAuthorizedClient } from '../../../../entrypoints/background/accounts/authorized-client.ts';
import { tryRevocations } from '../../../../entrypoints/background/accounts/revocations.ts';
import { addAccount as signInAnew } from '../../../../entrypoints/background/connect/add-account.ts';
import { signOut } from '../../../../entrypoints/background/connect/sign-out.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { createAccount, read, readIndex } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import type { Seller } from '../../../sandbox/types.ts';
import { setUpAccount } from './account-setup.ts';
import { controlPermissions, namesWith } from './browser-controls.ts';

/** The token endpoint has given new tokens, and its answer is on the way until `release`. */
async function startRefresh() {
  const set = await setUpAccount({ revokesOneToken: true });
  const { seller, account } = set;
  seller.expireAccessTokens('a_17');
  const release = seller.holdNextAnswer('/oauth/token');
  const request = withAuthorizedClient(account, (client) => client.get(`${seller.apiBase}/planStatus`));
  await vi.waitFor(() => expect(seller.count('/oauth/token')).toBe(1));
  return { ...set, release, request };
}

const signIn = async (seller: Seller, { seller: found }: { seller: Parameters<typeof signInAnew>[1] }) => {
  const tokens = { ...seller.issueTokens('a_17'), lifeMs: 3_600_000 };
  const result = await signInAnew(accountApi, found, tokens);
  return { tokens, result };
};

describe('7.6 a seller that gives the same tokens at each sign-in', () => {
  test('is not told to revoke those that are in use again', async () => {
    const { seller, account } = await setUpAccount();
    const access = (await read(keys.access(account.id)))?.token ?? '';
    const refresh = (await read(keys.credentials(account.id)))?.token ?? '';
    const tokens = { accessToken: access, refreshToken: refresh, lifeMs: 3_600_000 };
    expect(await signInAnew(accountApi, account.seller, tokens)).toMatchObject({ accountId: account.id });
    await vi.waitFor(async () => expect(await read(keys.revocations)).toBeNull());
    expect([seller.countLiveTokens('a_17'), seller.count('/oauth/revoke')]).toEqual([2, 0]);
  });

  test('is not told so later either, where it could not be reached when the user signed out', async () => {
    const { seller, account } = await setUpAccount();
    const access = (await read(keys.access(account.id)))?.token ?? '';
    const refresh = (await read(keys.credentials(account.id)))?.token ?? '';
    const granted = controlPermissions();
    expect(await signOut(account.id)).toMatchObject({ isRevoked: false });
    granted.add('http://127.0.0.1/*');
    await signInAnew(accountApi, account.seller, { accessToken: access, refreshToken: refresh, lifeMs: 3_600_000 });
    await tryRevocations(true);
    expect(await read(keys.revocations)).toBeNull();
    expect(seller.countLiveTokens('a_17')).toBe(2);
  });
});

describe('7.3 tokens that come', () => {
  test('after the sign-out are not saved, and are revoked at once (F22)', async () => {
    const { seller, account, release, request } = await startRefresh();
    const granted = controlPermissions('http://127.0.0.1/*');
    expect(await signOut(account.id)).toEqual({ isRevoked: true, isReleased: false });
    release();
    await expect(request).rejects.toThrow();
    await vi.waitFor(() => expect(seller.countLiveTokens('a_17')).toBe(0));
    expect(await namesWith(account.id)).toEqual([]);
    await vi.waitFor(async () => expect(await read(keys.revocations)).toBeNull());
    await vi.waitFor(() => expect([...granted]).toEqual([]));
  });

  test('after a later sign-in do not overwrite it and are revoked; the request goes on with its token (F22)', async () => {
    const { seller, account, release, request } = await startRefresh();
    const { tokens, result } = await signIn(seller, account);
    expect(result).toEqual({ kind: 'signed-in', accountId: account.id });
    release();
    expect((await request).status).toBe(200);
    expect((await read(keys.credentials(account.id)))?.token).toBe(tokens.refreshToken);
    expect((await read(keys.access(account.id)))?.token).toBe(tokens.accessToken);
    await vi.waitFor(() => expect(seller.countLiveTokens('a_17')).toBe(2));
  });

  test('for nobody because the seller cannot be reached then are revoked later', async () => {
    const { seller, account, release, request } = await startRefresh();
    const unrevoked = seller.holdNextAnswer('/oauth/revoke');
    const farewell = signOut(account.id);
    release();
    await expect(request).rejects.toThrow();
    const waiting = (await read(keys.revocations)) ?? [];
    expect(waiting.map(({ tokenKind }) => tokenKind).slice(-2)).toEqual(['refresh_token', 'access_token']);
    unrevoked();
    await farewell;
  });
});

describe('7.3 a sign-in', () => {
  test('whose tokens the seller then refuses makes no account, and they are revoked', async () => {
    const { seller, account } = await setUpAccount({ revokesOneToken: true });
    await signOut(account.id);
    seller.fault({ kind: '403', on: 'planStatus' });
    await expect(signIn(seller, account)).rejects.toThrow();
    await vi.waitFor(() => expect(seller.countLiveTokens('a_17')).toBe(0));
    expect((await readIndex()).accounts).toEqual([]);
  });

  test('without a refresh token does not go on with that of the sign-in before', async () => {
    const { seller, account } = await setUpAccount({ revokesOneToken: true });
    const { accessToken } = seller.issueTokens('a_17');
    await signInAnew(accountApi, account.seller, { accessToken, refreshToken: null, lifeMs: null });
    const saved = await read(keys.credentials(account.id));
    expect([saved?.kind, saved?.token]).toEqual(['access-token', accessToken]);
    await vi.waitFor(() => expect(seller.countLiveTokens('a_17')).toBe(2));
  });
});

describe('7.3 a request of an earlier sign-in', () => {
  test('never sends the token of a later one to another address', async () => {
    const { seller, account, release, request } = await startRefresh();
    const endpoints = { ...account.seller.endpoints, apiBase: `${seller.url}/other` };
    const moved = { ...account, connectionId: 'c2', seller: { ...account.seller, endpoints } };
    await createAccount(moved, [], () => signInChanges(moved, { ...seller.issueTokens('a_17'), lifeMs: null }));
    const before = seller.requests.length;
    release();
    await expect(request).rejects.toThrow();
    expect(seller.requests.slice(before).filter(({ path }) => path.endsWith('/planStatus'))).toEqual([]);
  });

  test('that fails says nothing of the later one', async () => {
    const { seller, account } = await setUpAccount();
    seller.revokeAll('a_17');
    const release = seller.holdNextAnswer('/oauth/token');
    const check = checkAccount(account.id);
    await vi.waitFor(() => expect(seller.count('/oauth/token')).toBe(1));
    await signIn(seller, account);
    release();
    await check;
    expect((await read(keys.check(account.id)))?.failure).toBeNull();
  });
});
