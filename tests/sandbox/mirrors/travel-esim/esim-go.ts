import { Hono } from 'hono';
import type { Entry, MirrorDefinition } from '../mirror.ts';
import { errorResponse, hasEnded, isQueued, isUsedUp, remainingBytesOf } from '../mirror-parts.ts';

const entries = { iccid: '8944538532008160222', key: 'qZ-8fK2_mT5vB9xL1cR7wY4nH6jD3sPgA0eU' };
const denied = { message: 'access denied' };

/** Bytes; a bundle has times once it has started. */
export const esimGoMirror: MirrorDefinition = {
  id: 'esim-go',
  entries,
  rateLimit: null,
  badCredential: errorResponse(403, denied),
  routes: (read) => {
    const app = new Hono();
    app.get('/v2.4/esims/:iccid/bundles', (c) => {
      if (c.req.header('x-api-key') !== entries.key) return c.json(denied, 403);
      if (c.req.param('iccid') !== entries.iccid) return c.json(denied, 403);
      if (c.req.query('includeUsed') !== 'true') return c.json({ bundles: [] });
      const entry = read();
      return c.json({
        bundles: [{ name: 'esim_1GB_7D_GB_V2', description: entry.name, assignments: [assignmentOf(entry)] }],
      });
    });
    return app;
  },
};

function assignmentOf(entry: Entry) {
  const { id, kind, quotaBytes, startsAt, expiresAt, measuredAt } = entry;
  const amounts = { initialQuantity: quotaBytes, remainingQuantity: remainingBytesOf(entry) };
  const times = { ...(startsAt === null ? {} : { startTime: timeOf(startsAt) }), endTime: timeOf(expiresAt) };
  return {
    id,
    callTypeGroup: 'data',
    ...(kind === 'known' ? amounts : { initialQuantity: null, remainingQuantity: null }),
    assignmentDateTime: timeOf(startsAt ?? measuredAt),
    assignmentReference: '3a6e2e40-c674-45e9-b289-b35027bf72a9-0',
    bundleState: stateOf(entry),
    unlimited: kind === 'unlimited',
    ...(isQueued(entry) ? {} : times),
  };
}

function stateOf(entry: Entry): string {
  if (isQueued(entry)) return 'queued';
  if (hasEnded(entry)) return 'expired';
  return isUsedUp(entry) ? 'depleted' : 'active';
}

/** Empty for null. */
function timeOf(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString().replace('.000Z', 'Z');
}
