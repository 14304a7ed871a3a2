import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import type { Entries, Field } from '../../core/forms/form-field.ts';
import { bytesFrom, hotspotOf } from '../../core/forms/parse-input.ts';
import type { Reading } from '../../core/usage/usage-snapshot.ts';
import { monthFor } from '../../core/values/time.ts';
import type { Answer, Client, Form } from '../adapter/provider.ts';
import { balanceAfter, cardFrom, readingFrom } from '../adapter/to-snapshot.ts';
import { digits } from '../adapter/wire-parts.ts';
import { away, isPage, statusMeans } from '../http/provider-error.ts';

/* Hotspots, with any SIM: what the hotspot itself counted this month, not what the network bills. */

export const byteUnit = 1024;

/** Where none is told, the counters begin anew on the first. */
export const clearDay = v.fallback(v.pipe(digits, v.minValue(1), v.maxValue(31)), 1);

type HotspotForm = Pick<Form, 'words' | 'aliases'> & { preset: string };

/** The address, and the quota for where the hotspot has no limit set. */
export function hotspotForm({ words, aliases, preset }: HotspotForm) {
  const fields: Field[] = [
    { name: 'address', words: 'address', kind: 'hotspot', preset },
    { name: 'quota', words: 'quota', kind: 'amount', isOptional: true },
  ];
  const open = (base: Seller, { address = '', quota }: Entries) => {
    const origin = hotspotOf(address) ?? '';
    const endpoints: Record<string, string> = quota === undefined ? {} : { quota };
    const known = { byteUnit, dataDelayMs: 0, countedBy: 'router' } as const;
    const seller = { ...base, ...known, checkoutOrigins: [], origin, accountUrl: `${origin}/`, endpoints };
    return { seller, secret: null };
  };
  return {
    words,
    aliases,
    isForKeyOwners: false,
    fields,
    origins: [],
    tokenPage: null,
    open,
  } satisfies Form;
}

/** Hotspots tell none of their errors by a status, nor by a page: another device answers at the address. */
export async function askHotspot(client: Client, url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await client.get(url, headers).catch(asElsewhere);
  if (isPage(answer.text)) throw away();
  return answer;
}

const asElsewhere = statusMeans((status) => status >= 400 && status < 500, away);

/** `limitBytes`: 0 and null are none. `usedBytes`: NaN is unknown. `day`: of the month, on which it counts anew. */
type Count = { network: string; limitBytes: number | null; usedBytes: number; day: number };

export function hotspotReading(answer: Answer, told: Count, { endpoints, name }: Seller): Reading {
  const quotaBytes = told.limitBytes || bytesFrom(endpoints.quota ?? '', byteUnit);
  const { startsAt, endsAt } = monthFor(told.day, answer.receivedAt);
  const card = cardFrom({
    key: 'hotspot',
    title: told.network || name,
    balance: balanceAfter(quotaBytes, told.usedBytes),
    measuredAt: answer.receivedAt,
    startsAt,
    expiresAt: endsAt,
    refreshPeriod: 'monthly',
  });
  return readingFrom(answer, [card], { hasClock: false });
}
