import { type Forecast, outlookOf } from '../forecast/forecast.ts';
import { type UsageStatus, usageStatus } from '../forecast/usage-status.ts';
import type { Settings } from '../settings.ts';
import type { Card, UnconfirmedJump } from '../usage/card.ts';
import {
  balanceEndsAt,
  type CardBalance,
  cardBalance,
  cardExpiresAt,
  type DisplayMode,
  hasExpired,
  hasNewPeriodBegun,
  remainingShare,
} from '../usage/card-balance.ts';
import { isStale } from '../usage/staleness.ts';
import { toSellerTime, type UsageSnapshot } from '../usage/usage-snapshot.ts';
import { type PlanStart, planStartByOurClock } from '../usage/waiting-plans.ts';
import type { ByteUnit } from '../values/bytes.ts';
import { type Failure, hasNoProvider, needsUserAction } from '../values/failure.ts';
import { badgeText } from './badge-text.ts';

/** Why this card is the one on the toolbar; null where there is no other. */
export type SelectionReason = 'pinned' | 'urgent' | null;

/**
 * Everything the toolbar shows, as data. `text` of a demo card is as that of any other: beside a figure three characters
 * have no room for a mark, so the tooltip alone says what it is. `level`: share of the gauge that is filled, 0 … 1; null: not known, drawn
 * empty. `start`: how the plan begins that the card stands for, having nothing else. `runsOutAt`: the likely time, where
 * the data will be used up before it expires; now: it has come; null: it will not, or not known.
 */
export type ToolbarState = {
  text: string;
  colour: UsageStatus | 'stale' | 'action';
  level: number | null;
  isHollow: boolean;
  card: {
    title: string;
    balance: CardBalance;
    start: PlanStart | null;
    endsAt: number | null;
    runsOutAt: number | 'now' | null;
    isFirstEstimate: boolean;
    measuredAt: number;
    unconfirmed: UnconfirmedJump | null;
  } | null;
};

export type ToolbarInput = {
  /** Null: there is no account yet. */
  account: {
    byteUnit: ByteUnit;
    snapshot: UsageSnapshot | null;
    card: Card | null;
    title: string;
    forecast: Forecast;
    failure: Failure | null;
  } | null;
  intervalMs: number;
  settings: Pick<Settings, 'badgeNumber' | 'badgeShows' | 'view'>;
  /** Our clock. */
  now: number;
};

/** Times in the result are by our clock. */
export function toolbarState({ account, intervalMs, settings, now }: ToolbarInput): ToolbarState {
  const empty: ToolbarState = { text: '', colour: 'unknown', level: null, isHollow: true, card: null };
  if (!account) return empty;
  const { snapshot, card, failure, byteUnit, forecast, title } = account;
  const needsAction = needsUserAction(failure);
  if (!snapshot || !card) {
    return {
      ...empty,
      text: needsAction ? '!' : !settings.badgeNumber ? '' : hasNoProvider(failure) ? '?' : '…',
      colour: needsAction ? 'action' : 'unknown',
    };
  }
  const sellerNow = toSellerTime(snapshot, now);
  const balance = cardBalance(card, sellerNow);
  const hasNoEnd = balance.kind === 'no-plan' || hasNewPeriodBegun(card, sellerNow);
  const endsAt = hasNoEnd ? null : balanceEndsAt(card, sellerNow);
  const expiresAt = cardExpiresAt(card, sellerNow);
  const isOutdated = isStale(snapshot, intervalMs, now) || hasExpired(card, sellerNow);
  const toEndMs = expiresAt === null ? null : expiresAt - sellerNow;
  const { badgeShows: shows, view } = settings;
  const balanceText = () => badgeText({ balance, byteUnit, view, shows, toEndMs, forecast, now: sellerNow });
  return {
    text: needsAction ? '!' : settings.badgeNumber ? balanceText() : '',
    colour: needsAction ? 'action' : isOutdated ? 'stale' : usageStatus(card, forecast, sellerNow).status,
    level: levelOf(balance, view),
    isHollow: isOutdated,
    card: {
      title,
      balance,
      start: balance.kind === 'not-started' ? planStartByOurClock(balance.start, snapshot.skewMs) : null,
      endsAt: endsAt === null ? null : endsAt - snapshot.skewMs,
      runsOutAt: isOutdated ? null : shownRunOut(forecast, snapshot.skewMs, now),
      isFirstEstimate: forecast.kind === 'first-estimate',
      measuredAt: card.measuredAt - snapshot.skewMs,
      unconfirmed: toOurClock(card.unconfirmed, snapshot.skewMs),
    },
  };
}

function toOurClock(jump: UnconfirmedJump | undefined, skewMs: number): UnconfirmedJump | null {
  return jump ? { ...jump, measuredAt: jump.measuredAt - skewMs } : null;
}

function shownRunOut(forecast: Forecast, skewMs: number, now: number): number | 'now' | null {
  const at = outlookOf(forecast)?.runOut.likely ?? null;
  if (at === null) return null;
  return at - skewMs > now ? at - skewMs : 'now';
}

/** How full the gauge is, 0 … 1, in steps of a sixteenth so that the icon is redrawn only when it looks different. */
function levelOf(balance: CardBalance, view: DisplayMode): number | null {
  if (balance.kind === 'not-started') return 1;
  const left = remainingShare(balance);
  const share = left === null || view === 'left' || balance.kind === 'unlimited' ? left : 1 - left;
  return share === null || share === 0 ? share : Math.max(2, Math.floor(share * 16)) / 16;
}
