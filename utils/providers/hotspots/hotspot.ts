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

/* Hotspots, with any SIM: what the hotspot itself counted this month, not what the network bills. */

export const byteUnit = 1024;

/** Where none is told, the counters begin anew on the first. */
export const resetDay = v.fallback(v.pipe(digits, v.minValue(1), v.maxValue(31)), 1);

type HotspotForm = Pick<Form, 'textKey' | 'aliases'> & { preset: string };

/** The address, and the quota for where the hotspot has no limit set. */
export function hotspotForm({ textKey, aliases, preset }: HotspotForm) {
  const fields: FieldDefinition[] = [
    { name: 'address', textKey: 'address', kind: 'hotspot', preset },
    { name: 'quota', textKey: 'quota', kind: 'amount', isOptional: true },
  ];
  const open = (base: Seller, { address = '', quota }: FormValues) => {
    const origin = parseHotspotOrigin(address) ?? '';
    const endpoints: Record<string, string> = quota === undefined ? {} : { quota };
    const known = { byteUnit, dataDelayMs: 0, meteredBy: 'hotspot' } as const;
    const seller = { ...base, ...known, checkoutOrigins: [], origin, accountUrl: `${origin}/`, endpoints };
    return { seller, secret: null };
  };
  return {
    textKey,
    aliases,
    isForKeyOwners: false,
    fields,
    origins: [],
    tokenPage: null,
    open,
  } satisfies Form;
}

/** Hotspots tell none of their errors by a status, nor by a page: another device answers at the address. */
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

/** `limitBytes`: 0 and null are none. `usedBytes`: NaN is unknown. `day`: of the month, on which it counts anew. */
type HotspotCounter = { network: string; limitBytes: number | null; usedBytes: number; day: number };

export function toHotspotSnapshot(
  response: HttpResponse,
  told: HotspotCounter,
  { endpoints, name }: Seller,
): UsageSnapshot {
  const quotaBytes = told.limitBytes || parseBytes(endpoints.quota ?? '', byteUnit);
  const { startsAt, endsAt } = billingMonth(told.day, response.receivedAt);
  const card = buildCard({
    key: 'hotspot',
    title: told.network || name,
    balance: balanceFromUsed(quotaBytes, told.usedBytes),
    measuredAt: response.receivedAt,
    startsAt,
    expiresAt: endsAt,
    refreshPeriod: 'monthly',
  });
  return toUsageSnapshot(response, [card], { hasClock: false });
}
