import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import type { Client, HttpResponse, Provider } from '../adapter/provider.ts';
import { digits, maybe } from '../adapter/wire-parts.ts';
import { invalidResponseError, isProviderError, providerError } from '../http/provider-error.ts';
import { byteUnit, hotspotForm, requestHotspot, resetDay, toHotspotSnapshot } from './hotspot.ts';

/*
 * Huawei hotspots and sticks (HiLink), with any SIM: what the hotspot itself counted this month, not what the network
 * bills. From the code of a large public library and answers recorded with it, as of 2026-11: well known. Nothing was
 * called live. Amounts are bytes, its MB and GB are of 1024. Errors come with HTTP 200.
 */

/** It goes into a header. */
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
  /** "0": the limit is switched off. */
  SetMonthData: v.optional(v.string()),
});
const network = v.object({ FullName: v.fallback(v.pipe(v.string(), v.maxLength(100)), '') });

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

type Told = { response: HttpResponse; root: string; tags: Record<string, string> };

/** All its answers are flat: a root, and in it tags that hold text alone. */
function toldBy(response: HttpResponse): Told {
  const [head = '', root] = /^\s*(?:<\?xml[^>]*>)?\s*<(response|error)>/.exec(response.text) ?? [];
  const text = response.text.trimEnd();
  if (root === undefined || !text.endsWith(`</${root}>`)) throw invalidResponseError('Not an answer of HiLink');
  const found = [...text.slice(head.length).matchAll(/<([\w.-]+)>([^<]*)<\/\1>/g)];
  const tags = found.map(([, name = '', value = '']) => [name, decoded(value.trim())]);
  return { response, root, tags: Object.fromEntries(tags) };
}

function decoded(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? '');
}

const notSupported = '100002';
const lostSession = ['125001', '125002', '125003'];
/** After a second try a lost session is one the person has to begin, on the hotspot's page. */
const statuses = new Map([['100003', 401], ['100004', 503], ...lostSession.map((code) => [code, 401] as const)]);

/** `body` of an error is the code. */
function good(told: Told): Told {
  const { root, tags } = told;
  if (root === 'response') return told;
  const status = statuses.get(tags.code ?? '');
  throw status === undefined ? invalidResponseError('An error of HiLink') : providerError(status, tags.code);
}

function toReading(month: Told, start: Told, plmn: Told | null, seller: Seller): UsageSnapshot {
  const { CurrentMonthDownload, CurrentMonthUpload } = v.parse(monthStatistics, month.tags);
  const { StartDay: day, DataLimit, SetMonthData } = v.parse(startDate, start.tags);
  const limitBytes = SetMonthData === '0' ? null : DataLimit;
  const usedBytes = CurrentMonthDownload + CurrentMonthUpload;
  const { FullName } = v.parse(network, plmn?.tags ?? {});
  return toHotspotSnapshot(month.response, { network: FullName, limitBytes, usedBytes, day }, seller);
}

async function get(client: Client, url: string, headers?: Record<string, string>): Promise<Told> {
  return toldBy(await requestHotspot(client, url, headers));
}

/** Old sticks have no sessions and need no token. */
async function openSession(client: Client, origin: string): Promise<Record<string, string>> {
  const told = await get(client, `${origin}/api/webserver/SesTokInfo`);
  if (told.root === 'error' && told.tags.code === notSupported) return {};
  return { __RequestVerificationToken: v.parse(session, good(told).tags).TokInfo };
}

/** In a session, one after the other; no figure is lost for want of the network's name. */
async function look(client: Client, seller: Seller): Promise<UsageSnapshot> {
  const token = await openSession(client, seller.origin);
  const ask = async (path: string) => good(await get(client, `${seller.origin}/api/${path}`, token));
  const month = await ask('monitoring/month_statistics');
  const start = await ask('monitoring/start_date');
  const plmn = await ask('net/current-plmn').catch(() => null);
  return toReading(month, start, plmn, seller);
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
      return await look(client, seller);
    } catch (error) {
      if (!isProviderError(error) || !lostSession.some((code) => code === error.body)) throw error;
    }
    // Some routers give their session's cookie with the page alone.
    await client.get(`${seller.origin}/`).catch(() => undefined);
    return look(client, seller);
  },
} satisfies Provider;
