import {
  type Balance,
  type Card,
  type CardLink,
  type CardState,
  type PlanState,
  type RefreshPeriod,
  singleModule,
} from '../../core/usage/card.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import { dayMs, minuteMs } from '../../core/values/time.ts';
import type { HttpResponse } from './provider.ts';

/* For sources that report one amount and its dates for a card: the rest of the card, and the snapshot around it. */

/** What a source reports. All times are epoch milliseconds by its clock; members left out are unknown. */
export type CardInput = {
  key: string;
  title: string;
  number?: string | null;
  planName?: string;
  balance: Balance;
  measuredAt: number;
  startsAt?: number | null;
  expiresAt?: number | null;
  planState?: PlanState;
  cardState?: CardState;
  refreshPeriod?: RefreshPeriod;
  regions?: string[];
  link?: CardLink | null;
};

/** A card with one plan that has one module. */
export function buildCard(input: CardInput): Card {
  const { key, title, number = null, planName = title, balance, measuredAt } = input;
  const { regions = [], link = null, refreshPeriod = 'none' } = input;
  const isPeriodic = refreshPeriod !== 'none';
  const isNotStarted = input.planState === 'not-started';
  const expiresAt = validInstant(input.expiresAt);
  return {
    key,
    title,
    subscriberId: number,
    state: input.cardState ?? 'active',
    measuredAt,
    plans: [
      {
        id: key,
        name: planName,
        state: input.planState ?? 'active',
        startsAt: validInstant(input.startsAt),
        // The end of a recurring period is not the end of the plan. Before first use it is the last day to begin.
        expiresAt: isPeriodic || isNotStarted ? null : expiresAt,
        ...(isNotStarted ? { startBefore: expiresAt } : {}),
        regions,
        modules: [{ ...singleModule(key, balance, refreshPeriod), expiresAt: isPeriodic ? expiresAt : null }],
      },
    ],
    link,
  };
}

/** Null for times that are no dates of four digits. */
function validInstant(at: number | null = null): number | null {
  return at !== null && Math.abs(at) <= latestHttpDate ? at : null;
}

/** Bytes; null is unknown, Infinity is unlimited. Below zero counts as 0; fractions of a byte are cut off. */
export function balanceFromRemaining(quotaBytes: number | null, remainingBytes: number | null): Balance {
  if (quotaBytes === Number.POSITIVE_INFINITY || remainingBytes === Number.POSITIVE_INFINITY) {
    return { kind: 'unlimited' };
  }
  const quota = wholeBytes(quotaBytes);
  const remaining = wholeBytes(remainingBytes);
  if (quota === null || quota < 0 || remaining === null) return { kind: 'unknown' };
  return { kind: 'known', quotaBytes: quota, remainingBytes: Math.max(0, remaining), reservedBytes: 0 };
}

/** Of a quota that may not be known nothing is left. */
export function usedUp(quotaBytes: number | null): Balance {
  const quota = wholeBytes(quotaBytes);
  return quota !== null && quota > 0 ? balanceFromRemaining(quota, 0) : { kind: 'coarse', level: 'out', upperBytes: 0 };
}

/** The same from the used amount; null is unknown. */
export function balanceFromUsed(quotaBytes: number | null, usedBytes: number | null): Balance {
  return balanceFromRemaining(quotaBytes, quotaBytes === null || usedBytes === null ? null : quotaBytes - usedBytes);
}

function wholeBytes(bytes: number | null): number | null {
  const whole = bytes === null ? Number.NaN : Math.floor(bytes);
  return Number.isSafeInteger(whole) ? whole : null;
}

/**
 * A snapshot of these cards. `floorMs`: the source's minimum interval between checks. `hasClock`: whether the
 * response's `Date` can be trusted; a hotspot's cannot. The balance counts as current for a day, unless the next checks
 * fail.
 */
export function toUsageSnapshot(
  response: Pick<HttpResponse, 'headers' | 'receivedAt'>,
  cards: Card[],
  { floorMs = 0, hasClock = true, accountKey = null as string | null, omittedCards = 0 } = {},
): UsageSnapshot {
  const skewMs = hasClock ? clockSkew(response) : 0;
  const now = response.receivedAt + skewMs;
  const capped = cards.map((card) => ({ ...card, measuredAt: Math.min(card.measuredAt, now) }));
  return {
    accountKey,
    cards: capped,
    measuredAt: capped.length === 0 ? now : Math.max(...capped.map(({ measuredAt }) => measuredAt)),
    expiresAt: now + dayMs,
    checkedAt: response.receivedAt,
    skewMs,
    floorMs: Math.min(floorMs, dayMs),
    etag: null,
    ...(omittedCards > 0 ? { omittedCards } : {}),
  };
}

/** In place of a response whose status was all the answer there was: the source's clock is not known. */
export function statusAlone(): Pick<HttpResponse, 'headers' | 'receivedAt'> {
  return { headers: new Headers(), receivedAt: Date.now() };
}

/** The present time by the source's clock. */
export function sourceClock(response: Pick<HttpResponse, 'headers' | 'receivedAt'>): number {
  return response.receivedAt + clockSkew(response);
}

/** Beyond the four digits of a year there is no HTTP date (RFC 9110, 5.6.7), nor a time that could be stored. */
const latestHttpDate = Date.UTC(9999, 11, 31, 23, 59, 59);

/** An HTTP date header, or null. "0", which some servers send, would otherwise be parsed as the year 2000. */
export function httpDateOf({ headers }: Pick<HttpResponse, 'headers'>, header: string): number | null {
  const text = headers.get(header)?.trim() ?? '';
  const at = / GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return at <= latestHttpDate ? at : null;
}

/** The source's clock minus ours. Less than half a minute is only transit time and the whole seconds of `Date`: 0. */
export function clockSkew(response: Pick<HttpResponse, 'headers' | 'receivedAt'>): number {
  const sent = httpDateOf(response, 'date');
  const skew = sent === null ? 0 : sent - response.receivedAt;
  return Math.abs(skew) < minuteMs / 2 ? 0 : skew;
}
