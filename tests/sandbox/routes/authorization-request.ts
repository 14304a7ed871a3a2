import { SCOPES } from './discovery.ts';

export type AuthorizationRequest = {
  redirectUri: string;
  state: string | null;
  scope: string;
  challenge: string;
};

export type CheckedRequest =
  | { kind: 'valid'; request: AuthorizationRequest }
  /** Shown to the user only: nothing is sent to an unchecked redirect address. */
  | { kind: 'refused'; reason: string }
  | { kind: 'error'; redirectUri: string; state: string | null; error: string };

/** Redirect addresses of extensions: Chromium's id of 32 letters a to p, Firefox's SHA-1 of the add-on's id. */
const REDIRECT_URIS = [
  /^https:\/\/[a-p]{32}\.chromiumapp\.org\/$/,
  /^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/$/,
];

export const CLIENT_ID = 'gigabar';

export function checkAuthorizationRequest(query: string): CheckedRequest {
  const params = new URLSearchParams(query);
  const redirectUri = params.get('redirect_uri') ?? '';
  if (params.get('client_id') !== CLIENT_ID) return { kind: 'refused', reason: 'This client is not known here.' };
  if (!REDIRECT_URIS.some((pattern) => pattern.test(redirectUri))) {
    return { kind: 'refused', reason: 'This redirect address is not allowed.' };
  }
  const state = params.get('state');
  const error = (code: string): CheckedRequest => ({ kind: 'error', redirectUri, state, error: code });
  if (params.get('response_type') !== 'code') return error('unsupported_response_type');
  const challenge = params.get('code_challenge') ?? '';
  if (params.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge)) return error('invalid_request');
  const scope = params.get('scope') ?? SCOPES.join(' ');
  const isKnown = scope.split(' ').every((each) => SCOPES.some((known) => known === each));
  if (!isKnown) return error('invalid_scope');
  return { kind: 'valid', request: { redirectUri, state, scope, challenge } };
}

/** Includes the issuer on success and error alike (RFC 9207). */
export function redirectUrl(
  redirectUri: string,
  issuer: string,
  state: string | null,
  params: Record<string, string>,
): string {
  const url = new URL(redirectUri);
  for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
  if (state !== null) url.searchParams.set('state', state);
  url.searchParams.set('iss', issuer);
  return url.href;
}
