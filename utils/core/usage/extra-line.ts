import { sumBytes } from '../values/bytes.ts';
import { dayMs, earliestOf } from '../values/time.ts';
import { type Card, remainingBytesOf } from './card.ts';
import { type ActiveModule, activeModules, cardBalance } from './card-balance.ts';
import { type WaitingPlan, waitingPlans } from './waiting-plans.ts';

/**
 * What stands beside the figure of a card, its verdict and its end. line-ends: the SIM or its number ends at `at`
 * without a top-up · part-ends: `bytes` of what is left end at `at`, before the rest · waiting: the next plan. Seller's
 * clock.
 */
export type ExtraLine =
  | { kind: 'line-ends'; at: number }
  | { kind: 'part-ends'; bytes: number; at: number }
  | ({ kind: 'waiting' } & WaitingPlan);

const nearLineEndMs = 7 * dayMs;

/** At most one: the first that applies. `now`: seller's clock. */
export function extraLineOf(card: Card, now: number): ExtraLine | null {
  const line = lineEndOf(card, now);
  if (line && line.at - now <= nearLineEndMs) return line;
  return partEndOf(card, now) ?? nextPlanOf(card, now) ?? line;
}

/** One that is past may have been moved by a top-up of which the seller has not told yet. */
function lineEndOf({ lineEndsAt = null }: Card, now: number): Extract<ExtraLine, { kind: 'line-ends' }> | null {
  return lineEndsAt === null || lineEndsAt <= now ? null : { kind: 'line-ends', at: lineEndsAt };
}

/** Of the data left that which ends first, where other data is left after it. */
function partEndOf(card: Card, now: number): ExtraLine | null {
  if (card.unconfirmed || cardBalance(card, now).kind !== 'known') return null;
  const first = partsEndingFirst(card, now);
  const at = first[0]?.endsAt ?? null;
  if (at === null) return null;
  return { kind: 'part-ends', bytes: sumBytes(first.map(({ module }) => remainingBytesOf(module))), at };
}

/** The parts of a card that end first with data left; none where all of its data ends at one time. */
export function partsEndingFirst(card: Card, now: number): ActiveModule[] {
  const parts = activeModules(card, now).filter(({ module }) => remainingBytesOf(module) > 0);
  const at = earliestOf(parts.map(({ endsAt }) => endsAt));
  const first = parts.filter(({ endsAt }) => endsAt === at);
  return at === null || first.length === parts.length ? [] : first;
}

/** A plan that the card stands for itself, having nothing else, is its verdict. */
function nextPlanOf(card: Card, now: number): ExtraLine | null {
  if (card.state !== 'active' || cardBalance(card, now).kind === 'not-started') return null;
  const [next] = waitingPlans(card, now);
  return next ? { kind: 'waiting', ...next } : null;
}
