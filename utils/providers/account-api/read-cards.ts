import * as v from 'valibot';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import { dayMs, minuteMs } from '../../core/values/time.ts';
import type { Client, HttpResponse } from '../adapter/provider.ts';
import { clockSkew, httpDateOf } from '../adapter/to-snapshot.ts';
import { firstEntries, listLimits, newPartBudget } from '../adapter/wire-lists.ts';
import { invalidResponseError, isProviderError } from '../http/provider-error.ts';
import { toCard, unreadableCard } from './map-card.ts';
import { planStatus } from './wire-schemas.ts';

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
    return readUsageSnapshot(await client.get(url, { 'if-none-match': etag }), previous);
  } catch (error) {
    if (!isProviderError(error) || !etagRefusals.includes(error.status)) throw error;
    return readUsageSnapshot(await client.get(url), null);
  }
}

/**
 * A new snapshot from a 200; from a 304, the previous one with new times. `previous` null: there was no condition, so
 * there is no right answer but a 200.
 */
export function readUsageSnapshot(response: HttpResponse, previous: UsageSnapshot | null): UsageSnapshot {
  if (response.status !== 304) return newSnapshot(response);
  if (previous === null) throw invalidResponseError('Nothing to be unchanged');
  return notModifiedSnapshot(response, previous);
}

/** One that is longer is not kept, and not sent where it was kept before. */
function isUsableEtag(etag: string): boolean {
  return etag !== '' && etag.length <= maxEtagLength;
}

function newSnapshot(response: HttpResponse): UsageSnapshot {
  const { accountKey, updateTime, expireTime, cards } = v.parse(planStatus, response.body);
  const measuredAt = notFuture(updateTime, response);
  const { entries, omitted, hasJunk } = firstEntries(cards, listLimits.cards);
  if (entries.length === 0 && hasJunk) throw invalidResponseError('A list of no cards');
  const etag = response.headers.get('etag') ?? '';
  const budget = newPartBudget();
  // What is stored of a card is stored under its key: two of one key would be taken for one that changes all the time.
  const keys = new Set<string>();
  return {
    accountKey: accountKey ?? null,
    cards: entries.map((entry, position) => {
      const named = toCard(entry, position, measuredAt, budget);
      const card = keys.has(named.key) ? unreadableCard(position, measuredAt) : named;
      keys.add(named.key);
      return { ...card, measuredAt: notFuture(card.measuredAt, response) };
    }),
    measuredAt,
    expiresAt: expireTime,
    checkedAt: response.receivedAt,
    skewMs: clockSkew(response),
    floorMs: maxAgeMs(response) ?? 0,
    etag: isUsableEtag(etag) ? etag : null,
    ...(omitted > 0 ? { omittedCards: omitted } : {}),
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
