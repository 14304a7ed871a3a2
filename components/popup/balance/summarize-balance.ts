import type { Forecast } from '../../../utils/core/forecast/forecast.ts';
import { type StatusReason, type UsageStatus, usageStatus } from '../../../utils/core/forecast/usage-status.ts';
import { hasOneEnd, timeLeftShare } from '../../../utils/core/forecast/validity.ts';
import type { Card, UnconfirmedJump } from '../../../utils/core/usage/card.ts';
import {
  activeModules,
  balanceEndsAt,
  type CardBalance,
  cardBalance,
  type DisplayMode,
  hasExpired,
  hasNewPeriodBegun,
  lastPlanEndsAt,
  remainingPercent,
  remainingShare,
} from '../../../utils/core/usage/card-balance.ts';
import { isStale } from '../../../utils/core/usage/staleness.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../../utils/core/values/time.ts';

/**
 * The values of the balance summary. `endsAt`: our clock; `forecast`: the seller's clock, which is `skewMs` ahead.
 * `level` and `time`: shares, 0 … 1, of the remaining data and time or, with the view "used", of the used data and the
 * elapsed time.
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
  skewMs: number;
};

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
  const isOver = balance.kind !== 'not-started' && activeModules(card, sellerNow).length === 0;
  const endsAt = balanceEndsAt(card, sellerNow) ?? (isOver ? lastPlanEndsAt(card) : null);
  const hasEnded = hasExpired(card, sellerNow);
  const isNewPeriod = hasNewPeriodBegun(card, sellerNow);
  const isOld = hasEnded || isStale(snapshot, intervalMs, now);
  const percent = remainingPercent(balance);
  const timeLeft = hasTotal(balance) ? timeLeftShare(card, sellerNow) : null;
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
    skewMs: snapshot.skewMs,
  };
}

function toDisplayedShare(share: number | null, view: DisplayMode): number | null {
  return share === null || view === 'left' ? share : 1 - share;
}

function hasTotal(balance: CardBalance): boolean {
  return balance.kind === 'known' && balance.totalBytes !== null;
}

function safePerDayFor(card: Card, balance: CardBalance, endsAt: number | null, sellerNow: number): number | null {
  if (balance.kind !== 'known' || balance.leftBytes === 0 || endsAt === null || endsAt - sellerNow < dayMs) return null;
  if (!hasOneEnd(card, sellerNow)) return null;
  return Math.floor(balance.leftBytes / ((endsAt - sellerNow) / dayMs));
}
