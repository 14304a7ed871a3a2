import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import { isSafeUrl } from '../../core/values/urls.ts';
import type { Client, HttpResponse, Provider, Tokens } from '../adapter/provider.ts';
import { invalidResponseError } from '../http/provider-error.ts';
import * as wire from './wire-schemas.ts';

/** OAuth 2.0 code grant with PKCE, as a public client. Metadata: RFC 8414, revocation: RFC 7009, `iss`: RFC 9207. */
export const signIn: NonNullable<Provider['signIn']> = {
  start: async (client, seller, { redirectUri, state, challenge }) => {
    const metadata = await readMetadata(client, seller);
    const clientId = seller.endpoints.clientId || 'gigabar';
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...(seller.endpoints.scope ? { scope: seller.endpoints.scope } : {}),
    });
    const url = new URL(metadata.authorization_endpoint);
    for (const [name, value] of query) url.searchParams.set(name, value);
    return {
      url: url.href,
      endpoints: {
        ...seller.endpoints,
        clientId,
        tokenEndpoint: metadata.token_endpoint,
        ...(metadata.revocation_endpoint ? { revocationEndpoint: metadata.revocation_endpoint } : {}),
      },
    };
  },

  parseCode: (redirectedTo, state, { issuer }) => {
    const query = new URL(redirectedTo).searchParams;
    const iss = query.get('iss');
    if (query.get('state') !== state || (iss !== null && iss !== issuer)) throw signInError('state');
    const code = query.get('code');
    if (code === null) throw signInError(query.get('error') === 'access_denied' ? 'denied' : 'refused');
    return code;
  },

  finish: async (client, endpoints, { code, verifier, redirectUri }) =>
    toTokens(
      await client.postForm(endpoints.tokenEndpoint ?? '', {
        grant_type: 'authorization_code',
        client_id: endpoints.clientId ?? '',
        redirect_uri: redirectUri,
        code,
        code_verifier: verifier,
      }),
    ),

  refresh: async (client, endpoints, refreshToken) =>
    toTokens(
      await client.postForm(endpoints.tokenEndpoint ?? '', {
        grant_type: 'refresh_token',
        client_id: endpoints.clientId ?? '',
        refresh_token: refreshToken,
      }),
    ),

  revoke: async (client, endpoints, token) => {
    if (!endpoints.revocationEndpoint) return;
    await client.postForm(endpoints.revocationEndpoint, {
      client_id: endpoints.clientId ?? '',
      token,
      token_type_hint: 'refresh_token',
    });
  },
};

/** `why`: the state or issuer is not ours, the user declined, or the seller refused. */
function signInError(why: 'state' | 'denied' | 'refused'): Error {
  return Object.assign(new Error(`The sign-in page returned: ${why}`), { name: 'SignInError', why });
}

async function readMetadata(client: Client, seller: Seller) {
  const issuer = seller.endpoints.issuer ?? '';
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  const name = '/.well-known/oauth-authorization-server';
  const first = await client.get(`${origin}${name}${path}`).catch((error: unknown) => {
    if (path === '') throw error;
    return client.get(`${origin}${path}${name}`);
  });
  const metadata = v.parse(wire.serverMetadata, first.body);
  const urls: string[] = [
    metadata.authorization_endpoint,
    metadata.token_endpoint,
    metadata.revocation_endpoint ?? issuer,
  ];
  if (metadata.issuer !== issuer || urls.some((url) => !isSafeUrl(url) || new URL(url).origin !== origin)) {
    throw invalidResponseError('The sign-in metadata names other origins than its issuer');
  }
  return metadata;
}

function toTokens({ body }: HttpResponse): Tokens {
  const { access_token, expires_in, refresh_token } = v.parse(wire.tokens, body);
  return {
    accessToken: access_token,
    lifeMs: expires_in ? expires_in * 1000 : null,
    refreshToken: refresh_token ?? null,
  };
}
