import { type Context, Hono } from 'hono';
import type { Entry, MirrorDefinition } from '../mirror.ts';
import { errorResponse, hasEnded, isQueued, isUsedUp, rateLimitResponse, zonedText } from '../mirror-parts.ts';

const entries = { iccid: '8943108170001029631', key: 'a1b2c3d4e5f60718293a4b5c6d7e8f90' };
const zone = '+0000';

/** It is not known whether a wrong code gets this response. */
const refused = { success: false, errorCode: '000102', errorMsg: 'RT-AccessCode is not valid', obj: null };
const notFound = { success: false, errorCode: '310403', errorMsg: 'The ICCID does not exist', obj: null };
const badList = { success: false, errorCode: '000105', errorMsg: 'esimTranNoList is not in order', obj: null };

/**
 * `usage`: what the newer usage is sent as. `successIs`: how a success is said. `errorCode`: every answer is this
 * error.
 */
export type EsimAccessOptions = {
  usage?: 'object' | 'list' | 'null';
  successIs?: true | 'true';
  errorCode?: string | null;
};

/** Bytes; times with a zone without a colon. */
export function esimAccessMirrorWith({
  usage = 'object',
  successIs = true,
  errorCode = null,
}: EsimAccessOptions = {}): MirrorDefinition {
  return {
    id: 'esim-access',
    entries,
    rateLimit: rateLimitResponse({ success: false, errorCode: '900001', errorMsg: 'Busy', obj: null }),
    badCredential: errorResponse(200, refused),
    routes: (read) => {
      const app = new Hono();
      const success = (c: Context, obj: unknown) => c.json({ success: successIs, errorCode: '0', errorMsg: null, obj });
      app.use('/api/v1/open/*', async (c, next) => {
        if (errorCode !== null) return c.json({ success: false, errorCode, errorMsg: 'System error', obj: null });
        if (c.req.header('rt-accesscode') !== entries.key) return c.json(refused);
        return next();
      });
      app.post('/api/v1/open/esim/query', async (c) => {
        const { iccid, pager } = await c.req.json();
        if (iccid !== entries.iccid || pager?.pageNum !== 1) return c.json(notFound);
        return success(c, { esimList: [esimOf(read())], pager: { ...pager, total: 1 } });
      });
      app.post('/api/v1/open/esim/usage/query', async (c) => {
        const { esimTranNoList } = await c.req.json();
        if (!Array.isArray(esimTranNoList) || esimTranNoList.length > 10) return c.json(badList);
        const entry = read();
        const esimUsageList = esimTranNoList.includes(entry.id) ? [usageOf(entry)] : [];
        return success(c, { object: { esimUsageList }, list: esimUsageList, null: null }[usage]);
      });
      return app;
    },
  };
}

export const esimAccessMirror = esimAccessMirrorWith();

function esimOf(entry: Entry) {
  const isKnown = entry.kind === 'known';
  return {
    esimTranNo: entry.id,
    orderNo: 'B25031120490001',
    iccid: entries.iccid,
    shortUrl: `https://p.qrsim.net/${entry.id}`,
    smdpStatus: 'ENABLED',
    esimStatus: statusOf(entry),
    expiredTime: zonedText(entry.expiresAt, zone),
    totalVolume: isKnown ? entry.quotaBytes : null,
    orderUsage: isKnown ? entry.usedBytes : null,
    packageList: [{ packageName: entry.name, packageCode: 'CKH179', volume: isKnown ? entry.quotaBytes : null }],
  };
}

function usageOf({ id, kind, usedBytes, quotaBytes, measuredAt }: Entry) {
  const amounts =
    kind === 'known' ? { dataUsage: usedBytes, totalData: quotaBytes } : { dataUsage: null, totalData: null };
  return { esimTranNo: id, ...amounts, lastUpdateTime: zonedText(measuredAt, zone) };
}

function statusOf(entry: Entry): string {
  if (isQueued(entry)) return 'GOT_RESOURCE';
  if (hasEnded(entry)) return entry.usedBytes > 0 ? 'USED_EXPIRED' : 'UNUSED_EXPIRED';
  return isUsedUp(entry) ? 'USED_UP' : 'IN_USE';
}
