import * as v from 'valibot';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import { dayMs, minuteMs } from '../../core/values/time.ts';
import type { HttpResponse } from '../adapter/provider.ts';
import { clockSkew, httpDateOf } from '../adapter/to-snapshot.ts';
import { toCard } from './map-card.ts';
import { planStatus } from './wire-schemas.ts';

/** A whole new reading from a 200, the same figures looked at anew from a 304. */
export function readUsageSnapshot(answer: HttpResponse, previous: UsageSnapshot | null): UsageSnapshot {
  return answer.status === 304 && previous ? notModifiedSnapshot(answer, previous) : newSnapshot(answer);
}

function newSnapshot(answer: HttpResponse): UsageSnapshot {
  const { accountKey, updateTime, expireTime, cards } = v.parse(planStatus, answer.body);
  const measuredAt = notFuture(updateTime, answer);
  return {
    accountKey: accountKey ?? null,
    cards: cards.map((entry, position) => {
      const card = toCard(entry, position, measuredAt);
      return { ...card, measuredAt: notFuture(card.measuredAt, answer) };
    }),
    measuredAt,
    expiresAt: expireTime,
    checkedAt: answer.receivedAt,
    skewMs: clockSkew(answer),
    floorMs: maxAgeMs(answer) ?? 0,
    etag: answer.headers.get('etag'),
  };
}

/** Without the two headers the old times stay. */
function notModifiedSnapshot(answer: HttpResponse, previous: UsageSnapshot): UsageSnapshot {
  const measuredAt = notFuture(httpDateOf(answer, 'last-modified') ?? previous.measuredAt, answer);
  return {
    ...previous,
    cards: previous.cards.map((card) => (card.measuredAt === previous.measuredAt ? { ...card, measuredAt } : card)),
    measuredAt,
    expiresAt: httpDateOf(answer, 'expires') ?? previous.expiresAt,
    checkedAt: answer.receivedAt,
    skewMs: clockSkew(answer),
    floorMs: maxAgeMs(answer) ?? previous.floorMs,
  };
}

/** A time of measuring more than five minutes ahead of the answer's own `Date` is taken as that `Date`. */
function notFuture(at: number, answer: HttpResponse): number {
  const sent = httpDateOf(answer, 'date') ?? answer.receivedAt;
  return at > sent + 5 * minuteMs ? sent : at;
}

function maxAgeMs(answer: HttpResponse): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(answer.headers.get('cache-control') ?? '')?.[1];
  return seconds === undefined ? null : Math.min(Number(seconds) * 1000, dayMs);
}
