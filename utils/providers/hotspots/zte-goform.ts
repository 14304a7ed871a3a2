import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import { zteOrigin } from '../../core/sellers/usual-hotspots.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import type { Client, HttpResponse, Provider } from '../adapter/provider.ts';
import { digits, shortText } from '../adapter/wire-parts.ts';
import { invalidResponseError, isProviderError, notOnNetworkError, providerError } from '../http/provider-error.ts';
import { byteUnit, hotspotForm, requestHotspot, resetDay, toHotspotSnapshot } from './hotspot.ts';

/*
 * ZTE hotspots (goform), with any SIM. The usage is what the hotspot counted this month, not what the network bills.
 * Source: several independent public clients, as of 2026-11; fairly well known. Never tried against a real device. All
 * values are texts: counters are bytes, "470_1024" is 470 · 1024 MB of 1024 · 1024 bytes. Some firmware prefixes its
 * names with `flux_`. Unknown names come back empty, so one request asks for both spellings. Sticks and the MF models
 * answer anyone; the MC and MU models tell their counters only to the session of their page, a cookie (`stok`,
 * `zsidn`) that is over after some 200 s without a request. The newest (G5 and later, `/ubus/`) know no goform.
 */

const text = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.trim());
const counter = v.nullish(text);
const optionalText = v.fallback(text, '');
const name = v.fallback(shortText, '');
const status = v.object({
  monthly_rx_bytes: counter,
  monthly_tx_bytes: counter,
  flux_monthly_rx_bytes: counter,
  flux_monthly_tx_bytes: counter,
  data_volume_limit_switch: optionalText,
  data_volume_limit_unit: optionalText,
  data_volume_limit_size: optionalText,
  flux_data_volume_limit_switch: optionalText,
  flux_data_volume_limit_unit: optionalText,
  flux_data_volume_limit_size: optionalText,
  traffic_clear_date: optionalText,
  flux_clear_date: optionalText,
  wan_auto_clear_flow_data_switch: optionalText,
  flux_auto_clear_flow_data_switch: optionalText,
  network_provider: name,
  network_provider_fullname: name,
});
const query = `isTest=false&multi_data=1&cmd=${Object.keys(status.entries).join(',')}`;

/** The answer to a request with another page's `Referer`, as far as is known. */
const refusal = v.object({ result: v.literal('failure') });
const sessionOver = v.union([
  v.object({ result: v.pipe(v.string(), v.regex(/session|unauth|^fail$/i)) }),
  v.object({ status: v.literal('fail') }),
]);
/** Told to anyone, with or without a session. */
const version = v.object({ wa_inner_version: v.string() });

type Status = v.InferOutput<typeof status>;

/** Received plus sent, which some firmware swaps. NaN if one of the two is invalid. */
function usedBytesOf(values: Status): number {
  const counters = [
    values.monthly_rx_bytes,
    values.monthly_tx_bytes,
    values.flux_monthly_rx_bytes,
    values.flux_monthly_tx_bytes,
  ];
  if (counters.every((counter) => (counter ?? null) === null)) throw invalidResponseError('Not a goform response');
  // Without a session they are, whatever else is told.
  if (counters.every((counter) => !counter)) throw providerError(401);
  const [rx, tx, fluxRx, fluxTx] = counters;
  return v.parse(validCounter, rx || fluxRx) + v.parse(validCounter, tx || fluxTx);
}

const validCounter = v.fallback(digits, Number.NaN);

/** Null if no limit is set, or if it is a limit of hours. */
function limitBytesOf(values: Status): number | null {
  const isOn = (values.data_volume_limit_switch || values.flux_data_volume_limit_switch) === '1';
  const unit = values.data_volume_limit_unit || values.flux_data_volume_limit_unit;
  const size = values.data_volume_limit_size || values.flux_data_volume_limit_size;
  const [, amount, factor] = /^(\d{1,9}(?:\.\d{1,6})?)_(\d{1,9})$/.exec(size) ?? [];
  if (!isOn || unit === 'time' || amount === undefined) return null;
  return Math.round(Number(amount) * Number(factor) * byteUnit ** 2);
}

/** Null if the user has switched off that the counters restart each month. */
function resetDayOf(values: Status): number | null {
  const autoClear = values.wan_auto_clear_flow_data_switch || values.flux_auto_clear_flow_data_switch;
  if (/^(off|0)$/i.test(autoClear)) return null;
  return v.parse(resetDay, values.traffic_clear_date || values.flux_clear_date);
}

function toSnapshot(response: HttpResponse, seller: Seller): UsageSnapshot {
  if (v.is(refusal, response.body)) throw providerError(403);
  if (v.is(sessionOver, response.body)) throw providerError(401);
  const values = v.parse(status, response.body);
  const usedBytes = usedBytesOf(values);
  const network = values.network_provider || values.network_provider_fullname;
  const counter = { network, limitBytes: limitBytesOf(values), usedBytes, day: resetDayOf(values) };
  return toHotspotSnapshot(response, counter, seller);
}

/** All requests come from its page. */
const pageHeaders = (origin: string) => ({ referer: `${origin}/index.html` });
const addressOf = (origin: string, query: string) => `${origin}/goform/goform_get_cmd_process?${query}`;

/**
 * For a page in place of data. If it is the hotspot's the session is over: the hotspot still tells its version, or
 * has no such address as the last one here. A network's portal and other devices send their page for every address.
 */
async function pageError(client: Client, origin: string): Promise<Error> {
  const headers = pageHeaders(origin);
  const told = await client.get(addressOf(origin, 'isTest=false&cmd=wa_inner_version'), headers).catch(() => null);
  if (v.is(version, told?.body)) return providerError(401);
  const error: unknown = await client.get(`${origin}/goform/none`, headers).catch((thrown: unknown) => thrown);
  return isProviderError(error) && error.status === 404 ? providerError(401) : notOnNetworkError();
}

export const zteGoform = {
  id: 'zte-goform',
  isLocalNetwork: true,
  sendsCookies: true,
  form: hotspotForm({
    textKey: 'zteGoform',
    aliases: [
      'ZTE',
      'Mobile Hotspot',
      'MiFi',
      'MF79U',
      'MF833',
      'MF910',
      'MF920',
      'MF971',
      'MC801A',
      'MC888',
      'MU5001',
    ],
    preset: zteOrigin,
  }),
  readCards: async (client, seller) => {
    const { origin } = seller;
    const onPage = () => pageError(client, origin);
    return toSnapshot(await requestHotspot(client, addressOf(origin, query), pageHeaders(origin), onPage), seller);
  },
} satisfies Provider;
