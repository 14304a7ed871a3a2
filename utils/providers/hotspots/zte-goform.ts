import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import type { HttpResponse, Provider } from '../adapter/provider.ts';
import { digits } from '../adapter/wire-parts.ts';
import { invalidResponseError, providerError } from '../http/provider-error.ts';
import { byteUnit, hotspotForm, requestHotspot, resetDay, toHotspotSnapshot } from './hotspot.ts';

/*
 * ZTE hotspots (goform), with any SIM: what the hotspot itself counted this month, not what the network bills. From
 * several independent public clients, as of 2026-11: fairly well known. Nothing was called live. All values are texts:
 * counters are bytes, "470_1024" is 470 · 1024 MB of 1024 · 1024 bytes. Some firmware has `flux_` before its names. A
 * name it does not know comes back empty, so one question asks for both.
 */

const text = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.trim());
const counter = v.nullish(text);
const word = v.fallback(text, '');
const status = v.object({
  monthly_rx_bytes: counter,
  monthly_tx_bytes: counter,
  flux_monthly_rx_bytes: counter,
  flux_monthly_tx_bytes: counter,
  data_volume_limit_switch: word,
  data_volume_limit_unit: word,
  data_volume_limit_size: word,
  flux_data_volume_limit_switch: word,
  flux_data_volume_limit_unit: word,
  flux_data_volume_limit_size: word,
  traffic_clear_date: word,
  flux_clear_date: word,
  network_provider: word,
  network_provider_fullname: word,
});
const question = `isTest=false&multi_data=1&cmd=${Object.keys(status.entries).join(',')}`;

/** What it says to whoever does not ask from its own page, as far as it can tell. */
const refusal = v.object({ result: v.literal('failure') });

type Status = v.InferOutput<typeof status>;

/** Received and sent, which some firmware has the wrong way round. NaN: one of the two makes no sense. */
function usedBytesOf(told: Status): number {
  const counters = [
    told.monthly_rx_bytes,
    told.monthly_tx_bytes,
    told.flux_monthly_rx_bytes,
    told.flux_monthly_tx_bytes,
  ];
  if (counters.every((counter) => (counter ?? null) === null)) throw invalidResponseError('Not an answer of goform');
  // Before the sign-in all values are empty.
  if (counters.every((counter) => !counter)) throw providerError(401);
  const [rx, tx, fluxRx, fluxTx] = counters;
  return v.parse(counted, rx || fluxRx) + v.parse(counted, tx || fluxTx);
}

const counted = v.fallback(digits, Number.NaN);

/** Null: none is set, or it is one of hours. */
function limitBytesOf(told: Status): number | null {
  const isOn = (told.data_volume_limit_switch || told.flux_data_volume_limit_switch) === '1';
  const unit = told.data_volume_limit_unit || told.flux_data_volume_limit_unit;
  const size = told.data_volume_limit_size || told.flux_data_volume_limit_size;
  const [, figure, factor] = /^(\d{1,9}(?:\.\d{1,6})?)_(\d{1,9})$/.exec(size) ?? [];
  if (!isOn || unit === 'time' || figure === undefined) return null;
  return Math.round(Number(figure) * Number(factor) * byteUnit ** 2);
}

function toReading(response: HttpResponse, seller: Seller): UsageSnapshot {
  if (v.is(refusal, response.body)) throw providerError(403);
  const told = v.parse(status, response.body);
  const usedBytes = usedBytesOf(told);
  const network = told.network_provider || told.network_provider_fullname;
  const day = v.parse(resetDay, told.traffic_clear_date || told.flux_clear_date);
  return toHotspotSnapshot(response, { network, limitBytes: limitBytesOf(told), usedBytes, day }, seller);
}

export const zteGoform = {
  id: 'zte-goform',
  isLocalNetwork: true,
  referer: ({ origin }) => `${origin}/index.html`,
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
    preset: 'http://192.168.0.1',
  }),
  readCards: async (client, seller) => {
    const response = await requestHotspot(client, `${seller.origin}/goform/goform_get_cmd_process?${question}`);
    return toReading(response, seller);
  },
} satisfies Provider;
