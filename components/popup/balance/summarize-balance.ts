import type { Forecast } from '../../../utils/core/forecast/forecast.ts';
import { type Verdict, type VerdictReason, verdictFor } from '../../../utils/core/forecast/usage-status.ts';
import { chargeAtOf, type Renewing, renewingPlans } from '../../../utils/core/usage/auto-renew.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import {
  type Counting,
  countingModules,
  endFor,
  endingPlanFor,
  type Figure,
  figureFor,
  hasEnded,
  lastEndOf,
  percentLeft,
  shareLeft,
  type View,
} from '../../../utils/core/usage/card-balance.ts';
import { isStale, type Reading, sellerTimeFor } from '../../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../../utils/core/values/time.ts';

/**
 * What the answer shows. `endsAt` by our clock, forecast and renewals by the seller's, which is `skewMs` ahead. `level`
 * and `time` are shares, 0 … 1, of what is left or, where that is the view, used and gone. `renewing`: what will be
 * charged soon.
 */
export type AnswerState = {
  figure: Figure;
  view: View;
  verdict: Verdict;
  reason: VerdictReason;
  isOld: boolean;
  hasEnded: boolean;
  level: number | null;
  percent: number | null;
  time: number | null;
  endsAt: number | null;
  safePerDayBytes: number | null;
  forecast: Forecast;
  renewing: Renewing[];
  skewMs: number;
};

const chargeSoonMs = 7 * dayMs;
const noForecast: Forecast = { kind: 'none' };

type Input = {
  card: Card;
  reading: Reading;
  forecast: Forecast;
  intervalMs: number;
  view: View;
  now: number;
};

export function answerFor({ card, reading, forecast, intervalMs, view, now }: Input): AnswerState {
  const sellerNow = sellerTimeFor(reading, now);
  const figure = figureFor(card, sellerNow);
  const endsAt = endFor(card, sellerNow) ?? (countingModules(card, sellerNow).length === 0 ? lastEndOf(card) : null);
  const ended = hasEnded(card, sellerNow);
  const isOld = ended || isStale(reading, intervalMs, now);
  const percent = percentLeft(figure);
  const timeLeft =
    hasTotal(figure) && hasOneEnd(card, sellerNow) ? timeLeftOf(endingPlanFor(card, sellerNow), sellerNow) : null;
  return {
    figure,
    view: hasTotal(figure) ? view : 'left',
    ...verdictFor(card, forecast, sellerNow),
    isOld,
    hasEnded: ended,
    level: turned(shareLeft(figure), hasTotal(figure) ? view : 'left'),
    percent: percent === null || view === 'left' ? percent : 100 - percent,
    time: turned(timeLeft, view),
    endsAt: endsAt === null ? null : endsAt - reading.skewMs,
    safePerDayBytes: isOld ? null : safePerDayFor(card, figure, endsAt, sellerNow),
    forecast: isOld ? noForecast : forecast,
    renewing: chargedSoon(card, sellerNow),
    skewMs: reading.skewMs,
  };
}

function chargedSoon(card: Card, sellerNow: number): Renewing[] {
  return renewingPlans(card, sellerNow).filter(({ autoRenew }) => {
    const at = chargeAtOf(autoRenew, sellerNow);
    return at !== null && at - sellerNow <= chargeSoonMs;
  });
}

function turned(share: number | null, view: View): number | null {
  return share === null || view === 'left' ? share : 1 - share;
}

function hasTotal(figure: Figure): boolean {
  return figure.kind === 'known' && figure.totalBytes !== null;
}

function timeLeftOf(ending: Counting | null, sellerNow: number): number | null {
  const startsAt = ending?.plan.startsAt ?? null;
  const endsAt = ending?.endsAt ?? null;
  if (startsAt === null || endsAt === null || endsAt <= startsAt || endsAt <= sellerNow) return null;
  return Math.min(1, (endsAt - sellerNow) / (endsAt - startsAt));
}

/** Bytes of two ends share neither a day's ration nor a mark of the time left. */
function hasOneEnd(card: Card, sellerNow: number): boolean {
  return new Set(countingModules(card, sellerNow).map(({ endsAt }) => endsAt)).size === 1;
}

function safePerDayFor(card: Card, figure: Figure, endsAt: number | null, sellerNow: number): number | null {
  if (figure.kind !== 'known' || figure.leftBytes === 0 || endsAt === null || endsAt - sellerNow < dayMs) return null;
  if (!hasOneEnd(card, sellerNow)) return null;
  return Math.floor(figure.leftBytes / ((endsAt - sellerNow) / dayMs));
}
