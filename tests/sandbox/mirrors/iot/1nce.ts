import { Hono } from 'hono';
import type { Entry, MirrorDefinition } from '../mirror.ts';
import {
  basicAuthorization,
  errorResponse,
  hasEnded,
  isUsedUp,
  rateLimitResponse,
  remainingBytesOf,
  tokenStore,
} from '../mirror-parts.ts';

const entries = { iccid: '8988280666000000001', login: 'api@fleet.example', password: 'pass:wörd' };
const authorization = basicAuthorization(entries.login, entries.password);
const bytesPerMb = 2 ** 20;
const refused = failure(401, 'UNAUTHORIZED', 'Invalid or expired credentials');

function failure(statusCode: number, errorCode: string, message: string) {
  return { statusCode, errorCode, message };
}

/**
 * The remaining data, in MB of 2^20 bytes with decimals. Its documents do not describe a SIM without a quota; here it
 * has nulls. `refusesExpired`: an expired SIM has no quota any more, but an error.
 */
export function oneNceMirrorWith({ refusesExpired = false } = {}): MirrorDefinition {
  return {
    id: '1nce',
    entries,
    rateLimit: rateLimitResponse(failure(429, 'TOO_MANY_REQUESTS', 'Slow down'), '30'),
    badCredential: errorResponse(401, refused),
    routes: (read) => {
      const tokens = tokenStore();
      return new Hono()
        .post('/management-api/oauth/token', async (c) => {
          if (c.req.header('authorization') !== authorization) return c.json(refused, 401);
          const body = await c.req.json();
          if (body.grant_type !== 'client_credentials') return c.json(failure(400, 'BAD_REQUEST', 'grant_type'), 400);
          return c.json({ status_code: 200, access_token: tokens.issue(), token_type: 'bearer', expires_in: 3600 });
        })
        .get('/management-api/v2/sims/:iccid/quota/data', (c) => {
          if (!tokens.accepts(c)) return c.json(refused, 401);
          if (c.req.param('iccid') !== entries.iccid) return c.json(failure(404, 'NOT_FOUND', 'SIM not found'), 404);
          const entry = read();
          if (refusesExpired && hasEnded(entry)) return c.json(failure(422, 'SIM_EXPIRED', 'The SIM is expired'), 422);
          return c.json(quotaOf(entry));
        });
    },
  };
}

export const oneNceMirror = oneNceMirrorWith();

const statuses = {
  exhausted: { id: 0, description: 'EXHAUSTED' },
  active: { id: 1, description: 'ACTIVE' },
  expired: { id: 2, description: 'EXPIRED' },
};

function quotaOf(entry: Entry) {
  const { kind, quotaBytes, expiresAt, measuredAt } = entry;
  const isKnown = kind === 'known';
  const { exhausted, active, expired } = statuses;
  return {
    status: hasEnded(entry) ? expired : isUsedUp(entry) ? exhausted : active,
    volume: isKnown ? remainingBytesOf(entry) / bytesPerMb : null,
    total_volume: isKnown ? quotaBytes / bytesPerMb : null,
    expiry_date: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    peak_throughput: 1_000_000,
    last_volume_added: 500,
    last_status_change_date: new Date(measuredAt).toISOString(),
    threshold_percentage: 20,
  };
}
