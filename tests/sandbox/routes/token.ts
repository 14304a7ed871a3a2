import { type Context, Hono } from 'hono';
import { spendAuthorizationCode } from '../data/codes.ts';
import { type Grant, issueTokens, revokeToken, spendRefreshToken } from '../data/tokens.ts';
import type { Shop } from '../seller-context.ts';
import { CLIENT_ID } from './authorization-request.ts';
import { SCOPES } from './discovery.ts';

export function tokenRoutes(shop: Shop): Hono {
  const app = new Hono();
  app.get('/.well-known/oauth-authorization-server', (c) => c.json(toMetadata(shop.origins.issuer)));

  app.post('/oauth/token', async (c) => {
    c.header('cache-control', 'no-store');
    const form = await oauthForm(c);
    if (!form) return refuse(c, 'invalid_request', 'The body is not form-encoded.');
    if (form.get('client_id') !== CLIENT_ID) return refuse(c, 'invalid_client', 'This client is not known here.');
    const grantType = form.get('grant_type');
    if (grantType === 'authorization_code') return answer(shop, c, grantForCode(shop, form));
    if (grantType === 'refresh_token') {
      return answer(shop, c, spendRefreshToken(shop.db, form.get('refresh_token') ?? ''));
    }
    return refuse(c, 'unsupported_grant_type', 'Only authorization_code and refresh_token are.');
  });

  app.post('/oauth/revoke', async (c) => {
    const form = await oauthForm(c);
    const token = form?.get('token');
    if (!token) return refuse(c, 'invalid_request', 'The token is missing.');
    revokeToken(shop.db, token);
    return c.body(null, 200);
  });
  return app;
}

function toMetadata(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
    authorization_response_iss_parameter_supported: true,
    scopes_supported: SCOPES,
  };
}

function grantForCode(shop: Shop, form: URLSearchParams): Grant | null {
  const proof = { redirectUri: form.get('redirect_uri') ?? '', verifier: form.get('code_verifier') ?? '' };
  return spendAuthorizationCode(shop.db, form.get('code') ?? '', proof);
}

function answer(shop: Shop, c: Context, grant: Grant | null): Response {
  if (!grant) return refuse(c, 'invalid_grant', 'The grant is unknown, spent, late or revoked.');
  const { accessTokenLifeS } = shop.settings;
  const tokens = issueTokens(shop.db, grant, accessTokenLifeS);
  return c.json({
    access_token: tokens.accessToken,
    token_type: 'Bearer',
    expires_in: accessTokenLifeS,
    refresh_token: tokens.refreshToken,
    scope: grant.scope,
  });
}

function refuse(c: Context, error: string, error_description: string): Response {
  return c.json({ error, error_description }, error === 'invalid_client' ? 401 : 400);
}

async function oauthForm(c: Context): Promise<URLSearchParams | null> {
  const isForm = (c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
  return isForm ? new URLSearchParams(await c.req.text()) : null;
}
