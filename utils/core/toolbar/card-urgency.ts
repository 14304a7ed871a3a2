import type { Forecast } from '../forecast/forecast.ts';
import { type Verdict, verdictFor } from '../forecast/usage-status.ts';
import type { Card } from '../usage/card.ts';
import { countingModules, endFor, figureFor, lastEndOf, shareLeft } from '../usage/card-balance.ts';
import { dayMs } from '../values/time.ts';

/** A card that may be on the badge. `needsPerson`: its account waits for the person. `now`: its seller's clock. */
export type Candidate = { text: string; card: Card; forecast: Forecast; needsPerson: boolean; now: number };

const ranks: Record<Verdict, number> = { out: 1, tight: 2, calm: 3, none: 4 };
const overRank = 5;
const overAfterMs = dayMs;

/**
 * The card that needs attention first: one whose account waits for the person; then by verdict; then the smaller share
 * left; then the earlier end; then the first in the list. A card that is over for more than a day comes last: it is
 * spent, not in danger.
 */
export function mostInDanger(candidates: readonly Candidate[]): string | null {
  const ranked = candidates.map((candidate) => ({ text: candidate.text, order: orderOf(candidate) }));
  ranked.sort((a, b) => firstDifference(a.order, b.order));
  return ranked[0]?.text ?? null;
}

function orderOf({ card, forecast, needsPerson, now }: Candidate): number[] {
  const rank = isOver(card, now) ? overRank : needsPerson ? 0 : ranks[verdictFor(card, forecast, now).verdict];
  return [rank, shareLeft(figureFor(card, now)) ?? 1, endFor(card, now) ?? Number.MAX_SAFE_INTEGER];
}

/** Nothing of it counts any more, and has not since a day. A suspended card is not over: somebody can mend that. */
function isOver(card: Card, now: number): boolean {
  if (card.state === 'suspended' || countingModules(card, now).length > 0) return false;
  const endedAt = lastEndOf(card);
  return endedAt === null ? card.state !== 'active' : now - endedAt >= overAfterMs;
}

function firstDifference(a: number[], b: number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
