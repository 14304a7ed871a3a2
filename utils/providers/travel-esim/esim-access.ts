import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import { allowedCheckoutHref } from '../../core/accounts/origins.ts';
import type { Card, CardState, PlanState } from '../../core/usage/card.ts';
import { hourMs } from '../../core/values/time.ts';
import { apiKeyForm } from '../adapter/api-key-form.ts';
import type { Provider } from '../adapter/provider.ts';
import { balanceFromUsed, buildCard, sourceClock, toUsageSnapshot, usedUp } from '../adapter/to-snapshot.ts';
import { listLimits, listOf } from '../adapter/wire-lists.ts';
import { address, bytes, id, instant, longText, masked, maybe, text } from '../adapter/wire-parts.ts';
import { invalidResponseError, providerError } from '../http/provider-error.ts';

/*
 * eSIM Access, wholesale travel eSIMs, for the owner of an access code. Source: its official documents of 2026-11 (high
 * confidence); never tried against the live API. Bytes; times have a zone without a colon; usage is 2 to 3 hours late.
 * ICCIDs are reused: `esimTranNo` identifies the eSIM. Errors come with HTTP 200. Which of their codes mean a wrong
 * access code is not known; only an error text that names it is taken for that. Nothing under /esim/topup is ever
 * requested: it spends money.
 */

const envelope = v.object({
  success: v.pipe(v.union([v.boolean(), v.picklist(['true', 'false'])]), v.transform(String)),
  errorCode: maybe(id),
  errorMsg: maybe(longText),
  obj: v.nullish(v.unknown()),
});
const esim = v.object({
  esimTranNo: id,
  esimStatus: v.fallback(v.string(), ''),
  shortUrl: maybe(address),
  expiredTime: maybe(instant),
  totalVolume: maybe(bytes),
  orderUsage: maybe(bytes),
  packageList: v.fallback(listOf(v.object({ packageName: maybe(text) }), listLimits.plans), []),
});
/** A list was also seen without the object around it. */
const named = (name: string) =>
  v.pipe(
    v.unknown(),
    v.transform((obj) => (Array.isArray(obj) ? { [name]: obj } : obj)),
  );
const esims = v.pipe(named('esimList'), v.object({ esimList: v.nullable(listOf(esim, listLimits.plans), []) }));
const usageSchema = v.object({
  esimTranNo: id,
  dataUsage: maybe(bytes),
  totalData: maybe(bytes),
  lastUpdateTime: maybe(instant),
});
const usages = v.pipe(
  named('esimUsageList'),
  v.object({ esimUsageList: v.nullable(listOf(usageSchema, listLimits.plans), []) }),
);
type Esim = v.InferOutput<typeof esim>;

/** eSIMs of all other statuses are in use. */
const states = new Map<string, { planState?: PlanState; cardState?: CardState }>([
  ['GOT_RESOURCE', { planState: 'not-started' }],
  ['USED_EXPIRED', { planState: 'expired' }],
  ['UNUSED_EXPIRED', { planState: 'expired' }],
  ['CANCEL', { planState: 'expired', cardState: 'expired' }],
  ['REVOKED', { planState: 'expired', cardState: 'expired' }],
  ['SUSPENDED', { cardState: 'suspended' }],
]);
const isOver = ({ esimStatus }: Esim) => states.get(esimStatus)?.planState === 'expired';

/** `usage`: the newer data of this eSIM, if there is any. */
function toCard(esim: Esim, usage: v.InferOutput<typeof usageSchema> | undefined, seller: Seller, now: number): Card {
  const { esimTranNo, esimStatus, shortUrl, expiredTime, packageList } = esim;
  const total = usage?.totalData || esim.totalVolume;
  const used = usage?.dataUsage ?? esim.orderUsage;
  const page = shortUrl ? allowedCheckoutHref(shortUrl, seller.checkoutOrigins) : null;
  return buildCard({
    key: esimTranNo,
    title: packageList[0]?.packageName || seller.name,
    number: masked(seller.endpoints.iccid ?? ''),
    balance: esimStatus === 'USED_UP' ? usedUp(total) : balanceFromUsed(total, used),
    measuredAt: usage?.lastUpdateTime ?? now,
    expiresAt: expiredTime,
    link: page ? { kind: 'page', url: page, cost: null } : null,
    ...states.get(esimStatus),
  });
}

/** The statuses that other servers send for the same: an error of the server, a busy one, an address it refuses. */
const statusOfCode = new Map([
  ['000001', 500],
  ['900001', 503],
  ['101002', 403],
]);

/** `obj` of the envelope; throws for errors. */
function unwrap(body: unknown): unknown {
  const { success, errorCode, errorMsg, obj } = v.parse(envelope, body);
  if (success === 'true') return obj;
  if (/access[ _-]?code/i.test(errorMsg ?? '')) throw providerError(401);
  const status = statusOfCode.get(errorCode ?? '');
  throw status === undefined ? invalidResponseError('The seller reports an error') : providerError(status);
}

export const esimAccess = {
  id: 'esim-access',
  form: apiKeyForm({
    textKey: 'esimAccess',
    aliases: ['eSIM Access', 'esimaccess.com'],
    tokenPage: 'https://console.esimaccess.com/developer/index',
    origin: 'https://api.esimaccess.com',
    codes: ['iccid'],
    secret: 'key',
    seller: {
      byteUnit: 1024,
      dataDelayMs: 3 * hourMs,
      checkoutOrigins: ['https://p.qrsim.net'],
      accountUrl: 'https://console.esimaccess.com/',
    },
  }),
  auth: { headers: (secret) => ({ 'RT-AccessCode': secret }) },
  readCards: async (client, seller) => {
    const post = (path: string, request: unknown) =>
      client.postJson(`${seller.origin}/api/v1/open/esim/${path}`, request);
    const found = await post('query', { iccid: seller.endpoints.iccid, pager: { pageNum: 1, pageSize: 20 } });
    const { esimList } = v.parse(esims, unwrap(found.body));
    if (esimList.length === 0) throw providerError(410);
    // While one is valid, the expired ones belong to earlier owners of the same ICCID.
    const current = esimList.filter((esim) => !isOver(esim));
    const shown = current.length > 0 ? current : esimList;
    // At most ten in one request. Without newer usage that of the first response is shown, which is a little older.
    const esimTranNoList = shown.slice(0, 10).map(({ esimTranNo }) => esimTranNo);
    const response = await post('usage/query', { esimTranNoList });
    const { success, obj } = v.parse(envelope, response.body);
    const newer = v.safeParse(usages, success === 'true' ? obj : null);
    const usageList = newer.success ? newer.output.esimUsageList : [];
    const usageOf = (esim: Esim) => usageList.find(({ esimTranNo }) => esimTranNo === esim.esimTranNo);
    const now = sourceClock(response);
    return toUsageSnapshot(
      response,
      shown.map((esim) => toCard(esim, usageOf(esim), seller, now)),
    );
  },
} satisfies Provider;
