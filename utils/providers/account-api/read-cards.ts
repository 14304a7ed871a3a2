import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import { dayMs, minuteMs } from '../../core/values/time.ts';
import type { Client, HttpResponse } from '../adapter/provider.ts';
import { clockSkew, httpDateOf } from '../adapter/to-snapshot.ts';
import { invalidResponseError, isProviderError } from '../http/provider-error.ts';

/** Server software takes 4 to 16 KB of headers in all. */
const maxEtagLength = 1024;

/** What may have been said of the ETag alone: asking once more without it costs no server in trouble anything. */
const etagRefusals = [400, 412, 431];

/**
 * The cards at `url`, on condition that they differ from `previous`. A refused condition is dropped at once; after any
 * other failure nothing is asked again.
 */
export async function requestUsageSnapshot(
  client: Client,
  url: string,
  previous: UsageSnapshot | null,
): Promise<UsageSnapshot> {
  const etag = previous?.etag ?? '';
  if (!isUsableEtag(etag)) return readUsageSnapshot(await client.get(url), null);
  try {
    return await readUsageSnapshot(await client.get(url, { 'if-none-match': etag }), previous);
  } catch (error) {
    if (!isProviderError(error) || !etagRefusals.includes(error.status)) throw error;
    return readUsageSnapshot(await client.get(url), null);
  }
}

/**
 * A new snapshot from a 200; from a 304, the previous one with new times. `previous` null: there was no condition, so
 * there is no right answer but a 200.
 */
export async function readUsageSnapshot(
  response: HttpResponse,
  previous: UsageSnapshot | null,
): Promise<UsageSnapshot> {
  if (response.status !== 304) return newSnapshot(response);
  if (previous === null) throw invalidResponseError('Nothing to be unchanged');
  return notModifiedSnapshot(response, previous);
}

/** One that is longer is not kept, and not sent where it was kept before. */
function isUsableEtag(etag: string): boolean {
  return etag !== '' && etag.length <= maxEtagLength;
}

async function newSnapshot(response: HttpResponse): Promise<UsageSnapshot> {
  const { readStatus } = await import('./map-card.ts');
  const etag = response.headers.get('etag') ?? '';
  return {
    ...readStatus(response.body, (at) => notFuture(at, response)),
    checkedAt: response.receivedAt,
    skewMs: clockSkew(response),
    floorMs: maxAgeMs(response) ?? 0,
    etag: isUsableEtag(etag) ? etag : null,
  };
}

/** Without the two headers the previous times stay. */
function notModifiedSnapshot(response: HttpResponse, previous: UsageSnapshot): UsageSnapshot {
  const measuredAt = notFuture(httpDateOf(response, 'last-modified') ?? previous.measuredAt, response);
  return {
    ...previous,
    cards: previous.cards.map((card) => (card.measuredAt === previous.measuredAt ? { ...card, measuredAt } : card)),
    measuredAt,
    expiresAt: httpDateOf(response, 'expires') ?? previous.expiresAt,
    checkedAt: response.receivedAt,
    skewMs: clockSkew(response),
    floorMs: maxAgeMs(response) ?? previous.floorMs,
  };
}

/** A `measuredAt` more than five minutes ahead of the response's own `Date` is replaced by that date. */
function notFuture(at: number, response: HttpResponse): number {
  const sent = httpDateOf(response, 'date') ?? response.receivedAt;
  return at > sent + 5 * minuteMs ? sent : at;
}

function maxAgeMs(response: HttpResponse): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(response.headers.get('cache-control') ?? '')?.[1];
  return seconds === undefined ? null : Math.min(Number(seconds) * 1000, dayMs);
}
