import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import { isAllowedCheckoutUrl } from '../../core/accounts/origins.ts';
import type { Card, CardState, PlanState } from '../../core/usage/card.ts';
import { hourMs } from '../../core/values/time.ts';
import { apiKeyForm } from '../adapter/api-key-form.ts';
import type { Provider } from '../adapter/provider.ts';
import {
  balanceFromRemaining,
  balanceFromUsed,
  buildCard,
  sourceClock,
  toUsageSnapshot,
} from '../adapter/to-snapshot.ts';
import { bytes, id, instant, masked, maybe } from '../adapter/wire-parts.ts';
import { invalidResponseError, providerError } from '../http/provider-error.ts';

/*
 * eSIM Access, wholesale travel eSIMs, for the owner of an access code. From its official documents of 2026-11 (high
 * confidence); nothing was called live. Bytes; times have a zone without a colon; figures are 2 to 3 hours late. ICCIDs
 * are used again: `esimTranNo` stands for the eSIM. Which error codes mean a wrong access code is not known; only a text
 * that names it is taken for that. Nothing under /esim/topup is ever called: it spends.
 */

const text = maybe(v.string());

const envelope = v.object({
  success: v.pipe(v.union([v.boolean(), v.picklist(['true', 'false'])]), v.transform(String)),
  errorMsg: text,
  obj: v.nullish(v.unknown()),
});
const esim = v.object({
  esimTranNo: id,
  esimStatus: v.fallback(v.string(), ''),
  shortUrl: text,
  expiredTime: maybe(instant),
  totalVolume: maybe(bytes),
  orderUsage: maybe(bytes),
  packageList: v.fallback(v.array(v.object({ packageName: text })), []),
});
const esims = v.object({ esimList: v.nullable(v.array(esim), []) });
const usage = v.object({
  esimTranNo: id,
  dataUsage: maybe(bytes),
  totalData: maybe(bytes),
  lastUpdateTime: maybe(instant),
});
const usages = v.object({ esimUsageList: v.nullable(v.array(usage), []) });
type Esim = v.InferOutput<typeof esim>;

/** All others are in use. */
const states = new Map<string, { planState?: PlanState; cardState?: CardState }>([
  ['GOT_RESOURCE', { planState: 'queued' }],
  ['USED_EXPIRED', { planState: 'expired' }],
  ['UNUSED_EXPIRED', { planState: 'expired' }],
  ['CANCEL', { planState: 'expired', cardState: 'expired' }],
  ['REVOKED', { planState: 'expired', cardState: 'expired' }],
  ['SUSPENDED', { cardState: 'suspended' }],
]);
const isOver = ({ esimStatus }: Esim) => states.get(esimStatus)?.planState === 'expired';

/** `late`: the newer figures of this eSIM, where there are any. */
function toCard(told: Esim, late: v.InferOutput<typeof usage> | undefined, seller: Seller, now: number): Card {
  const { esimTranNo, esimStatus, shortUrl, expiredTime, packageList } = told;
  const total = late?.totalData || told.totalVolume;
  const used = late?.dataUsage ?? told.orderUsage;
  return buildCard({
    key: esimTranNo,
    title: packageList[0]?.packageName || seller.name,
    number: masked(seller.endpoints.iccid ?? ''),
    balance: esimStatus === 'USED_UP' ? balanceFromRemaining(total, 0) : balanceFromUsed(total, used),
    measuredAt: late?.lastUpdateTime ?? now,
    expiresAt: expiredTime,
    link:
      shortUrl && isAllowedCheckoutUrl(shortUrl, seller.checkoutOrigins)
        ? { kind: 'page', url: shortUrl, cost: null }
        : null,
    ...states.get(esimStatus),
  });
}

/** Errors come with status 200 too. */
function objOf(body: unknown): unknown {
  const { success, errorMsg, obj } = v.parse(envelope, body);
  if (success === 'true') return obj;
  throw /access[ _-]?code/i.test(errorMsg ?? '')
    ? providerError(401)
    : invalidResponseError('The seller did not do what was asked');
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
    const ask = (path: string, wish: unknown) => client.postJson(`${seller.origin}/api/v1/open/esim/${path}`, wish);
    const found = await ask('query', { iccid: seller.endpoints.iccid, pager: { pageNum: 1, pageSize: 20 } });
    const { esimList } = v.parse(esims, objOf(found.body));
    if (esimList.length === 0) throw providerError(410);
    // Those that are over stand for earlier owners of the same ICCID while another lasts.
    const lasting = esimList.filter((told) => !isOver(told));
    const shown = lasting.length > 0 ? lasting : esimList;
    // At most ten at once. Where it refuses, the figures are only a little older.
    const esimTranNoList = shown.slice(0, 10).map(({ esimTranNo }) => esimTranNo);
    const response = await ask('usage/query', { esimTranNoList });
    const { success, obj } = v.parse(envelope, response.body);
    const newer = success === 'true' ? v.parse(usages, obj).esimUsageList : [];
    const lateOf = (told: Esim) => newer.find(({ esimTranNo }) => esimTranNo === told.esimTranNo);
    const now = sourceClock(response);
    return toUsageSnapshot(
      response,
      shown.map((told) => toCard(told, lateOf(told), seller, now)),
    );
  },
} satisfies Provider;
