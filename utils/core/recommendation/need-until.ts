import type { Card, Plan } from '../usage/card.ts';
import { nextToExpire } from '../usage/card-balance.ts';
import { dayMs, instantOf, wallClock } from '../values/time.ts';

const defaultLengthMs = 30 * dayMs;

/** The running plan, else the one that ended last; null: the card has no plan. `now`: seller's clock. */
export function currentPlan(card: Card, now: number): Plan | null {
  const running = nextToExpire(card, now)?.plan;
  return running ?? [...card.plans].sort((a, b) => (b.expiresAt ?? 0) - (a.expiresAt ?? 0))[0] ?? null;
}

/**
 * The default end of the need: as long from now as the current plan lasts in all, 30 days if that is not known.
 * Seller's clock.
 */
export function defaultNeedDate(card: Card, now: number): number {
  const { startsAt = null, expiresAt = null } = currentPlan(card, now) ?? {};
  const lengthMs = startsAt === null || expiresAt === null ? 0 : expiresAt - startsAt;
  return now + (lengthMs > 0 ? lengthMs : defaultLengthMs);
}

/** The date the user chose; null: none, or one in the past. Both by one clock. */
export function validChosenDate(until: number | null, now: number): number | null {
  return until !== null && until > now ? until : null;
}

/** "2026-12-23", the value of a date field, in `zone` (this computer's by default). */
export function toDateValue(at: number, zone?: string): string {
  return new Date(wallClock(at, zone)).toISOString().slice(0, 10);
}

/** The last millisecond of the day in a date field; null: not a date. */
export function parseEndOfDay(value: string, zone?: string): number | null {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(midnight) ? null : instantOf(midnight + dayMs, zone) - 1;
}
