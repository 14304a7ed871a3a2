import { Hono } from 'hono';
import type { Entry, MirrorDefinition } from '../mirror.ts';
import { errorResponse, hasToken, isUsedUp, rateLimitResponse } from '../mirror-parts.ts';

const entries = { simId: '6a09cdc3-8948-47f0-aa62-74ac943d6c58', key: 'KEY0123456789ABCDEF' };

const wrongKey = errors('10009', 'Authentication failed', 'The required authentication headers were invalid.');
const tooManyRequests = errors(
  '10011',
  'Too many requests',
  'You have exceeded the maximum number of allowed requests.',
);
const notFound = errors('10005', 'Resource not found', 'The requested resource or URL could not be found.');

function errors(code: string, title: string, detail: string) {
  return { errors: [{ code, title, detail }] };
}

/**
 * Decimal strings in MB. A SIM without a limit has no data_limit; the wire has no expiry and no name. `status`: of a
 * SIM that has data left.
 */
export function telnyxMirrorIn(status: string): MirrorDefinition {
  return {
    id: 'telnyx',
    entries,
    rateLimit: rateLimitResponse(tooManyRequests),
    badCredential: errorResponse(401, wrongKey),
    routes: (read) =>
      new Hono().get('/v2/sim_cards/:id', (c) => {
        if (!hasToken(c, entries.key)) return c.json(wrongKey, 401);
        if (c.req.param('id') !== entries.simId) return c.json(notFound, 404);
        return c.json({ data: simOf(read(), status) });
      }),
  };
}

export const telnyxMirror = telnyxMirrorIn('enabled');

function simOf(entry: Entry, status: string) {
  const { id, kind, quotaBytes, usedBytes } = entry;
  return {
    id: entries.simId,
    record_type: 'sim_card',
    iccid: id,
    status: { value: isUsedUp(entry) ? 'data_limit_exceeded' : status, reason: '' },
    ...(kind === 'known' ? { data_limit: { amount: megabytes(quotaBytes), unit: 'MB' } } : {}),
    current_billing_period_consumed_data: { amount: megabytes(usedBytes), unit: 'MB' },
  };
}

/** "2048.1": at least one decimal. */
function megabytes(bytes: number): string {
  const rest = String(bytes % 1e6).padStart(6, '0');
  return `${Math.floor(bytes / 1e6)}.${rest.replace(/0{1,5}$/, '')}`;
}
