import { forecastFrom } from '../../utils/core/forecast/forecast.ts';
import { dayMs, hourMs, minuteMs } from '../../utils/core/values/time.ts';
import { randomFrom } from './random.ts';
import { byKind, median, type Outcome, outcomesOf, type Score, scoreOf } from './scores.ts';
import { checksOf, epoch, historyOf, horizonMs, meter, naiveRunOut, type Trace, userWithPlan } from './traces.ts';
import type { Kind } from './users.ts';

/*
 * The quality of the first estimate: six hours to three days after a card was connected, most at a random time of a plan
 * that had begun before, one in four as it begins.
 */

/** `endsAt`: when the plan expires. `ranOutAt`: when its data would be used up if it did not. */
export type FirstTrace = Trace & { quotaBytes: number; endsAt: number };

function firstTraceOf(kind: Kind, seed: number): FirstTrace {
  const random = randomFrom(seed);
  const { user, quotaBytes, days } = userWithPlan(kind, random);
  // Of the plans people have, more are too small for their time than too large.
  const validityMs = (days * dayMs) / random.ratio(0.5, 1.25);
  const usage = meter(user.hours, hourMs);
  for (;;) {
    const began = Math.floor(random.between(10, 40) * dayMs);
    const usedBefore = usage.at(began);
    const end = Math.min(usage.reaches(usedBefore + quotaBytes), began + validityMs);
    const connected = random.chance(0.25) ? began + random.between(0, 1) * hourMs : random.between(began, end);
    const until = connected + random.between(6 * hourMs, 3 * dayMs);
    if (until >= end) continue;
    const checks = [Math.floor(connected), ...checksOf(kind, until, random).filter((at) => at > connected)];
    const measured = checks.findLast((at) => at <= until) ?? 0;
    const usedBytes = usage.at(measured);
    const leftBytes = usedBefore + quotaBytes - usedBytes;
    return {
      history: historyOf(
        checks.filter((at) => at <= measured),
        usage.at,
        quotaBytes,
      ),
      measuredAt: epoch + measured,
      now: epoch + measured + random.between(0, 10) * minuteMs,
      quotaBytes,
      leftBytes,
      planBeganAt: epoch + began,
      planUsedBytes: usedBytes - usedBefore,
      endsAt: epoch + began + validityMs,
      ranOutAt: epoch + Math.min(usage.reaches(usedBytes + leftBytes), measured + horizonMs),
    };
  }
}

/** `width`: of the interval, as a share of the time that was left. */
type FirstOutcome = Outcome & { width: number };

/** `width`: the median. `told`: the share of all cases that got an estimate; the other figures are of those. */
export type FirstScore = Score & { width: number; told: number };

/** One estimate, or none, for each of `perKind` users of each kind. The same seed gives the same scores. */
export function firstScoresFor(seed: number, perKind: number, forecaster = forecastFrom) {
  const outcomes = outcomesOf(seed, perKind, (kind, traceSeed) => ({
    kind,
    told: outcomeOf(kind, firstTraceOf(kind, traceSeed), forecaster),
  }));
  return byKind(outcomes, firstScoreOf);
}

function firstScoreOf(outcomes: { told: FirstOutcome | null }[]): FirstScore {
  const told = outcomes.flatMap((outcome) => outcome.told ?? []);
  return { ...scoreOf(told), width: median(told.map(({ width }) => width)), told: told.length / outcomes.length };
}

/**
 * As the popup tells it, the data lasts until it is used up or expires. The error is of the run-out alone: the end is
 * known to everybody.
 */
function outcomeOf(kind: Kind, trace: FirstTrace, forecaster: typeof forecastFrom): FirstOutcome | null {
  const { history, quotaBytes, leftBytes, measuredAt, now, planBeganAt, planUsedBytes, endsAt, ranOutAt } = trace;
  const planUse = { startsAt: planBeganAt, quotaBytes, usedBytes: planUsedBytes };
  const pools = [{ leftBytes, endsAt: null }];
  const forecast = forecaster({ pools, planUse, ...history, measuredAt, now, zone: 'UTC' });
  if (forecast.kind !== 'first-estimate') return null;
  const lastsUntil = (at: number | null) => Math.max(now, Math.min(at ?? endsAt, endsAt));
  const [early, late] = [lastsUntil(forecast.runOut.early), lastsUntil(forecast.runOut.late)];
  const outcomeAt = lastsUntil(ranOutAt);
  const horizon = measuredAt + horizonMs;
  return {
    kind,
    isCovered: early <= outcomeAt && outcomeAt <= late,
    width: (late - early) / Math.max(minuteMs, outcomeAt - now),
    errorMs: Math.abs((forecast.runOut.likely ?? horizon) - ranOutAt),
    naiveErrorMs: Math.abs(Math.min(naiveRunOut(trace), horizon) - ranOutAt),
  };
}

/**
 * The intervals hold about eight in ten outcomes and are narrow enough to be of use, the error is no more than the naive
 * one, and it is not by silence that they are.
 */
export function isGoodFirst({ coverage, width, errorRatio, told }: FirstScore): boolean {
  return coverage >= 0.7 && coverage <= 0.9 && width <= 0.6 && errorRatio <= 1 && told >= 0.8;
}
