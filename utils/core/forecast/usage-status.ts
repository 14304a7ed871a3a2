import type { Card } from '../usage/card.ts';
import {
  activeModules,
  type CardBalance,
  cardBalance,
  hasExpired,
  isAtOrBelowPercent,
  nextToExpire,
} from '../usage/card-balance.ts';
import { dayMs } from '../values/time.ts';
import type { Forecast } from './forecast.ts';

/** The colour of badge, icon and bar: will it last? `none` where there is nothing to judge. */
export type UsageStatus = 'ok' | 'warning' | 'critical' | 'unknown';

/** What the verdict's sentence says. */
export type StatusReason =
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

export type StatusWithReason = { status: UsageStatus; reason: StatusReason };

const warningPercent = 20;
const criticalPercent = 10;
const usualValidityMs = 30 * dayMs;

/** By the forecast where there is one, else by the level; `now` is the seller's clock. */
export function usageStatus(card: Card, forecast: Forecast, now: number): StatusWithReason {
  if (card.state !== 'active') return { status: 'critical', reason: card.state };
  if (hasExpired(card, now)) return { status: 'critical', reason: 'ended' };
  const balance = cardBalance(card, now);
  if (isAtOrBelowPercent(balance, 0)) return { status: 'critical', reason: emptyReason(card, now) };
  const byLevel = statusByLevel(balance);
  if (forecast.kind !== 'ready') return byLevel;
  if (forecast.endsAt === null) {
    return { status: byLevel.status, reason: forecast.runOut.likely === null ? byLevel.reason : 'lasts-till' };
  }
  const status = statusFromForecast(forecast, nextToExpire(card, now)?.plan.startsAt ?? null) ?? byLevel.status;
  const reason = status === 'ok' ? 'lasts' : status === 'warning' ? 'close' : 'runs-out';
  return { status, reason };
}

/**
 * calm: the likely run-out is after the validity · tight: within the last tenth of it · out: before. Null where there
 * is no forecast, or no end to reach. `startsAt`: when the validity began (30 days before its end if not told).
 */
export function statusFromForecast(forecast: Forecast, startsAt: number | null): 'ok' | 'warning' | 'critical' | null {
  if (forecast.kind !== 'ready' || forecast.endsAt === null) return null;
  const { endsAt, runOut } = forecast;
  if (runOut.likely === null || runOut.likely >= endsAt) return 'ok';
  const validityMs = startsAt === null || startsAt >= endsAt ? usualValidityMs : endsAt - startsAt;
  return endsAt - runOut.likely <= validityMs / 10 ? 'warning' : 'critical';
}

/** Used up is not the same as cut off. */
function emptyReason(card: Card, now: number): StatusReason {
  const manners = activeModules(card, now).map(({ module }) => module.overUsage);
  if (manners.includes('throttled')) return 'throttled';
  return manners.includes('pay-as-you-go') ? 'pay-as-you-go' : 'no-data-left';
}

function statusByLevel(balance: CardBalance): StatusWithReason {
  if (balance.kind === 'unlimited') return { status: 'ok', reason: 'unlimited' };
  if (balance.kind === 'unknown') return { status: 'unknown', reason: 'unknown' };
  if (balance.kind === 'coarse') {
    return balance.level === 'low' ? { status: 'warning', reason: 'running-low' } : { status: 'ok', reason: 'plenty' };
  }
  if (isAtOrBelowPercent(balance, criticalPercent)) return { status: 'critical', reason: 'almost-used-up' };
  if (isAtOrBelowPercent(balance, warningPercent)) return { status: 'warning', reason: 'running-low' };
  return { status: 'ok', reason: 'plenty' };
}
