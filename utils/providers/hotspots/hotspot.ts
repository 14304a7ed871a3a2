import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import type { FieldDefinition, FormValues } from '../../core/forms/form-field.ts';
import { parseBytes, parseHotspotOrigin } from '../../core/forms/parse-input.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import { billingMonth, latestOf } from '../../core/values/time.ts';
import type { Client, Form, HttpResponse } from '../adapter/provider.ts';
import { balanceFromUsed, buildCard, toUsageSnapshot } from '../adapter/to-snapshot.ts';
import { digits } from '../adapter/wire-parts.ts';
import { isHtml, isProviderError, isRedirect, mapStatus, notOnNetworkError } from '../http/provider-error.ts';

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

/**
 * Hotspots report their own errors with status 200 and as data: a 4xx comes from another device. So does a web page or
 * a redirect to one, unless `pageError` knows better.
 */
export async function requestHotspot(
  client: Client,
  url: string,
  headers: Record<string, string> = {},
  pageError: () => Error | Promise<Error> = notOnNetworkError,
): Promise<HttpResponse> {
  const response = await client
    .get(url, headers)
    .catch((error: unknown) => (isRedirect(error) ? null : mapToNotOnNetwork(error)));
  if (response === null || isHtml(response.text)) throw await pageError();
  return response;
}

/** The same for an address that not every hotspot knows; null: this one does not. */
export function requestIfKnown(client: Client, url: string, headers: Record<string, string>) {
  return requestHotspot(client, url, headers).catch((error: Error) => {
    if (isProviderError(error.cause) && error.cause.status === 404) return null;
    throw error;
  });
}

const mapToNotOnNetwork = mapStatus((status) => status >= 400 && status < 500, notOnNetworkError);

/**
 * `limitBytes`: 0 and null mean no limit. `usedBytes`: NaN is unknown. `day`: see `resetDay`; null: the counters never
 * restart by themselves. `clearedAt`: since when they count; null or absent: not known. `period`: in place of the month
 * by that day.
 */
export type HotspotCounter = {
  network: string;
  limitBytes: number | null;
  usedBytes: number;
  day: number | null;
  clearedAt?: number | null;
  period?: { startsAt: number | null; endsAt: number | null };
};

export function toHotspotSnapshot(
  response: HttpResponse,
  counter: HotspotCounter,
  { endpoints, name }: Seller,
): UsageSnapshot {
  const quotaBytes = counter.limitBytes || parseBytes(endpoints.quota ?? '', byteUnit);
  const now = response.receivedAt;
  const month = counter.period ?? (counter.day === null ? null : billingMonth(counter.day, now));
  // Counters that were cleared within the month, by the user or late, count from then. A hotspot's clock may be wrong.
  const past = [month?.startsAt, counter.clearedAt].filter((at) => (at ?? 0) <= now);
  const card = buildCard({
    key: 'hotspot',
    title: counter.network || name,
    balance: balanceFromUsed(quotaBytes, counter.usedBytes),
    measuredAt: now,
    startsAt: latestOf(past),
    expiresAt: month?.endsAt ?? null,
    refreshPeriod: month ? 'monthly' : 'none',
  });
  return toUsageSnapshot(response, [card], { hasClock: false });
}
