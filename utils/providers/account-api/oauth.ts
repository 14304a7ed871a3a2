import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import { isVouchedFor } from '../../core/accounts/api-trust.ts';
import { isSafeUrl } from '../../core/values/urls.ts';
import type { HttpResponse, Provider, PublicClient, Tokens } from '../adapter/provider.ts';
import { invalidResponseError, isProviderError, notVouchedError } from '../http/provider-error.ts';
import * as wire from './seller-schemas.ts';

/**
 * OAuth 2.0 code grant with PKCE, as a public client. Metadata: RFC 8414, the API it is for: RFC 8707 and 9728,
 * revocation: RFC 7009, `iss`: RFC 9207.
 */
export const signIn: NonNullable<Provider['signIn']> = {
  confirmApi: async (client, seller) => {
    await readVouchingMetadata(client, seller);
  },

  start: async (client, seller, { redirectUri, state, challenge }) => {
    const metadata = await readVouchingMetadata(client, seller);
    const { issuer = '', apiBase = '', clientId = '', scope } = seller.endpoints;
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      resource: apiBase,
      ...(scope ? { scope } : {}),
    });
    const url = new URL(metadata.authorization_endpoint);
    for (const [name, value] of query) url.searchParams.set(name, value);
    return {
      url: url.href,
      endpoints: {
        ...seller.endpoints,
        tokenEndpoint: metadata.token_endpoint,
        ...(metadata.revocation_endpoint ? { revocationEndpoint: metadata.revocation_endpoint } : {}),
      },
      expected: { state, issuer, isIssuerRequired: metadata.authorization_response_iss_parameter_supported === true },
    };
  },

  /**
   * An answer of the wrong state or issuer, or one that says something twice (RFC 6749, 3.1), says nothing at all;
   * `error` is judged before `code`.
   */
  parseCode: (redirectedTo, { state, issuer, isIssuerRequired }) => {
    const query = new URL(redirectedTo).searchParams;
    if (['state', 'iss', 'code', 'error'].some((name) => query.getAll(name).length > 1)) throw signInError('state');
    const iss = query.get('iss');
    const isFromIssuer = iss === null ? !isIssuerRequired : iss === issuer;
    if (query.get('state') !== state || !isFromIssuer) throw signInError('state');
    const [code, error] = [query.get('code'), query.get('error')];
    if (error !== null || code === null) throw signInError(error === 'access_denied' ? 'denied' : 'refused');
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
        resource: endpoints.apiBase ?? '',
      }),
    ),

  refresh: async (client, endpoints, refreshToken) =>
    toTokens(
      await client.postForm(endpoints.tokenEndpoint ?? '', {
        grant_type: 'refresh_token',
        client_id: endpoints.clientId ?? '',
        refresh_token: refreshToken,
        resource: endpoints.apiBase ?? '',
      }),
    ),

  revoke: async (client, endpoints, token, tokenKind) => {
    if (!endpoints.revocationEndpoint) return;
    await client.postForm(endpoints.revocationEndpoint, {
      client_id: endpoints.clientId ?? '',
      token,
      token_type_hint: tokenKind,
    });
  },
};

/** `why`: the state or issuer is not ours, the user declined, or the seller refused. */
function signInError(why: 'state' | 'denied' | 'refused'): Error {
  return Object.assign(new Error(`The sign-in page returned: ${why}`), { name: 'SignInError', why });
}

type Metadata = v.InferOutput<typeof wire.serverMetadata>;

async function readVouchingMetadata(client: PublicClient, seller: Seller): Promise<Metadata> {
  const metadata = await readMetadata(client, seller.endpoints.issuer ?? '');
  const resources = metadata.protected_resources?.filter((resource) => typeof resource === 'string') ?? [];
  if (!isVouchedFor(seller, resources)) throw notVouchedError();
  return metadata;
}

async function readMetadata(client: PublicClient, issuer: string): Promise<Metadata> {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  const name = '/.well-known/oauth-authorization-server';
  const response = await client
    .get(`${origin}${name}${path}`)
    .catch((error: unknown) => {
      if (path === '') throw error;
      return client.get(`${origin}${path}${name}`);
    })
    .catch(throwMetadataError);
  const metadata = v.parse(wire.serverMetadata, response.body);
  const { authorization_endpoint, token_endpoint, revocation_endpoint } = metadata;
  const urls = [authorization_endpoint, token_endpoint, revocation_endpoint ?? issuer];
  if (metadata.issuer !== issuer || urls.some((url) => !isSafeUrl(url) || new URL(url).origin !== origin)) {
    throw invalidResponseError('The sign-in metadata names other origins than its issuer');
  }
  return metadata;
}

/** Anybody may read metadata: a 4xx is a fault of the seller, and says nothing about the user's sign-in. */
function throwMetadataError(error: unknown): never {
  const isClientError = isProviderError(error) && error.status >= 400 && error.status < 500 && error.status !== 429;
  throw isClientError ? invalidResponseError('The sign-in metadata cannot be read') : error;
}

function toTokens({ body }: HttpResponse): Tokens {
  const { access_token, expires_in, refresh_token } = v.parse(wire.tokens, body);
  return {
    accessToken: access_token,
    lifeMs: expires_in ? expires_in * 1000 : null,
    refreshToken: refresh_token ?? null,
  };
}
