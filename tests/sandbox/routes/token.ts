import { type Context, Hono } from 'hono';
import { redeemAuthorizationCode } from '../data/codes.ts';
import { type Grant, issueTokens, redeemRefreshToken, revokeToken } from '../data/tokens.ts';
import type { SellerContext } from '../seller-context.ts';
import { CLIENT_ID } from './authorization-request.ts';
import { SCOPES } from './discovery.ts';

export function tokenRoutes(context: SellerContext): Hono {
  const app = new Hono();
  app.get('/.well-known/oauth-authorization-server', (c) => c.json(toMetadata(context)));

  app.post('/oauth/token', async (c) => {
    c.header('cache-control', 'no-store');
    const form = await parseOauthForm(c);
    if (!form) return oauthError(c, 'invalid_request', 'The body is not form-encoded.');
    if (form.get('client_id') !== CLIENT_ID) return oauthError(c, 'invalid_client', 'This client is not known here.');
    const grantType = form.get('grant_type');
    if (grantType === 'authorization_code') return tokenResponse(context, c, grantForCode(context, form));
    if (grantType === 'refresh_token') {
      return tokenResponse(context, c, redeemRefreshToken(context.db, form.get('refresh_token') ?? ''));
    }
    return oauthError(c, 'unsupported_grant_type', 'Only authorization_code and refresh_token are.');
  });

  app.post('/oauth/revoke', async (c) => {
    const form = await parseOauthForm(c);
    const token = form?.get('token');
    if (!token) return oauthError(c, 'invalid_request', 'The token is missing.');
    revokeToken(context.db, token, context.options.revokesOneToken);
    return c.body(null, 200);
  });
  return app;
}

function toMetadata({ origins: { issuer, api }, options }: SellerContext): object {
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
    protected_resources: [`${api}/v1`],
    ...options.metadata,
  };
}

function grantForCode(context: SellerContext, form: URLSearchParams): Grant | null {
  const proof = { redirectUri: form.get('redirect_uri') ?? '', verifier: form.get('code_verifier') ?? '' };
  return redeemAuthorizationCode(context.db, form.get('code') ?? '', proof);
}

function tokenResponse(context: SellerContext, c: Context, grant: Grant | null): Response {
  if (!grant) return oauthError(c, 'invalid_grant', 'The grant is unknown, spent, late or revoked.');
  const { accessTokenLifeS } = context.settings;
  const tokens = issueTokens(context.db, grant, accessTokenLifeS);
  return c.json({
    access_token: tokens.accessToken,
    token_type: 'Bearer',
    expires_in: accessTokenLifeS,
    refresh_token: tokens.refreshToken,
    scope: grant.scope,
  });
}

function oauthError(c: Context, error: string, error_description: string): Response {
  return c.json({ error, error_description }, error === 'invalid_client' ? 401 : 400);
}

async function parseOauthForm(c: Context): Promise<URLSearchParams | null> {
  const isForm = (c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
  return isForm ? new URLSearchParams(await c.req.text()) : null;
}
