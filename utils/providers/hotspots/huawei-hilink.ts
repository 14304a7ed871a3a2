import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import { parseDate } from '../../core/forms/parse-input.ts';
import { huaweiOrigin } from '../../core/sellers/usual-hotspots.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import type { Client, HttpResponse, Provider } from '../adapter/provider.ts';
import { accessToken, digits, maybe, shortText } from '../adapter/wire-parts.ts';
import { invalidResponseError, isProviderError, providerError } from '../http/provider-error.ts';
import {
  byteUnit,
  type HotspotCounter,
  hotspotForm,
  requestHotspot,
  requestIfKnown,
  resetDay,
  toHotspotSnapshot,
} from './hotspot.ts';

/*
 * Huawei hotspots and sticks (HiLink), with any SIM. The usage is what the hotspot counted this month, not what the
 * network bills. Source: the code of a large public library and answers recorded with it, as of 2026-11; well known.
 * Never tried against a real device. Amounts are bytes, MB and GB are of 1024. Errors come with HTTP 200. The session
 * is a cookie, which the hotspot sets with its token, with its page alone, or not at all: then it is `SesInfo`.
 */

/** The session as a cookie; some leave out its name. */
const sessionCookie = v.pipe(
  v.string(),
  v.regex(/^(SessionID=)?[\w+/=.~-]{1,500}$/),
  v.transform((text) => (text.startsWith('SessionID=') ? text : `SessionID=${text}`)),
);
const session = v.object({ TokInfo: accessToken, SesInfo: maybe(sessionCookie) });
/** "2021-4-2", the beginning of that day here. */
const localDay = v.pipe(
  v.string(),
  v.transform((text) => parseDate(text.replace(/-(?=\d(-|$))/g, '-0'))),
);
const monthStatistics = v.object({
  CurrentMonthDownload: digits,
  CurrentMonthUpload: digits,
  /** When the counters were cleared, by the user or by the month: it does not say which. */
  MonthLastClearTime: maybe(localDay),
});
/** "200GB", in bytes. */
const amount = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}(\.\d{1,6})?\s*[KMGT]B$/i),
  v.transform((text) => Number.parseFloat(text) * byteUnit ** ' KMGT'.indexOf(text.at(-2)?.toUpperCase() ?? '')),
);
const startDate = v.object({
  StartDay: resetDay,
  DataLimit: maybe(amount),
  /** The same in bytes, where it is reported. */
  trafficmaxlimit: maybe(digits),
  /** "0" when the limit is switched off. */
  SetMonthData: v.optional(v.string()),
});
const network = v.object({ FullName: v.fallback(shortText, '') });

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

type RequestHeaders = Record<string, string>;
type HilinkResponse = { response: HttpResponse; root: string; tags: Record<string, string> };

/** All responses are flat: a root element, and in it elements that hold text only. */
function parseHilink(response: HttpResponse): HilinkResponse {
  const [head = '', root] = /^\s*(?:<\?xml[^>]*>)?\s*<(response|error)>/.exec(response.text) ?? [];
  const text = response.text.trimEnd();
  if (root === undefined || !text.endsWith(`</${root}>`)) throw invalidResponseError('Not a HiLink response');
  const elements = [...text.slice(head.length).matchAll(/<([\w.-]+)>([^<]*)<\/\1>/g)];
  const tags = elements.map(([, name = '', value = '']) => [name, decodeEntities(value.trim())]);
  return { response, root, tags: Object.fromEntries(tags) };
}

function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? '');
}

const notSupported = '100002';
/** Where no limit can be read: the counters come before it. */
const noLimit = [notSupported, '100006'];
/** Its limit alone may want a sign-in, the counters not. */
const signInNeeded = '100003';
const lostSession = ['125001', '125002', '125003'];
/** A session that is lost in every way of sending it needs a sign-in by the user, on the hotspot's page. */
const statuses = new Map([[signInNeeded, 401], ['100004', 503], ...lostSession.map((code) => [code, 401] as const)]);

/** Throws for an error response; the error's `body` is the HiLink code. */
function requireSuccess(response: HilinkResponse): HilinkResponse {
  const { root, tags } = response;
  if (root === 'response') return response;
  const status = statuses.get(tags.code ?? '');
  throw status === undefined ? invalidResponseError('A HiLink error') : providerError(status, tags.code);
}

function toSnapshot(
  month: HilinkResponse,
  start: HilinkResponse | null,
  plmn: HilinkResponse | null,
  seller: Seller,
  known: Pick<HotspotCounter, 'limitBytes' | 'period'> | null,
): UsageSnapshot {
  const counters = v.parse(monthStatistics, month.tags);
  const { StartDay, DataLimit, trafficmaxlimit, SetMonthData } = v.parse(startDate, start?.tags ?? {});
  const { FullName } = v.parse(network, plmn?.tags ?? {});
  const limit = { limitBytes: SetMonthData === '0' ? null : (DataLimit ?? trafficmaxlimit), day: StartDay };
  const counter = {
    network: FullName,
    usedBytes: counters.CurrentMonthDownload + counters.CurrentMonthUpload,
    ...limit,
    ...known,
    clearedAt: counters.MonthLastClearTime,
  };
  return toHotspotSnapshot(month.response, counter, seller);
}

/**
 * The limit that was read while the user was signed in on the hotspot's page still holds, and the month in which that
 * was. When the next one ends is not known.
 */
function limitOf(previous: UsageSnapshot | null, now: number): Pick<HotspotCounter, 'limitBytes' | 'period'> | null {
  const [plan] = previous?.cards[0]?.plans ?? [];
  const [module] = plan?.modules ?? [];
  if (!plan || module?.balance.kind !== 'known') return null;
  const { expiresAt } = module;
  const period = { startsAt: plan.startsAt, endsAt: expiresAt };
  const isOver = expiresAt === null || expiresAt <= now;
  return { limitBytes: module.balance.quotaBytes, period: isOver ? { startsAt: expiresAt, endsAt: null } : period };
}

async function get(client: Client, url: string, headers?: RequestHeaders): Promise<HilinkResponse> {
  return parseHilink(await requestHotspot(client, url, headers));
}

/** Null: the hotspot does not know this address, or answers with one of these errors. */
async function getIfKnown(
  client: Client,
  url: string,
  headers: RequestHeaders = {},
  unknown: readonly string[] = [notSupported],
): Promise<HilinkResponse | null> {
  const answer = await requestIfKnown(client, url, headers);
  const response = answer && parseHilink(answer);
  const isUnknown = response?.root === 'error' && unknown.includes(response.tags.code ?? '');
  return response === null || isUnknown ? null : requireSuccess(response);
}

/** The headers of a new session. Older hotspots have another address for the token, and the oldest need none. */
async function openSession(client: Client, origin: string, sendsCookie: boolean): Promise<RequestHeaders> {
  const path = `${origin}/api/webserver`;
  const opened = (await getIfKnown(client, `${path}/SesTokInfo`)) ?? (await getIfKnown(client, `${path}/token`));
  if (opened === null) return {};
  const { TokInfo, SesInfo } = v.parse(session, { TokInfo: opened.tags.token, ...opened.tags });
  return { __RequestVerificationToken: TokInfo, ...(sendsCookie && SesInfo !== null ? { cookie: SesInfo } : {}) };
}

/** One request after another, as they share a session. A failure to read the network's name is ignored. */
async function readSnapshot(
  client: Client,
  seller: Seller,
  previous: UsageSnapshot | null,
  { sendsCookie = false } = {},
): Promise<UsageSnapshot> {
  const headers = await openSession(client, seller.origin, sendsCookie);
  const addressOf = (path: string) => `${seller.origin}/api/${path}`;
  const month = requireSuccess(await get(client, addressOf('monitoring/month_statistics'), headers));
  let known: ReturnType<typeof limitOf> = null;
  const start = await getIfKnown(client, addressOf('monitoring/start_date'), headers, noLimit).catch((error) => {
    if (!isProviderError(error) || error.body !== signInNeeded) throw error;
    known = limitOf(previous, month.response.receivedAt);
    return null;
  });
  const plmn = await getIfKnown(client, addressOf('net/current-plmn'), headers).catch(() => null);
  return toSnapshot(month, start, plmn, seller, known);
}

/** For `catch`: tries another way to send the session where it was lost. */
const ifSessionLost = (retry: () => Promise<UsageSnapshot>) => (error: unknown) => {
  if (!isProviderError(error) || !lostSession.some((code) => code === error.body)) throw error;
  return retry();
};

export const huaweiHilink = {
  id: 'huawei-hilink',
  isLocalNetwork: true,
  sendsCookies: true,
  form: hotspotForm({
    textKey: 'huaweiHilink',
    aliases: ['Huawei', 'HiLink', 'Mobile WiFi', 'MiFi', 'E3372', 'E5577', 'E5576', 'E5788', 'B311', 'B535', 'B818'],
    preset: huaweiOrigin,
  }),
  readCards: (client, seller, previous: UsageSnapshot | null = null) => {
    const readAfterPage = async () => {
      await client.get(`${seller.origin}/`).catch(() => undefined);
      return readSnapshot(client, seller, previous);
    };
    return readSnapshot(client, seller, previous)
      .catch(ifSessionLost(readAfterPage))
      .catch(ifSessionLost(() => readSnapshot(client, seller, previous, { sendsCookie: true })));
  },
} satisfies Provider;
