import { Hono } from 'hono';
import type { Entry, MirrorDefinition } from '../mirror.ts';
import { errorResponse, hasToken, rateLimitResponse, zonedText } from '../mirror-parts.ts';

/* CheapereSIM's orders and plan search. The search needs no token, and here rejects requests that have one. */

const token = 'cheaperesim-read-only-token';
const site = 'https://cheaperesim.com';
const zone = '+00:00';
const refused = { message: 'Unauthenticated.' };

export const cheaperesimMirror: MirrorDefinition = {
  id: 'cheaperesim',
  entries: { token },
  rateLimit: rateLimitResponse({ message: 'Too Many Attempts.' }),
  badCredential: errorResponse(401, refused),
  routes: (read) => {
    const app = new Hono();
    app.notFound((c) => c.json({ message: 'The route could not be found.' }, 404));
    app.get('/api/v1/orders', (c) => {
      if (c.req.header('accept') !== 'application/json') return c.json({ message: 'Ask for JSON.' }, 400);
      if (!hasToken(c, token)) return c.json(refused, 401);
      const page = Number(c.req.query('page') ?? 1);
      const data = page === 1 ? [orderOf(read())] : [];
      return c.json({ data, current_page: page, last_page: 1, total: 1 });
    });
    app.get('/api/v1/plans/search', (c) => {
      if (c.req.header('authorization') !== undefined) return c.json({ message: 'A token has leaked.' }, 400);
      const { countries = '', limit = '50' } = c.req.query();
      if (countries === '') return c.json(invalid('countries', 'The countries field is required.'), 422);
      if (!/^([1-9]|[1-4]\d|50)$/.test(limit)) return c.json(invalid('limit', 'The limit is invalid.'), 422);
      return c.json(countries === 'JP' ? { plans, unmatched: [] } : { plans: [], unmatched: [countries] });
    });
    return app;
  },
};

/** The wire has no value for "unlimited" and no future start: a plan that has not started is not activated. */
function orderOf({ id, name, kind, quotaBytes, usedBytes, startsAt, expiresAt, measuredAt }: Entry) {
  const isKnown = kind === 'known';
  const activatedAt = startsAt === null ? measuredAt : startsAt <= Date.now() ? startsAt : null;
  return {
    uuid: id,
    status: 'delivered',
    package_name: name,
    destination: 'Japan',
    destination_iso_code: 'JP',
    delivered_at: zonedText(measuredAt, zone),
    expires_at: zonedText(expiresAt, zone),
    installed_at: zonedText(activatedAt, zone),
    activated_at: zonedText(activatedAt, zone),
    smdp_status: activatedAt === null ? 'RELEASED' : 'ENABLED',
    data_used_bytes: isKnown ? usedBytes : null,
    data_total_bytes: isKnown ? quotaBytes : null,
    last_synced_at: zonedText(measuredAt, zone),
    created_at: zonedText(measuredAt, zone),
  };
}

const plans = [
  planOf(4471, 'Japan 100MB 7Days', { data_amount_mb: 100, duration_days: 7, price_cents: 106 }),
  planOf(4480, 'Japan 5GB 30Days', { data_amount_mb: 5120, duration_days: 30, price_cents: 1000 }),
  planOf(4495, 'Japan Unlimited 10Days', { is_unlimited: true, duration_days: 10, price_cents: 2450 }),
];

function planOf(id: number, name: string, members: Record<string, unknown>) {
  const buyUrl = `${site}/esim/japan?package=${id}`;
  const rest = { data_amount_mb: 0, is_unlimited: false, ...members, currency: 'USD', buy_url: buyUrl };
  return { id, name, scope: 'local', ...rest };
}

function invalid(field: string, message: string) {
  return { message, errors: { [field]: [message] } };
}
