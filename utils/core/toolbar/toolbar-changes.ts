import { type Forecast, outlookOf } from '../forecast/forecast.ts';
import { usedFastUntil } from '../forecast/usage-status.ts';
import type { BadgeShows } from '../settings.ts';
import type { Card } from '../usage/card.ts';
import { cardExpiresAt, lastPlanEndsAt } from '../usage/card-balance.ts';
import { freshFrom, staleAt } from '../usage/staleness.ts';
import { toSellerTime, type UsageSnapshot } from '../usage/usage-snapshot.ts';
import { lapsesAt } from '../usage/waiting-plans.ts';
import { earliestOf, nextDay, startOfDay } from '../values/time.ts';
import { nextDurationChange } from './badge-text.ts';
import { longExpiredAfterMs } from './card-urgency.ts';

export type ToolbarChangeInput = {
  /** Every card that may be on the toolbar. */
  cards: readonly { card: Card; snapshot: UsageSnapshot }[];
  /** The one that is; null: none. */
  shown: { card: Card; snapshot: UsageSnapshot; forecast: Forecast } | null;
  intervalMs: number;
  badgeShows: BadgeShows;
  now: number;
  zone?: string;
};

/** When time alone may next change what the toolbar shows; null: never. Our clock. */
export function nextToolbarChange({ cards, shown, ...input }: ToolbarChangeInput): number | null {
  const times = [
    ...cards.flatMap(({ card, snapshot }) => {
      return statusTimes(card, toSellerTime(snapshot, input.now)).map((at) => at - snapshot.skewMs);
    }),
    ...(shown ? shownTimes(shown, input) : []),
  ];
  return earliestOf(times.filter((at) => at > input.now));
}

/**
 * When parts of a card begin or end, when one that has ended is no longer urgent, and when time has caught up with what
 * was used (seller's clock).
 */
export function statusTimes(card: Card, now: number): number[] {
  const lastEndsAt = lastPlanEndsAt(card);
  const times = card.plans.flatMap((plan) => [
    ...[plan.startsAt, plan.expiresAt, lapsesAt(plan)],
    ...plan.modules.map((module) => module.expiresAt),
  ]);
  const noLongerUrgentAt = lastEndsAt === null ? null : lastEndsAt + longExpiredAfterMs;
  return [...times, noLongerUrgentAt, usedFastUntil(card, now)].filter((at) => at !== null);
}

/** When its age, its badge or the dates in its tooltip change (our clock). */
function shownTimes(
  { card, snapshot, forecast }: NonNullable<ToolbarChangeInput['shown']>,
  { intervalMs, badgeShows, now, zone }: Omit<ToolbarChangeInput, 'cards' | 'shown'>,
): number[] {
  const sellerNow = toSellerTime(snapshot, now);
  const runsOutAt = outlookOf(forecast)?.runOut.likely ?? null;
  const countedTo = { days: cardExpiresAt(card, sellerNow), 'run-out': runsOutAt, amount: null, percent: null }[
    badgeShows
  ];
  const badgeAt = countedTo === null ? null : nextDurationChange(countedTo, sellerNow);
  const sellerTimes = [runsOutAt, badgeAt].filter((at) => at !== null).map((at) => at - snapshot.skewMs);
  return [staleAt(snapshot, intervalMs), freshFrom(snapshot), nextDay(startOfDay(now, zone), zone), ...sellerTimes];
}
