import { expect, test } from 'vitest';
import type { Seller } from '../../sandbox/types.ts';
import { openSeller, post, redeemCode, refresh, requestToken, requestWith, signInOnPage } from './request-setup.ts';

async function newCode(seller: Seller): Promise<string> {
  return (await signInOnPage(seller, '+46700000001')).searchParams.get('code') ?? '';
}

test('metadata names the issuer and lies on its origin', async () => {
  const seller = await openSeller();
  const metadata = await (await fetch(`${seller.issuer}/.well-known/oauth-authorization-server`)).json();
  expect(metadata).toMatchObject({ issuer: seller.issuer, code_challenge_methods_supported: ['S256'] });
  for (const name of ['authorization_endpoint', 'token_endpoint', 'revocation_endpoint']) {
    expect(new URL(metadata[name]).origin).toBe(seller.issuer);
  }
});

test('a code brings an access token of the set life and a refresh token', async () => {
  const seller = await openSeller({ accessTokenLifeS: 120 });
  const { status, json, headers } = await redeemCode(seller, await newCode(seller));
  expect(status).toBe(200);
  expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 120, scope: 'plan:read plan:checkout' });
  expect(headers.get('cache-control')).toBe('no-store');
});

test('another verifier gets nothing and spends the code', async () => {
  const seller = await openSeller();
  const code = await newCode(seller);
  const stolen = await redeemCode(seller, code, { code_verifier: 'w'.repeat(64) });
  expect([stolen.status, stolen.json.error]).toEqual([400, 'invalid_grant']);
  expect((await redeemCode(seller, code)).json.error).toBe('invalid_grant');
});

test('another redirect address gets nothing', async () => {
  const seller = await openSeller();
  const redirect_uri = `https://${'b'.repeat(32)}.chromiumapp.org/`;
  expect((await redeemCode(seller, await newCode(seller), { redirect_uri })).json.error).toBe('invalid_grant');
});

test('a code used twice ends what it brought', async () => {
  const seller = await openSeller();
  const code = await newCode(seller);
  const { json } = await redeemCode(seller, code);
  expect((await redeemCode(seller, code)).json.error).toBe('invalid_grant');
  expect((await requestWith(seller, json.access_token)('/v1/planStatus')).status).toBe(401);
});

test('a late code gets nothing', async () => {
  const seller = await openSeller({ authorizationCodeLifeS: 0 });
  expect((await redeemCode(seller, await newCode(seller))).json.error).toBe('invalid_grant');
});

test('refreshing rotates, and both new tokens work', async () => {
  const seller = await openSeller();
  const first = seller.issueTokens('a_17');
  const second = (await refresh(seller, first.refreshToken)).json;
  expect(second.refresh_token).not.toBe(first.refreshToken);
  expect((await requestWith(seller, second.access_token)('/v1/planStatus')).status).toBe(200);
  expect((await refresh(seller, second.refresh_token)).status).toBe(200);
});

test('an old refresh token ends the whole family', async () => {
  const seller = await openSeller();
  const first = seller.issueTokens('a_17');
  const other = seller.issueTokens('a_17');
  const second = (await refresh(seller, first.refreshToken)).json;
  expect((await refresh(seller, first.refreshToken)).json.error).toBe('invalid_grant');
  expect((await refresh(seller, second.refresh_token)).json.error).toBe('invalid_grant');
  expect((await requestWith(seller, second.access_token)('/v1/planStatus')).status).toBe(401);
  expect((await requestWith(seller, other.accessToken)('/v1/planStatus')).status).toBe(200);
});

test('revoking the refresh token ends the sign-in', async () => {
  const seller = await openSeller();
  const tokens = seller.issueTokens('a_17');
  const form = { token: tokens.refreshToken, client_id: 'gigabar' };
  expect((await post(`${seller.issuer}/oauth/revoke`, form)).status).toBe(200);
  expect((await requestWith(seller, tokens.accessToken)('/v1/planStatus')).status).toBe(401);
  expect((await refresh(seller, tokens.refreshToken)).json.error).toBe('invalid_grant');
});

test('revoking an unknown token is no error', async () => {
  const seller = await openSeller();
  expect((await post(`${seller.issuer}/oauth/revoke`, { token: 'x' })).status).toBe(200);
});

test('expired access tokens are refused while refreshing works', async () => {
  const seller = await openSeller();
  const tokens = seller.issueTokens('a_17');
  seller.expireAccessTokens('a_17');
  const refused = await requestWith(seller, tokens.accessToken)('/v1/planStatus');
  expect([refused.status, refused.json.cause]).toEqual([401, 'UNAUTHENTICATED']);
  expect((await refresh(seller, tokens.refreshToken)).status).toBe(200);
});

test('a revoked account cannot refresh', async () => {
  const seller = await openSeller();
  const tokens = seller.issueTokens('a_17');
  seller.revokeAll('a_17');
  expect((await refresh(seller, tokens.refreshToken)).json.error).toBe('invalid_grant');
});

test('the life of new access tokens can be changed', async () => {
  const seller = await openSeller();
  seller.setAccessTokenLife(0);
  const { accessToken } = seller.issueTokens('a_17');
  expect((await requestWith(seller, accessToken)('/v1/planStatus')).status).toBe(401);
});

test('a refresh token does not open the API', async () => {
  const seller = await openSeller();
  const { refreshToken } = seller.issueTokens('a_17');
  expect((await requestWith(seller, refreshToken)('/v1/planStatus')).status).toBe(401);
});

test.each([
  ['invalid_client', { client_id: 'other', grant_type: 'refresh_token' }],
  ['unsupported_grant_type', { grant_type: 'password' }],
  ['invalid_grant', { grant_type: 'refresh_token', refresh_token: 'nonsense' }],
])('the token endpoint says %s', async (error, form) => {
  const seller = await openSeller();
  expect((await requestToken(seller, form as Record<string, string>)).json.error).toBe(error);
});

test('JSON is no token request', async () => {
  const seller = await openSeller();
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${seller.issuer}/oauth/token`, { method: 'POST', headers, body: '{}' });
  expect((await answer.json()).error).toBe('invalid_request');
});

test('a card token opens the API until it is revoked', async () => {
  const seller = await openSeller({ signIn: 'both' });
  const request = requestWith(seller, 'sandbox-card-token-a17');
  expect((await request('/v1/planStatus')).json.accountKey).toBe('a_17');
  seller.revokeCardToken('a_17');
  expect((await request('/v1/planStatus')).status).toBe(401);
});

test('a seller without card tokens takes none', async () => {
  const seller = await openSeller({ signIn: 'oauth' });
  expect((await requestWith(seller, seller.cardToken('a_17'))('/v1/planStatus')).status).toBe(401);
});
