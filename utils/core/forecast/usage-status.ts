import type { Card } from '../usage/card.ts';
import {
  activeModules,
  type CardBalance,
  cardBalance,
  hasExpired,
  hasNewPeriodBegun,
  isAtOrBelowPercent,
  nextToExpire,
} from '../usage/card-balance.ts';
import { dayMs } from '../values/time.ts';
import type { Forecast } from './forecast.ts';

/** Whether the data will last: the colour of badge, icon and bar. unknown: there is nothing to evaluate. */
export type UsageStatus = 'ok' | 'warning' | 'critical' | 'unknown';

/** Why a card has its usage status: the sentence shown beside it. */
export type StatusReason =
  | 'lasts'
  | 'close'
  | 'runs-out'
  | 'lasts-until'
  | 'plenty'
  | 'running-low'
  | 'almost-used-up'
  | 'no-data-left'
  | 'throttled'
  | 'pay-as-you-go'
  | 'unlimited'
  | 'unknown'
  | 'no-plan'
  | 'unconfirmed'
  | 'new-period'
  | 'ended'
  | 'grace'
  | 'suspended'
  | 'expired';

export type StatusWithReason = { status: UsageStatus; reason: StatusReason };

const warningPercent = 20;
const criticalPercent = 10;
const usualValidityMs = 30 * dayMs;

/** By the forecast where there is one, else by the balance alone. `now`: seller's clock. */
export function usageStatus(card: Card, forecast: Forecast, now: number): StatusWithReason {
  if (card.state !== 'active') return { status: 'critical', reason: card.state };
  if (hasNewPeriodBegun(card, now)) return { status: 'unknown', reason: 'new-period' };
  if (hasExpired(card, now)) return { status: 'critical', reason: 'ended' };
  if (card.unconfirmed) return { status: 'unknown', reason: 'unconfirmed' };
  const balance = cardBalance(card, now);
  if (isAtOrBelowPercent(balance, 0)) return { status: 'critical', reason: emptyReason(card, now) };
  const byBalance = statusByBalance(balance);
  if (forecast.kind !== 'ready') return byBalance;
  if (forecast.endsAt === null) {
    return { status: byBalance.status, reason: forecast.runOut.likely === null ? byBalance.reason : 'lasts-until' };
  }
  const status = statusFromForecast(forecast, nextToExpire(card, now)?.plan.startsAt ?? null) ?? byBalance.status;
  const reason = status === 'ok' ? 'lasts' : status === 'warning' ? 'close' : 'runs-out';
  return { status, reason };
}

/**
 * ok: the likely run-out is after the validity · warning: within its last tenth · critical: before. Null: there is no
 * forecast, or the data does not expire. `startsAt`: when the validity began (seller's clock); null: not known, taken
 * as 30 days before its end.
 */
export function statusFromForecast(forecast: Forecast, startsAt: number | null): 'ok' | 'warning' | 'critical' | null {
  if (forecast.kind !== 'ready' || forecast.endsAt === null) return null;
  const { endsAt, runOut } = forecast;
  if (runOut.likely === null || runOut.likely >= endsAt) return 'ok';
  const validityMs = startsAt === null || startsAt >= endsAt ? usualValidityMs : endsAt - startsAt;
  return endsAt - runOut.likely <= validityMs / 10 ? 'warning' : 'critical';
}

/**
 * How urgent a card is among others: one whose balance is to be confirmed as if the smaller of both were true. `now`:
 * seller's clock.
 */
export function urgencyOf(card: Card, forecast: Forecast, now: number): UsageStatus {
  const { unconfirmed, ...certain } = card;
  const balance = cardBalance(card, now);
  if (!unconfirmed || balance.kind !== 'known') return usageStatus(certain, forecast, now).status;
  return statusByBalance({ ...balance, leftBytes: Math.min(balance.leftBytes, unconfirmed.leftBytes) }).status;
}

/** A used-up card may still have a connection, throttled or charged by use. */
function emptyReason(card: Card, now: number): StatusReason {
  const overUsages = activeModules(card, now).map(({ module }) => module.overUsage);
  if (overUsages.includes('throttled')) return 'throttled';
  return overUsages.includes('pay-as-you-go') ? 'pay-as-you-go' : 'no-data-left';
}

function statusByBalance(balance: CardBalance): StatusWithReason {
  if (balance.kind === 'unlimited') return { status: 'ok', reason: 'unlimited' };
  if (balance.kind === 'unknown' || balance.kind === 'no-plan') return { status: 'unknown', reason: balance.kind };
  if (balance.kind === 'coarse') {
    return balance.level === 'low' ? { status: 'warning', reason: 'running-low' } : { status: 'ok', reason: 'plenty' };
  }
  if (isAtOrBelowPercent(balance, criticalPercent)) return { status: 'critical', reason: 'almost-used-up' };
  if (isAtOrBelowPercent(balance, warningPercent)) return { status: 'warning', reason: 'running-low' };
  return { status: 'ok', reason: 'plenty' };
}
