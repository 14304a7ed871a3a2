import { dayMs } from '../values/time.ts';
import type { AccessToken, Credentials, Revocation, RevocationTarget, TokenKind } from './account.ts';

/** What is known of an account's tokens. `target` null: nobody to revoke them at. */
export type RevocableTokens = {
  target: RevocationTarget | null;
  credentials: Pick<Credentials, 'kind' | 'token'> | null;
  access: AccessToken | null;
};

/**
 * The revocations of tokens that are not used any more, the refresh token's first. A card token, and what it was
 * exchanged for, is the user's own and stays. `newId` makes an id. Our clock.
 */
export function revocationsOf(
  { target, credentials, access }: RevocableTokens,
  now: number,
  newId: () => string,
): Revocation[] {
  if (target === null || credentials?.kind === 'card-token') return [];
  const revocation = (token: string, tokenKind: TokenKind, endsAt: number): Revocation => {
    const { providerId, endpoints } = target;
    return { id: newId(), providerId, endpoints, token, tokenKind, until: Math.min(now + dayMs, endsAt), nextAt: now };
  };
  const accessEndsAt = access?.expiresAt ?? Number.POSITIVE_INFINITY;
  return [
    ...(credentials ? [revocation(credentials.token, tokenKindOf(credentials), Number.POSITIVE_INFINITY)] : []),
    ...(access && accessEndsAt > now ? [revocation(access.token, 'access_token', accessEndsAt)] : []),
  ];
}

/** Tokens that a seller gave, and that were not stored. */
export function unusedTokens(
  target: RevocationTarget | null,
  refreshToken: string | null,
  access: AccessToken,
): RevocableTokens {
  return { target, credentials: refreshToken === null ? null : { kind: 'refresh-token', token: refreshToken }, access };
}

function tokenKindOf({ kind }: Pick<Credentials, 'kind'>): TokenKind {
  return kind === 'access-token' ? 'access_token' : 'refresh_token';
}
