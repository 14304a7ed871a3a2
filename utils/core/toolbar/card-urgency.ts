import type { Forecast } from '../forecast/forecast.ts';
import { type UsageStatus, usageStatus } from '../forecast/usage-status.ts';
import type { Card } from '../usage/card.ts';
import { activeModules, balanceEndsAt, cardBalance, lastPlanEndsAt, remainingShare } from '../usage/card-balance.ts';
import { dayMs } from '../values/time.ts';

/** A card that may be on the badge. `needsPerson`: its account waits for the person. `now`: its seller's clock. */
export type UrgencyInput = { idText: string; card: Card; forecast: Forecast; needsUserAction: boolean; now: number };

const ranks: Record<UsageStatus, number> = { critical: 1, warning: 2, ok: 3, unknown: 4 };
const overRank = 5;
const overAfterMs = dayMs;

/**
 * The card that needs attention first: one whose account waits for the person; then by verdict; then the smaller share
 * left; then the earlier end; then the first in the list. A card that is over for more than a day comes last: it is
 * spent, not in danger.
 */
export function mostUrgentCard(candidates: readonly UrgencyInput[]): string | null {
  const ranked = candidates.map((candidate) => ({ text: candidate.idText, order: orderOf(candidate) }));
  ranked.sort((a, b) => firstDifference(a.order, b.order));
  return ranked[0]?.text ?? null;
}

function orderOf({ card, forecast, needsUserAction, now }: UrgencyInput): number[] {
  const rank = isOver(card, now) ? overRank : needsUserAction ? 0 : ranks[usageStatus(card, forecast, now).status];
  return [rank, remainingShare(cardBalance(card, now)) ?? 1, balanceEndsAt(card, now) ?? Number.MAX_SAFE_INTEGER];
}

/** Nothing of it counts any more, and has not since a day. A suspended card is not over: somebody can mend that. */
function isOver(card: Card, now: number): boolean {
  if (card.state === 'suspended' || activeModules(card, now).length > 0) return false;
  const endedAt = lastPlanEndsAt(card);
  return endedAt === null ? card.state !== 'active' : now - endedAt >= overAfterMs;
}

function firstDifference(a: number[], b: number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
