import type { Forecast } from '../../../utils/core/forecast/forecast.ts';
import { type StatusReason, type UsageStatus, usageStatus } from '../../../utils/core/forecast/usage-status.ts';
import { type RenewingPlan, renewingPlans, upcomingChargeAt } from '../../../utils/core/usage/auto-renew.ts';
import type { Card, UnconfirmedJump } from '../../../utils/core/usage/card.ts';
import {
  type ActiveModule,
  activeModules,
  balanceEndsAt,
  type CardBalance,
  cardBalance,
  type DisplayMode,
  hasExpired,
  hasNewPeriodBegun,
  lastPlanEndsAt,
  nextToExpire,
  remainingPercent,
  remainingShare,
} from '../../../utils/core/usage/card-balance.ts';
import { isStale } from '../../../utils/core/usage/staleness.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../../utils/core/values/time.ts';

/**
 * The values of the balance summary. `endsAt`: our clock; `forecast` and `renewing`: the seller's clock, which is
 * `skewMs` ahead. `level` and `time`: shares, 0 … 1, of the remaining data and time or, with the view "used", of the
 * used data and the elapsed time. `renewing`: plans with a charge within a week.
 */
export type BalanceView = {
  balance: CardBalance;
  view: DisplayMode;
  status: UsageStatus;
  reason: StatusReason;
  isOld: boolean;
  hasEnded: boolean;
  level: number | null;
  percent: number | null;
  time: number | null;
  endsAt: number | null;
  safePerDayBytes: number | null;
  forecast: Forecast;
  unconfirmed: UnconfirmedJump | null;
  renewing: RenewingPlan[];
  skewMs: number;
};

const chargeLeadMs = 7 * dayMs;
const noForecast: Forecast = { kind: 'none' };

type Input = {
  card: Card;
  snapshot: UsageSnapshot;
  forecast: Forecast;
  intervalMs: number;
  view: DisplayMode;
  now: number;
};

export function summarizeBalance({ card, snapshot, forecast, intervalMs, view, now }: Input): BalanceView {
  const sellerNow = toSellerTime(snapshot, now);
  const balance = cardBalance(card, sellerNow);
  const endsAt =
    balanceEndsAt(card, sellerNow) ?? (activeModules(card, sellerNow).length === 0 ? lastPlanEndsAt(card) : null);
  const hasEnded = hasExpired(card, sellerNow);
  const isNewPeriod = hasNewPeriodBegun(card, sellerNow);
  const isOld = hasEnded || isStale(snapshot, intervalMs, now);
  const percent = remainingPercent(balance);
  const timeLeft =
    hasTotal(balance) && hasOneEnd(card, sellerNow) ? timeLeftOf(nextToExpire(card, sellerNow), sellerNow) : null;
  return {
    balance,
    view: hasTotal(balance) ? view : 'left',
    ...usageStatus(card, forecast, sellerNow),
    isOld,
    hasEnded,
    level: toDisplayedShare(remainingShare(balance), hasTotal(balance) ? view : 'left'),
    percent: percent === null || view === 'left' ? percent : 100 - percent,
    time: toDisplayedShare(timeLeft, view),
    endsAt: endsAt === null || isNewPeriod ? null : endsAt - snapshot.skewMs,
    safePerDayBytes: isOld || card.unconfirmed ? null : safePerDayFor(card, balance, endsAt, sellerNow),
    forecast: isOld ? noForecast : forecast,
    unconfirmed: card.unconfirmed ?? null,
    renewing: plansToCharge(card, sellerNow),
    skewMs: snapshot.skewMs,
  };
}

function plansToCharge(card: Card, sellerNow: number): RenewingPlan[] {
  return renewingPlans(card, sellerNow).filter(({ autoRenew }) => {
    const at = upcomingChargeAt(autoRenew, sellerNow);
    return at !== null && at - sellerNow <= chargeLeadMs;
  });
}

function toDisplayedShare(share: number | null, view: DisplayMode): number | null {
  return share === null || view === 'left' ? share : 1 - share;
}

function hasTotal(balance: CardBalance): boolean {
  return balance.kind === 'known' && balance.totalBytes !== null;
}

function timeLeftOf(module: ActiveModule | null, sellerNow: number): number | null {
  const startsAt = module?.plan.startsAt ?? null;
  const endsAt = module?.endsAt ?? null;
  if (startsAt === null || endsAt === null || endsAt <= startsAt || endsAt <= sellerNow) return null;
  return Math.min(1, (endsAt - sellerNow) / (endsAt - startsAt));
}

/** Modules that end at different times have no common daily ration or remaining time. */
function hasOneEnd(card: Card, sellerNow: number): boolean {
  return new Set(activeModules(card, sellerNow).map(({ endsAt }) => endsAt)).size === 1;
}

function safePerDayFor(card: Card, balance: CardBalance, endsAt: number | null, sellerNow: number): number | null {
  if (balance.kind !== 'known' || balance.leftBytes === 0 || endsAt === null || endsAt - sellerNow < dayMs) return null;
  if (!hasOneEnd(card, sellerNow)) return null;
  return Math.floor(balance.leftBytes / ((endsAt - sellerNow) / dayMs));
}
