import { type Card, isStale, type Reading, sellerTimeFor } from '../utils/core/card.ts';
import {
  type Counting,
  countingModules,
  endFor,
  endingPlanFor,
  type Figure,
  figureFor,
  hasEnded,
  percentLeft,
  shareLeft,
} from '../utils/core/figure.ts';
import { dayMs } from '../utils/core/time.ts';
import { type Verdict, type VerdictReason, verdictFor } from '../utils/core/verdict.ts';

/** What the answer shows. Times by our clock; `level` and `timeLeft` are shares, 0 … 1. */
export type AnswerState = {
  figure: Figure;
  verdict: Verdict;
  reason: VerdictReason;
  isOld: boolean;
  hasEnded: boolean;
  level: number | null;
  percent: number | null;
  timeLeft: number | null;
  endsAt: number | null;
  safePerDayBytes: number | null;
};

export function answerFor(card: Card, reading: Reading, intervalMs: number, now: number): AnswerState {
  const sellerNow = sellerTimeFor(reading, now);
  const figure = figureFor(card, sellerNow);
  const endsAt = endFor(card, sellerNow);
  const ended = hasEnded(card, sellerNow);
  const isOld = ended || isStale(reading, intervalMs, now);
  return {
    figure,
    ...verdictFor(card, sellerNow),
    isOld,
    hasEnded: ended,
    level: shareLeft(figure),
    percent: percentLeft(figure),
    timeLeft:
      hasTotal(figure) && hasOneEnd(card, sellerNow) ? timeLeftOf(endingPlanFor(card, sellerNow), sellerNow) : null,
    endsAt: endsAt === null ? null : endsAt - reading.skewMs,
    safePerDayBytes: isOld ? null : safePerDayFor(card, figure, endsAt, sellerNow),
  };
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
