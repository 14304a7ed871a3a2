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
    ...(credentials ? [revocation(credentials.token, 'refresh_token', Number.POSITIVE_INFINITY)] : []),
    ...(access && accessEndsAt > now ? [revocation(access.token, 'access_token', accessEndsAt)] : []),
  ];
}
