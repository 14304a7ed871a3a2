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

/* For sources that tell of a card one amount and its dates: the rest of a card, and a reading around it. */

/** What a source tells. All times are epoch milliseconds by its clock; what is left out is not told. */
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

/** One card of one plan of one module. */
export function buildCard(input: CardInput): Card {
  const { key, title, number = null, planName = title, balance, measuredAt } = input;
  const { regions = [], link = null, refreshPeriod = 'none' } = input;
  const isPeriodic = refreshPeriod !== 'none';
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
        // A period that begins anew by itself is no end of the plan.
        expiresAt: isPeriodic ? null : expiresAt,
        regions,
        modules: [{ ...singleModule(key, balance, refreshPeriod), expiresAt: isPeriodic ? expiresAt : null }],
      },
    ],
    link,
  };
}

/** A time that no calendar has is not told. */
function validInstant(at: number | null = null): number | null {
  return at !== null && Math.abs(at) <= 8.64e15 ? at : null;
}

/** Bytes; null is not told, Infinity is unlimited. More used than there was is nothing left; parts of a byte are cut. */
export function balanceFromRemaining(quotaBytes: number | null, remainingBytes: number | null): Balance {
  if (quotaBytes === Number.POSITIVE_INFINITY || remainingBytes === Number.POSITIVE_INFINITY) {
    return { kind: 'unlimited' };
  }
  const quota = wholeBytes(quotaBytes);
  const remaining = wholeBytes(remainingBytes);
  if (quota === null || quota < 0 || remaining === null) return { kind: 'unknown' };
  return { kind: 'known', quotaBytes: quota, remainingBytes: Math.max(0, remaining), reservedBytes: 0 };
}

/** The same by what was used; null is not told. */
export function balanceFromUsed(quotaBytes: number | null, usedBytes: number | null): Balance {
  return balanceFromRemaining(quotaBytes, quotaBytes === null || usedBytes === null ? null : quotaBytes - usedBytes);
}

function wholeBytes(bytes: number | null): number | null {
  const whole = bytes === null ? Number.NaN : Math.floor(bytes);
  return Number.isSafeInteger(whole) ? whole : null;
}

/**
 * A reading of these cards. `floorMs`: how often the source wants to be asked at most. `hasClock`: the answer's `Date` is
 * a clock to go by; a hotspot's is not. The figures count as current for a day, unless the next checks fail.
 */
export function toUsageSnapshot(
  response: Pick<HttpResponse, 'headers' | 'receivedAt'>,
  cards: Card[],
  { floorMs = 0, hasClock = true, accountKey = null as string | null } = {},
): UsageSnapshot {
  const skewMs = hasClock ? clockSkew(response) : 0;
  const now = response.receivedAt + skewMs;
  const told = cards.map((card) => ({ ...card, measuredAt: Math.min(card.measuredAt, now) }));
  return {
    accountKey,
    cards: told,
    measuredAt: told.length === 0 ? now : Math.max(...told.map(({ measuredAt }) => measuredAt)),
    expiresAt: now + dayMs,
    checkedAt: response.receivedAt,
    skewMs,
    floorMs: Math.min(floorMs, dayMs),
    etag: null,
  };
}

/** The time now by the source's clock. */
export function sourceClock(response: Pick<HttpResponse, 'headers' | 'receivedAt'>): number {
  return response.receivedAt + clockSkew(response);
}

/** An HTTP date of the answer, or null: "0", which servers add by themselves, would else be read as the year 2000. */
export function httpDateOf({ headers }: Pick<HttpResponse, 'headers'>, header: string): number | null {
  const text = headers.get(header)?.trim() ?? '';
  const at = / GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(at) ? at : null;
}

/** The source's clock minus ours; under half a minute it is only the way and the whole second of `Date`. */
export function clockSkew(response: Pick<HttpResponse, 'headers' | 'receivedAt'>): number {
  const sent = httpDateOf(response, 'date');
  const skew = sent === null ? 0 : sent - response.receivedAt;
  return Math.abs(skew) < minuteMs / 2 ? 0 : skew;
}
