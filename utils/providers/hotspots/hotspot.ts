import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import type { FieldDefinition, FormValues } from '../../core/forms/form-field.ts';
import { parseBytes, parseHotspotOrigin } from '../../core/forms/parse-input.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import { billingMonth } from '../../core/values/time.ts';
import type { Client, Form, HttpResponse } from '../adapter/provider.ts';
import { balanceFromUsed, buildCard, toUsageSnapshot } from '../adapter/to-snapshot.ts';
import { digits } from '../adapter/wire-parts.ts';
import { isHtml, mapStatus, notOnNetworkError } from '../http/provider-error.ts';

/* Hotspots, with any SIM. The usage is what the hotspot counted this month, not what the network bills. */

export const byteUnit = 1024;

/** The day of the month on which the counters restart; the first if none is reported. */
export const resetDay = v.fallback(v.pipe(digits, v.minValue(1), v.maxValue(31)), 1);

type HotspotFormOptions = Pick<Form, 'textKey' | 'aliases'> & { preset: string };

/** Fields: the address, and the quota for a hotspot that has no limit set. */
export function hotspotForm({ textKey, aliases, preset }: HotspotFormOptions) {
  const fields: FieldDefinition[] = [
    { name: 'address', textKey: 'address', kind: 'hotspot', preset },
    { name: 'quota', textKey: 'quota', kind: 'amount', isOptional: true },
  ];
  const toConnection = (base: Seller, { address = '', quota }: FormValues) => {
    const origin = parseHotspotOrigin(address) ?? '';
    const endpoints: Record<string, string> = quota === undefined ? {} : { quota };
    const common = { byteUnit, dataDelayMs: 0, meteredBy: 'hotspot' } as const;
    const seller = { ...base, ...common, checkoutOrigins: [], origin, accountUrl: `${origin}/`, endpoints };
    return { seller, secret: null };
  };
  return {
    textKey,
    aliases,
    isForKeyOwners: false,
    fields,
    origins: [],
    tokenPage: null,
    toConnection,
  } satisfies Form;
}

/** Hotspots report their own errors with status 200 and as data: a 4xx or a web page comes from another device. */
export async function requestHotspot(
  client: Client,
  url: string,
  headers: Record<string, string> = {},
): Promise<HttpResponse> {
  const response = await client.get(url, headers).catch(mapToNotOnNetwork);
  if (isHtml(response.text)) throw notOnNetworkError();
  return response;
}

const mapToNotOnNetwork = mapStatus((status) => status >= 400 && status < 500, notOnNetworkError);

/** `limitBytes`: 0 and null mean no limit. `usedBytes`: NaN is unknown. `day`: see `resetDay`. */
type HotspotCounter = { network: string; limitBytes: number | null; usedBytes: number; day: number };

export function toHotspotSnapshot(
  response: HttpResponse,
  counter: HotspotCounter,
  { endpoints, name }: Seller,
): UsageSnapshot {
  const quotaBytes = counter.limitBytes || parseBytes(endpoints.quota ?? '', byteUnit);
  const { startsAt, endsAt } = billingMonth(counter.day, response.receivedAt);
  const card = buildCard({
    key: 'hotspot',
    title: counter.network || name,
    balance: balanceFromUsed(quotaBytes, counter.usedBytes),
    measuredAt: response.receivedAt,
    startsAt,
    expiresAt: endsAt,
    refreshPeriod: 'monthly',
  });
  return toUsageSnapshot(response, [card], { hasClock: false });
}
