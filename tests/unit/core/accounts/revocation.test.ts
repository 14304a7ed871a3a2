import { expect, test } from 'vitest';
import type { AccessToken } from '../../../../utils/core/accounts/account.ts';
import { revocationsOf } from '../../../../utils/core/accounts/revocation.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';

const now = 1_800_000_000_000;
const target = { providerId: 'account-api', endpoints: { revocationEndpoint: 'https://id.axis.example/r' } };
const refreshToken = { kind: 'refresh-token', token: 'r' } as const;
const access = (leftMs: number | null): AccessToken => ({
  token: 'a',
  lifeMs: leftMs,
  expiresAt: leftMs === null ? null : now + leftMs,
});
const revoked = (...[tokens]: [Parameters<typeof revocationsOf>[0]]) =>
  revocationsOf(tokens, now, () => 'id').map(({ token, tokenKind, until }) => [token, tokenKind, until - now]);

test('7.6 the refresh token is revoked first, the access token after it and no longer than it lives', () => {
  expect(revoked({ target, credentials: refreshToken, access: access(3_600_000) })).toEqual([
    ['r', 'refresh_token', dayMs],
    ['a', 'access_token', 3_600_000],
  ]);
  expect(revoked({ target, credentials: refreshToken, access: access(null) })).toHaveLength(2);
});

test('7.6 a lone access token is revoked, one that has ended is not', () => {
  expect(revoked({ target, credentials: null, access: access(null) })).toEqual([['a', 'access_token', dayMs]]);
  expect(revoked({ target, credentials: null, access: access(0) })).toEqual([]);
});

test('7.6 a card token, and what it was exchanged for, is not revoked; nor is anything where nobody is known to ask', () => {
  const cardToken = { kind: 'card-token', token: 'c' } as const;
  expect(revoked({ target, credentials: cardToken, access: access(null) })).toEqual([]);
  expect(revoked({ target: null, credentials: refreshToken, access: access(null) })).toEqual([]);
});

test('7.6 what was saved before there were access tokens to revoke is of refresh tokens', () => {
  const saved = { id: 'r1', ...target, token: 'r', until: now, nextAt: now, version: 1 };
  expect(parseStored('revocations', [saved])?.map(({ tokenKind }) => tokenKind)).toEqual(['refresh_token']);
});
