import type { Forecast } from '../forecast/forecast.ts';
import type { BadgeShows } from '../settings.ts';
import type { Card } from '../usage/card.ts';
import { cardExpiresAt, lastPlanEndsAt } from '../usage/card-balance.ts';
import { freshFrom, staleAt } from '../usage/staleness.ts';
import { toSellerTime, type UsageSnapshot } from '../usage/usage-snapshot.ts';
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
    ...cards.flatMap(({ card, snapshot }) => planTimes(card).map((at) => at - snapshot.skewMs)),
    ...(shown ? shownTimes(shown, input) : []),
  ];
  return earliestOf(times.filter((at) => at > input.now));
}

/** When parts of a card begin or end, and when one that has ended is no longer urgent (seller's clock). */
function planTimes(card: Card): number[] {
  const lastEndsAt = lastPlanEndsAt(card);
  const times = card.plans.flatMap(({ startsAt, expiresAt, modules }) => [
    ...[startsAt, expiresAt],
    ...modules.map((module) => module.expiresAt),
  ]);
  return [...times, lastEndsAt === null ? null : lastEndsAt + longExpiredAfterMs].filter((at) => at !== null);
}

/** When its age, its badge or the dates in its tooltip change (our clock). */
function shownTimes(
  { card, snapshot, forecast }: NonNullable<ToolbarChangeInput['shown']>,
  { intervalMs, badgeShows, now, zone }: Omit<ToolbarChangeInput, 'cards' | 'shown'>,
): number[] {
  const sellerNow = toSellerTime(snapshot, now);
  const runsOutAt = forecast.kind === 'ready' ? forecast.runOut.likely : null;
  const countedTo = { days: cardExpiresAt(card, sellerNow), 'run-out': runsOutAt, amount: null, percent: null }[
    badgeShows
  ];
  const badgeAt = countedTo === null ? null : nextDurationChange(countedTo, sellerNow);
  const sellerTimes = [runsOutAt, badgeAt].filter((at) => at !== null).map((at) => at - snapshot.skewMs);
  return [staleAt(snapshot, intervalMs), freshFrom(snapshot), nextDay(startOfDay(now, zone), zone), ...sellerTimes];
}
