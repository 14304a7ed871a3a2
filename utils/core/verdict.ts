import type { Card } from './card.ts';
import { type Figure, figureFor, hasEnded, isAtOrUnder } from './figure.ts';

/** The colour of badge, icon and bar: will it last? `none` where there is nothing to judge. */
export type Verdict = 'calm' | 'tight' | 'out' | 'none';

/** What the verdict's sentence says. */
export type VerdictReason =
  | 'plenty'
  | 'running-low'
  | 'almost-used-up'
  | 'no-data-left'
  | 'unlimited'
  | 'unknown'
  | 'ended'
  | 'grace'
  | 'suspended'
  | 'expired';

const tightPercent = 20;
const outPercent = 10;

/** Judged by the level alone; `now` is the seller's clock. */
export function verdictFor(card: Card, now: number): { verdict: Verdict; reason: VerdictReason } {
  if (card.state !== 'active') return { verdict: 'out', reason: card.state };
  if (hasEnded(card, now)) return { verdict: 'out', reason: 'ended' };
  return verdictByLevel(figureFor(card, now));
}

function verdictByLevel(figure: Figure): { verdict: Verdict; reason: VerdictReason } {
  if (figure.kind === 'unlimited') return { verdict: 'calm', reason: 'unlimited' };
  if (figure.kind === 'unknown') return { verdict: 'none', reason: 'unknown' };
  if (isAtOrUnder(figure, 0)) return { verdict: 'out', reason: 'no-data-left' };
  if (figure.kind === 'coarse') {
    return figure.level === 'low' ? { verdict: 'tight', reason: 'running-low' } : { verdict: 'calm', reason: 'plenty' };
  }
  if (isAtOrUnder(figure, outPercent)) return { verdict: 'out', reason: 'almost-used-up' };
  if (isAtOrUnder(figure, tightPercent)) return { verdict: 'tight', reason: 'running-low' };
  return { verdict: 'calm', reason: 'plenty' };
}
