import type { Card } from '../usage/card.ts';
import {
  activeModules,
  type CardBalance,
  cardBalance,
  hasExpired,
  hasNewPeriodBegun,
  isAtOrBelowPercent,
  remainingShare,
} from '../usage/card-balance.ts';
import { dayMs } from '../values/time.ts';
import { type Forecast, type Outlook, outlookOf } from './forecast.ts';
import { commonValidity, validityOf } from './validity.ts';

/** Whether the data will last: the colour of badge, icon and bar. unknown: there is nothing to evaluate. */
export type UsageStatus = 'ok' | 'warning' | 'critical' | 'unknown';

/** Why a card has its usage status: the sentence shown beside it. */
export type StatusReason =
  | 'lasts'
  | 'close'
  | 'runs-out'
  | 'lasts-until'
  | 'plenty'
  | 'too-early'
  | 'used-fast'
  | 'running-low'
  | 'almost-used-up'
  | 'no-data-left'
  | 'throttled'
  | 'pay-as-you-go'
  | 'unlimited'
  | 'not-started'
  | 'unknown'
  | 'no-plan'
  | 'unconfirmed'
  | 'new-period'
  | 'ended'
  | 'grace'
  | 'suspended'
  | 'expired';

/** No plan of the card can be used. */
export const overReasons: readonly StatusReason[] = ['ended', 'grace', 'expired'];

export type StatusWithReason = { status: UsageStatus; reason: StatusReason };

const warningPercent = 20;
const criticalPercent = 10;
const usualValidityMs = 30 * dayMs;
/** How far the share of data that is left may be below that of the time before it counts as used too fast. */
const maxLag = 0.1;

/** By the forecast where there is one, else by the balance alone. `now`: seller's clock. */
export function usageStatus(card: Card, forecast: Forecast, now: number): StatusWithReason {
  if (card.state !== 'active') return { status: 'critical', reason: card.state };
  if (hasNewPeriodBegun(card, now)) return { status: 'unknown', reason: 'new-period' };
  if (hasExpired(card, now)) return { status: 'critical', reason: 'ended' };
  if (card.unconfirmed) return { status: 'unknown', reason: 'unconfirmed' };
  const balance = cardBalance(card, now);
  if (isAtOrBelowPercent(balance, 0)) return { status: 'critical', reason: emptyReason(card, now) };
  const outlook = outlookOf(forecast);
  const status = outlook && statusFromOutlook(outlook, card, now);
  if (status) return { status, reason: status === 'ok' ? 'lasts' : status === 'warning' ? 'close' : 'runs-out' };
  const byBalance = statusByBalance(card, balance, now);
  if (outlook) {
    return { status: byBalance.status, reason: outlook.runOut.likely === null ? byBalance.reason : 'lasts-until' };
  }
  const isUntold = forecast.kind === 'insufficient-data' && balance.kind === 'known' && byBalance.reason === 'plenty';
  return isUntold ? { ...byBalance, reason: 'too-early' } : byBalance;
}

/**
 * ok: the likely run-out is after the validity · warning: within its last tenth · critical: before. Null: the data does
 * not expire. A validity that is not known is taken as 30 days. `now`: seller's clock.
 */
export function statusFromOutlook(
  { endsAt, runOut }: Outlook,
  card: Card,
  now: number,
): 'ok' | 'warning' | 'critical' | null {
  if (endsAt === null) return null;
  if (runOut.likely === null || runOut.likely >= endsAt) return 'ok';
  const startsAt = validityOf(card, now)?.startsAt ?? endsAt - usualValidityMs;
  return (endsAt - runOut.likely) * 10 <= endsAt - startsAt ? 'warning' : 'critical';
}

/**
 * How urgent a card is among others: one whose balance is to be confirmed as if the smaller of both were true. `now`:
 * seller's clock.
 */
export function urgencyOf(card: Card, forecast: Forecast, now: number): UsageStatus {
  const { unconfirmed, ...certain } = card;
  const balance = smallerBalance(card, now);
  if (!unconfirmed || balance.kind !== 'known') return usageStatus(certain, forecast, now).status;
  return statusByBalance(card, balance, now).status;
}

/** When time alone ends that the card counts as used too fast; null: it does not. Seller's clock. */
export function usedFastUntil(card: Card, now: number): number | null {
  return fastUntil(card, smallerBalance(card, now), now);
}

function smallerBalance(card: Card, now: number): CardBalance {
  const balance = cardBalance(card, now);
  if (!card.unconfirmed || balance.kind !== 'known') return balance;
  return { ...balance, leftBytes: Math.min(balance.leftBytes, card.unconfirmed.leftBytes) };
}

/** When the share of time that is left is no longer far above that of the data; null: it is not, or is not known. */
function fastUntil(card: Card, balance: CardBalance, now: number): number | null {
  const validity = commonValidity(card, now);
  const dataLeft = balance.kind === 'known' ? remainingShare(balance) : null;
  if (!validity || dataLeft === null) return null;
  const until = Math.ceil(validity.endsAt - (dataLeft + maxLag) * (validity.endsAt - validity.startsAt));
  return until > now ? until : null;
}

/** A used-up card may still have a connection, throttled or charged by use. */
function emptyReason(card: Card, now: number): StatusReason {
  const overUsages = activeModules(card, now).map(({ module }) => module.overUsage);
  if (overUsages.includes('throttled')) return 'throttled';
  return overUsages.includes('pay-as-you-go') ? 'pay-as-you-go' : 'no-data-left';
}

function statusByBalance(card: Card, balance: CardBalance, now: number): StatusWithReason {
  if (balance.kind === 'unlimited' || balance.kind === 'not-started') return { status: 'ok', reason: balance.kind };
  if (balance.kind === 'unknown' || balance.kind === 'no-plan') return { status: 'unknown', reason: balance.kind };
  if (balance.kind === 'coarse') {
    return balance.level === 'low' ? { status: 'warning', reason: 'running-low' } : { status: 'ok', reason: 'plenty' };
  }
  if (isAtOrBelowPercent(balance, criticalPercent)) return { status: 'critical', reason: 'almost-used-up' };
  if (isAtOrBelowPercent(balance, warningPercent)) return { status: 'warning', reason: 'running-low' };
  const isFast = fastUntil(card, balance, now) !== null;
  return isFast ? { status: 'warning', reason: 'used-fast' } : { status: 'ok', reason: 'plenty' };
}
