import * as v from 'valibot';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import { dayMs, minuteMs } from '../../core/values/time.ts';
import type { HttpResponse } from '../adapter/provider.ts';
import { clockSkew, httpDateOf } from '../adapter/to-snapshot.ts';
import { toCard } from './map-card.ts';
import { planStatus } from './wire-schemas.ts';

/** A new snapshot from a 200; from a 304, the previous one with new times. */
export function readUsageSnapshot(response: HttpResponse, previous: UsageSnapshot | null): UsageSnapshot {
  return response.status === 304 && previous ? notModifiedSnapshot(response, previous) : newSnapshot(response);
}

function newSnapshot(response: HttpResponse): UsageSnapshot {
  const { accountKey, updateTime, expireTime, cards } = v.parse(planStatus, response.body);
  const measuredAt = notFuture(updateTime, response);
  return {
    accountKey: accountKey ?? null,
    cards: cards.map((entry, position) => {
      const card = toCard(entry, position, measuredAt);
      return { ...card, measuredAt: notFuture(card.measuredAt, response) };
    }),
    measuredAt,
    expiresAt: expireTime,
    checkedAt: response.receivedAt,
    skewMs: clockSkew(response),
    floorMs: maxAgeMs(response) ?? 0,
    etag: response.headers.get('etag'),
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
