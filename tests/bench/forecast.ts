import { forecastFrom, outlookOf } from '../../utils/core/forecast/forecast.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { firstScoresFor, isGoodFirst } from './first-estimate.ts';
import { byKind, type Outcome, outcomesOf, type Score, scoreOf } from './scores.ts';
import { horizonMs, naiveRunOut, type Trace, traceOf } from './traces.ts';
import type { Kind } from './users.ts';

/*
 * The quality of the forecast: how often the outcome lies in its interval, and its error compared with a naive
 * estimate.
 */

/** The function under test. It gets what the extension would know, not the kind of user. */
type Forecaster = typeof forecastFrom;

/** One forecast for each of `perKind` users of each kind. The same seed gives the same scores. */
export function scoresFor(seed: number, perKind: number, forecaster: Forecaster = forecastFrom) {
  const outcomes = outcomesOf(seed, perKind, (kind, traceSeed) => {
    return outcomeOf(kind, traceOf(kind, traceSeed), forecaster);
  });
  return byKind(outcomes, scoreOf);
}

function outcomeOf(kind: Kind, trace: Trace, forecaster: Forecaster): Outcome {
  const { history, leftBytes, measuredAt, now, ranOutAt } = trace;
  const pools = [{ leftBytes, endsAt: null }];
  const outlook = outlookOf(forecaster({ pools, ...history, measuredAt, now, zone: 'UTC' }));
  const end = measuredAt + horizonMs;
  const { early, likely, late } = outlook?.runOut ?? { early: null, likely: null, late: null };
  // The forecast never lies in the past: a run-out between the measurement and now is forecast as now.
  const outcomeAt = Math.max(ranOutAt, now);
  return {
    kind,
    isCovered: (early ?? end) <= outcomeAt && (late === null || outcomeAt <= late),
    errorMs: Math.abs((likely ?? end) - ranOutAt),
    naiveErrorMs: Math.abs(Math.min(naiveRunOut(trace), end) - ranOutAt),
  };
}

/** The intervals hold about eight in ten outcomes, no fewer and no more, and the error is well below the naive one. */
export function isGood({ coverage, errorRatio }: Score): boolean {
  return coverage >= 0.75 && coverage <= 0.85 && errorRatio <= 0.75;
}

/** Prints a line for each kind and the scores; returns whether they are good enough. */
export function benchForecast(seed: number, perKind: number): boolean {
  const watched = scoresFor(seed, perKind);
  const first = firstScoresFor(seed, perKind);
  console.log(`seed ${seed}; errors are medians, in days\n`);
  console.log('watched     cases  coverage   error   naive   ratio');
  for (const [kind, score] of [...watched.kinds, ['overall', watched.overall] as const]) {
    console.log(lineOf(kind, score));
  }
  console.log('\nfirst       cases  coverage   error   naive   ratio   width    told');
  for (const [kind, score] of [...first.kinds, ['overall', first.overall] as const]) {
    console.log(lineOf(kind, score) + columns([score.width, score.told]));
  }
  const figures = [
    ['coverage', watched.overall.coverage],
    ['error_ratio', watched.overall.errorRatio],
    ['first_coverage', first.overall.coverage],
    ['first_width', first.overall.width],
    ['first_error_ratio', first.overall.errorRatio],
  ] as const;
  console.log(`\n${figures.map(([name, value]) => `${name}=${value.toFixed(2)}`).join(' ')}`);
  return isGood(watched.overall) && isGoodFirst(first.overall);
}

function lineOf(name: string, { cases, coverage, errorMs, naiveErrorMs, errorRatio }: Score): string {
  const head = name.padEnd(10) + String(cases).padStart(7) + coverage.toFixed(2).padStart(10);
  return head + columns([errorMs / dayMs, naiveErrorMs / dayMs, errorRatio]);
}

function columns(values: number[]): string {
  return values.map((value) => value.toFixed(2).padStart(8)).join('');
}
