import type { Card, Plan } from '../usage/card.ts';
import { nextToExpire } from '../usage/card-balance.ts';
import { dayMs, instantOf, wallClock } from '../values/time.ts';

const usualMs = 30 * dayMs;

/** The plan that runs, or else the one that ended last. `now`: the seller's clock. */
export function currentPlan(card: Card, now: number): Plan | null {
  const ending = nextToExpire(card, now)?.plan;
  return ending ?? [...card.plans].sort((a, b) => (b.expiresAt ?? 0) - (a.expiresAt ?? 0))[0] ?? null;
}

/** As long again as the present plan lasts in all; 30 days where that is not known. `now`: the seller's clock. */
export function defaultNeedDate(card: Card, now: number): number {
  const { startsAt = null, expiresAt = null } = currentPlan(card, now) ?? {};
  const lengthMs = startsAt === null || expiresAt === null ? 0 : expiresAt - startsAt;
  return now + (lengthMs > 0 ? lengthMs : usualMs);
}

/** What the person chose still stands; a day in the past does not. Both by one clock. */
export function validChosenDate(until: number | null, now: number): number | null {
  return until !== null && until > now ? until : null;
}

/** "2026-12-23", as a date field has it, in `zone` (this computer's by default). */
export function toDateValue(at: number, zone?: string): string {
  return new Date(wallClock(at, zone)).toISOString().slice(0, 10);
}

/** The last millisecond of the day a date field holds; null where it holds none. */
export function parseEndOfDay(value: string, zone?: string): number | null {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(midnight) ? null : instantOf(midnight + dayMs, zone) - 1;
}
