import { Hono } from 'hono';
import type { Entry, MirrorDefinition } from '../mirror.ts';
import { errorResponse, hasEnded, hasToken, isQueued, rateLimitResponse, utcText } from '../mirror-parts.ts';

const entries = {
  iccid: '8932042000001234567',
  clientId: '4d2f9c0b7e6a1835',
  clientSecret: 'Vb7kQ2mX9sL4tR8wZ1nY6cH3jD5fG0pA',
};
const accessToken = 'eyJ0eXAiOiJKV1QifQ.c2FuZGJveA.bWlycm9y';
const mb = 2 ** 20;

const wrongId = {
  data: { client_id: 'The selected client id is invalid.' },
  meta: { message: 'the parameter is invalid' },
};
const wrongSecret = { data: [], meta: { message: 'Client authentication failed' } };
const unauthorized = { code: 401, reason: 'Authentication failed. This could be due to an expired token.' };
const notFound = { data: [], meta: { message: 'messages.resource_not_found' } };

/** Whole MB of 1024; times are UTC without a zone. */
export const airaloPartnerMirror: MirrorDefinition = {
  id: 'airalo-partner',
  entries,
  rateLimit: rateLimitResponse({ message: 'Too Many Attempts.' }, '60'),
  badCredential: errorResponse(401, unauthorized),
  routes: (read) => {
    const app = new Hono();
    app.post('/v2/token', async (c) => {
      const isMultipart = c.req.header('content-type')?.startsWith('multipart/form-data');
      const { client_id, client_secret, grant_type } = await c.req.parseBody();
      if (!isMultipart || client_id !== entries.clientId || grant_type !== 'client_credentials')
        return c.json(wrongId, 422);
      if (client_secret !== entries.clientSecret) return c.json(wrongSecret, 401);
      const data = { token_type: 'Bearer', expires_in: 31622400, access_token: accessToken };
      return c.json({ data, meta: { message: 'success' } });
    });
    app.get('/v2/sims/:iccid/usage', (c) => {
      if (!hasToken(c, accessToken)) return c.json(unauthorized, 401);
      if (c.req.param('iccid') !== entries.iccid) return c.json(notFound, 404);
      return c.json({ data: usageOf(read()), meta: { message: 'api.succes' } });
    });
    return app;
  },
};

/** Unknown and unlimited balances are sent as 0 of 0. */
function usageOf(entry: Entry) {
  const isKnown = entry.kind === 'known';
  const remaining = isKnown ? Math.max(0, Math.floor((entry.quotaBytes - entry.usedBytes) / mb)) : 0;
  return {
    remaining,
    total: isKnown ? Math.floor(entry.quotaBytes / mb) : 0,
    expired_at: entry.expiresAt === null ? null : utcText(entry.expiresAt),
    is_unlimited: entry.kind === 'unlimited',
    status: statusOf(entry, remaining),
    remaining_voice: 0,
    remaining_text: 0,
    total_voice: 0,
    total_text: 0,
  };
}

function statusOf(entry: Entry, remaining: number): string {
  if (entry.kind === 'unknown') return 'UNKNOWN';
  if (hasEnded(entry)) return 'EXPIRED';
  if (entry.kind === 'known' && remaining === 0) return 'FINISHED';
  return isQueued(entry) ? 'NOT_ACTIVE' : 'ACTIVE';
}
