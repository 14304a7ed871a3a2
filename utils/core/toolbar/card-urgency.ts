import type { Forecast } from '../forecast/forecast.ts';
import { type UsageStatus, urgencyOf } from '../forecast/usage-status.ts';
import type { Card } from '../usage/card.ts';
import { activeModules, balanceEndsAt, cardBalance, lastPlanEndsAt, remainingShare } from '../usage/card-balance.ts';
import { dayMs } from '../values/time.ts';

/**
 * A card that may be on the badge. `needsUserAction`: its account needs the user. `hasNoProvider`: it gets no new
 * figures. `now`: its seller's clock.
 */
export type UrgencyInput = {
  idText: string;
  card: Card;
  forecast: Forecast;
  needsUserAction: boolean;
  hasNoProvider: boolean;
  now: number;
};

const ranks: Record<UsageStatus, number> = { critical: 1, warning: 2, ok: 3, unknown: 4 };
const lastRank = 5;
export const longExpiredAfterMs = dayMs;

/**
 * The id text of the card that needs attention first: one whose account needs the user; then by usage status; then the
 * smaller share left; then the earlier end; then the first in the list. A card that expired more than a day ago, or is
 * not read any more, comes last: there is nothing left to save. Null: no candidates.
 */
export function mostUrgentCard(candidates: readonly UrgencyInput[]): string | null {
  const ranked = candidates.map((candidate) => ({ idText: candidate.idText, order: sortKeyOf(candidate) }));
  ranked.sort((a, b) => firstDifference(a.order, b.order));
  return ranked[0]?.idText ?? null;
}

function sortKeyOf({ card, forecast, needsUserAction, hasNoProvider, now }: UrgencyInput): number[] {
  const rank =
    hasNoProvider || isLongExpired(card, now) ? lastRank : needsUserAction ? 0 : ranks[urgencyOf(card, forecast, now)];
  return [rank, remainingShare(cardBalance(card, now)) ?? 1, balanceEndsAt(card, now) ?? Number.MAX_SAFE_INTEGER];
}

/** It has had no active module for a day. A suspended card does not count as expired: it can be reactivated. */
function isLongExpired(card: Card, now: number): boolean {
  if (card.state === 'suspended' || activeModules(card, now).length > 0) return false;
  if (cardBalance(card, now).kind === 'not-started') return false;
  const endedAt = lastPlanEndsAt(card);
  return endedAt === null ? card.state !== 'active' : now - endedAt >= longExpiredAfterMs;
}

function firstDifference(a: number[], b: number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
