import { Hono } from 'hono';
import type { Entry, MirrorDefinition } from '../mirror.ts';
import {
  errorResponse,
  hasEnded,
  isUsedUp,
  rateLimitResponse,
  remainingBytesOf,
  tokenStore,
  utcText,
} from '../mirror-parts.ts';

const entries = { endpointId: '166', token: 'eyJhbGciOiJIUzUxMiJ9.application.token' };
const refused = { error_code: 401, error_token: 'Unauthorized', message: 'Unauthorized' };

/** The remaining data, in MB with decimals; UTC without a zone. An unknown balance is a SIM for which no quota is set. */
export const emnifyMirror: MirrorDefinition = {
  id: 'emnify',
  entries,
  rateLimit: rateLimitResponse({ message: 'Too Many Requests' }),
  badCredential: errorResponse(401, refused),
  routes: (read) => {
    const tokens = tokenStore();
    return new Hono()
      .post('/api/v1/authenticate', async (c) => {
        const body = await c.req.json();
        if (body.application_token !== entries.token) return c.json(refused, 401);
        return c.json({ auth_token: tokens.issue() });
      })
      .get('/api/v1/endpoint/:id/quota/data', (c) => {
        if (!tokens.accepts(c)) return c.json(refused, 401);
        if (c.req.param('id') !== entries.endpointId) return c.json({ message: 'Endpoint not found' }, 404);
        const entry = read();
        return entry.kind === 'known' ? c.json(quotaOf(entry)) : c.json({ message: 'Quota not found' }, 404);
      });
  },
};

const statuses = {
  active: { id: 1, description: 'ACTIVE' },
  exhausted: { id: 2, description: 'EXHAUSTED' },
  expired: { id: 3, description: 'EXPIRED' },
};

function quotaOf(entry: Entry) {
  const { quotaBytes, expiresAt } = entry;
  const { active, exhausted, expired } = statuses;
  return {
    volume: remainingBytesOf(entry) / 1e6,
    last_volume_added: quotaBytes / 1e6,
    ...(expiresAt === null ? {} : { expiry_date: utcText(expiresAt) }),
    threshold_volume: quotaBytes / 5e6,
    threshold_percentage: 20,
    auto_refill: 0,
    status: hasEnded(entry) ? expired : isUsedUp(entry) ? exhausted : active,
    action_on_exhaustion: { id: 2, description: 'Block' },
  };
}
