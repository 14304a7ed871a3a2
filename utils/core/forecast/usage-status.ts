import type { Card } from '../usage/card.ts';
import {
  countingModules,
  endingPlanFor,
  type Figure,
  figureFor,
  hasEnded,
  isAtOrUnder,
} from '../usage/card-balance.ts';
import { dayMs } from '../values/time.ts';
import type { Forecast } from './forecast.ts';

/** The colour of badge, icon and bar: will it last? `none` where there is nothing to judge. */
export type Verdict = 'calm' | 'tight' | 'out' | 'none';

/** What the verdict's sentence says. */
export type VerdictReason =
  | 'lasts'
  | 'close'
  | 'runs-out'
  | 'lasts-till'
  | 'plenty'
  | 'running-low'
  | 'almost-used-up'
  | 'no-data-left'
  | 'throttled'
  | 'pay-as-you-go'
  | 'unlimited'
  | 'unknown'
  | 'ended'
  | 'grace'
  | 'suspended'
  | 'expired';

export type VerdictFor = { verdict: Verdict; reason: VerdictReason };

const tightPercent = 20;
const outPercent = 10;
const usualValidityMs = 30 * dayMs;

/** By the forecast where there is one, else by the level; `now` is the seller's clock. */
export function verdictFor(card: Card, forecast: Forecast, now: number): VerdictFor {
  if (card.state !== 'active') return { verdict: 'out', reason: card.state };
  if (hasEnded(card, now)) return { verdict: 'out', reason: 'ended' };
  const figure = figureFor(card, now);
  if (isAtOrUnder(figure, 0)) return { verdict: 'out', reason: emptyReason(card, now) };
  const byLevel = verdictByLevel(figure);
  if (forecast.kind !== 'ready') return byLevel;
  if (forecast.endsAt === null) {
    return { verdict: byLevel.verdict, reason: forecast.runOut.likely === null ? byLevel.reason : 'lasts-till' };
  }
  const verdict = forecastVerdict(forecast, endingPlanFor(card, now)?.plan.startsAt ?? null) ?? byLevel.verdict;
  const reason = verdict === 'calm' ? 'lasts' : verdict === 'tight' ? 'close' : 'runs-out';
  return { verdict, reason };
}

/**
 * calm: the likely run-out is after the validity · tight: within the last tenth of it · out: before. Null where there
 * is no forecast, or no end to reach. `startsAt`: when the validity began (30 days before its end if not told).
 */
export function forecastVerdict(forecast: Forecast, startsAt: number | null): 'calm' | 'tight' | 'out' | null {
  if (forecast.kind !== 'ready' || forecast.endsAt === null) return null;
  const { endsAt, runOut } = forecast;
  if (runOut.likely === null || runOut.likely >= endsAt) return 'calm';
  const validityMs = startsAt === null || startsAt >= endsAt ? usualValidityMs : endsAt - startsAt;
  return endsAt - runOut.likely <= validityMs / 10 ? 'tight' : 'out';
}

/** Used up is not the same as cut off. */
function emptyReason(card: Card, now: number): VerdictReason {
  const manners = countingModules(card, now).map(({ module }) => module.overUsage);
  if (manners.includes('throttled')) return 'throttled';
  return manners.includes('pay-as-you-go') ? 'pay-as-you-go' : 'no-data-left';
}

function verdictByLevel(figure: Figure): VerdictFor {
  if (figure.kind === 'unlimited') return { verdict: 'calm', reason: 'unlimited' };
  if (figure.kind === 'unknown') return { verdict: 'none', reason: 'unknown' };
  if (figure.kind === 'coarse') {
    return figure.level === 'low' ? { verdict: 'tight', reason: 'running-low' } : { verdict: 'calm', reason: 'plenty' };
  }
  if (isAtOrUnder(figure, outPercent)) return { verdict: 'out', reason: 'almost-used-up' };
  if (isAtOrUnder(figure, tightPercent)) return { verdict: 'tight', reason: 'running-low' };
  return { verdict: 'calm', reason: 'plenty' };
}
