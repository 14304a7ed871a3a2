import { Hono } from 'hono';
import type { Entry, MirrorDefinition } from '../mirror.ts';
import { basicAuthorization, errorResponse, hasEnded, rateLimitResponse, utcText } from '../mirror-parts.ts';

const entries = { deviceId: '69063', key: 'hologram-key-0123456789' };
const wrongKey = { success: false, error: 'Invalid API key' };
const authorization = basicAuthorization('apikey', entries.key);

/**
 * Bytes, and UTC without a zone. An unknown balance is sent as pay-as-you-go without a limit; it has no unlimited
 * plans. `state`: of a SIM whose billing period has not ended; one whose last period has is dead.
 */
export function hologramMirrorIn(state: string): MirrorDefinition {
  return {
    id: 'hologram',
    entries,
    rateLimit: rateLimitResponse({ success: false, error: 'API rate limit exceeded' }),
    badCredential: errorResponse(401, wrongKey),
    routes: (read) =>
      new Hono().get('/api/1/devices/:id', (c) => {
        if (c.req.header('authorization') !== authorization) return c.json(wrongKey, 401);
        if (c.req.param('id') !== entries.deviceId) return c.json({ success: false, error: 'Device not found' }, 404);
        const links = { cellular: [linkOf(read(), state)] };
        return c.json({ success: true, data: { id: Number(entries.deviceId), orgid: 1, name: 'Tracker', links } });
      }),
  };
}

export const hologramMirror = hologramMirrorIn('LIVE');

function linkOf(entry: Entry, state: string) {
  const { id, name, kind, quotaBytes, usedBytes, expiresAt } = entry;
  const isKnown = kind === 'known';
  return {
    id: 1,
    sim: id,
    state: hasEnded(entry) ? 'DEAD' : state,
    cur_billing_data_used: isKnown ? usedBytes : 12_345,
    overagelimit: isKnown ? 0 : -1,
    whenexpires: expiresAt === null ? null : utcText(expiresAt),
    plan: { id: 170, name, data: isKnown ? quotaBytes : 0, sms: '0.1900', overage: '0.4000' },
  };
}
