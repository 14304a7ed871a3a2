import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import type { Client, HttpResponse, Provider } from '../adapter/provider.ts';
import { digits, maybe, shortText } from '../adapter/wire-parts.ts';
import { invalidResponseError, isProviderError, providerError } from '../http/provider-error.ts';
import { byteUnit, hotspotForm, requestHotspot, resetDay, toHotspotSnapshot } from './hotspot.ts';

/*
 * Huawei hotspots and sticks (HiLink), with any SIM. The usage is what the hotspot counted this month, not what the
 * network bills. Source: the code of a large public library and answers recorded with it, as of 2026-11; well known.
 * Never tried against a real device. Amounts are bytes, MB and GB are of 1024. Errors come with HTTP 200.
 */

/** Only characters that a header may hold. */
const session = v.object({ TokInfo: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,500}$/)) });
const monthStatistics = v.object({ CurrentMonthDownload: digits, CurrentMonthUpload: digits });
/** "200GB", in bytes. */
const amount = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}(\.\d{1,6})?\s*[KMGT]B$/i),
  v.transform((text) => Number.parseFloat(text) * byteUnit ** ' KMGT'.indexOf(text.at(-2)?.toUpperCase() ?? '')),
);
const startDate = v.object({
  StartDay: resetDay,
  DataLimit: maybe(amount),
  /** "0" when the limit is switched off. */
  SetMonthData: v.optional(v.string()),
});
const network = v.object({ FullName: v.fallback(shortText, '') });

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

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
const lostSession = ['125001', '125002', '125003'];
/** A session that is lost again on the second try needs a sign-in by the user, on the hotspot's page. */
const statuses = new Map([['100003', 401], ['100004', 503], ...lostSession.map((code) => [code, 401] as const)]);

/** Throws for an error response; the error's `body` is the HiLink code. */
function requireSuccess(response: HilinkResponse): HilinkResponse {
  const { root, tags } = response;
  if (root === 'response') return response;
  const status = statuses.get(tags.code ?? '');
  throw status === undefined ? invalidResponseError('A HiLink error') : providerError(status, tags.code);
}

function toSnapshot(
  month: HilinkResponse,
  start: HilinkResponse,
  plmn: HilinkResponse | null,
  seller: Seller,
): UsageSnapshot {
  const { CurrentMonthDownload, CurrentMonthUpload } = v.parse(monthStatistics, month.tags);
  const { StartDay: day, DataLimit, SetMonthData } = v.parse(startDate, start.tags);
  const limitBytes = SetMonthData === '0' ? null : DataLimit;
  const usedBytes = CurrentMonthDownload + CurrentMonthUpload;
  const { FullName } = v.parse(network, plmn?.tags ?? {});
  return toHotspotSnapshot(month.response, { network: FullName, limitBytes, usedBytes, day }, seller);
}

async function get(client: Client, url: string, headers?: Record<string, string>): Promise<HilinkResponse> {
  return parseHilink(await requestHotspot(client, url, headers));
}

/** The headers of a new session. Old sticks have no sessions and need no token. */
async function openSession(client: Client, origin: string): Promise<Record<string, string>> {
  const response = await get(client, `${origin}/api/webserver/SesTokInfo`);
  if (response.root === 'error' && response.tags.code === notSupported) return {};
  return { __RequestVerificationToken: v.parse(session, requireSuccess(response).tags).TokInfo };
}

/** One request after another, as they share a session. A failure to read the network's name is ignored. */
async function readSnapshot(client: Client, seller: Seller): Promise<UsageSnapshot> {
  const token = await openSession(client, seller.origin);
  const request = async (path: string) => requireSuccess(await get(client, `${seller.origin}/api/${path}`, token));
  const month = await request('monitoring/month_statistics');
  const start = await request('monitoring/start_date');
  const plmn = await request('net/current-plmn').catch(() => null);
  return toSnapshot(month, start, plmn, seller);
}

export const huaweiHilink = {
  id: 'huawei-hilink',
  isLocalNetwork: true,
  sendsCookies: true,
  form: hotspotForm({
    textKey: 'huaweiHilink',
    aliases: ['Huawei', 'HiLink', 'Mobile WiFi', 'MiFi', 'E3372', 'E5577', 'E5576', 'E5788', 'B311', 'B535', 'B818'],
    preset: 'http://192.168.8.1',
  }),
  readCards: async (client, seller) => {
    try {
      return await readSnapshot(client, seller);
    } catch (error) {
      if (!isProviderError(error) || !lostSession.some((code) => code === error.body)) throw error;
    }
    // Some routers set the cookie of the session only with their page.
    await client.get(`${seller.origin}/`).catch(() => undefined);
    return readSnapshot(client, seller);
  },
} satisfies Provider;
