import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import type { UsageSnapshot } from '../../../../utils/core/usage/usage-snapshot.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { huaweiHilink } from '../../../../utils/providers/hotspots/huawei-hilink.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';
import { grantedClient } from '../../support/clients.ts';
import { recordedResponse } from '../recorded-http.ts';

/* A HiLink hotspot of recorded answers, without a network. */

export const gib = 2 ** 30;
export const receivedAt = new Date(2027, 1, 15, 12).getTime();
export const paths = {
  token: '/api/webserver/SesTokInfo',
  month: '/api/monitoring/month_statistics',
  start: '/api/monitoring/start_date',
  name: '/api/net/current-plmn',
};
export const olderToken = '/api/webserver/token';
const usedBytes = 10_179_248_566 + 350_146_232;
export const recorded: Record<string, string> = {
  [paths.token]: '<response><SesInfo>SessionID=a</SesInfo><TokInfo>t+/=1</TokInfo></response>',
  [paths.month]:
    '<response><CurrentMonthDownload>10179248566</CurrentMonthDownload><CurrentMonthUpload>350146232</CurrentMonthUpload><MonthDuration>175201</MonthDuration><MonthLastClearTime>2019-10-29</MonthLastClearTime></response>',
  [paths.start]:
    '<response><StartDay>1</StartDay><DataLimit>200GB</DataLimit><MonthThreshold>90</MonthThreshold><SetMonthData>1</SetMonthData></response>',
  [paths.name]: '<response><State>0</State><FullName>Tele &amp; &quot;Vinter&quot;</FullName><Rat>7</Rat></response>',
};

type Call = { path: string; token: string | undefined; cookie?: string };

/** Answers by path; of a list the answers in turn, then the last one again and again. */
export function hilinkHotspot(changes: Record<string, string | Error | (string | Error)[]> = {}) {
  const calls: Call[] = [];
  const answers: Record<string, string | Error | (string | Error)[]> = { ...recorded, ...changes };
  const get: Client['get'] = async (url, headers) => {
    const path = url.replace('http://192.168.8.1', '');
    const { __RequestVerificationToken: token, cookie } = headers ?? {};
    calls.push({ path, token, ...(cookie === undefined ? {} : { cookie }) });
    const found = answers[path] ?? providerError(404);
    const text = Array.isArray(found) ? ((found.length > 1 ? found.shift() : found[0]) ?? '') : found;
    if (text instanceof Error) throw text;
    const date = 'Thu, 01 Jan 1970 00:01:00 GMT';
    return recordedResponse(text, { headers: new Headers({ date }), receivedAt });
  };
  const client: Client = { ...grantedClient(), get };
  return { calls, client };
}

export function openedSeller(entries: Record<string, string> = {}) {
  const base = defaultSeller('huawei-hilink', 'Huawei hotspot');
  return huaweiHilink.form.toConnection(base, { address: '192.168.8.1', ...entries }).seller;
}

export async function readHilink(changes = {}, entries = {}, previous: UsageSnapshot | null = null) {
  const { client, calls } = hilinkHotspot(changes);
  const snapshot = await huaweiHilink.readCards(client, openedSeller(entries), previous);
  return { snapshot, calls, card: snapshot.cards[0], plan: snapshot.cards[0]?.plans[0] };
}

export const error = (code: number | string) =>
  `<?xml version="1.0"?>\n<error>\n<code>${code}</code>\n<message/>\n</error>\n`;
export const startDate = (tags: string) => ({ [paths.start]: `<response>${tags}</response>` });
export const known = (quotaBytes: number) => {
  const remainingBytes = Math.max(0, Math.floor(quotaBytes) - usedBytes);
  return { kind: 'known', quotaBytes: Math.floor(quotaBytes), remainingBytes, reservedBytes: 0 };
};

/** The kind of failure that is shown. */
export async function failureOf(client: Client): Promise<string> {
  const failed = await huaweiHilink.readCards(client, openedSeller()).catch((thrown: unknown) => thrown);
  return toFailure(failed, receivedAt, true, true).kind;
}
