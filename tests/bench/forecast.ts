import { forecastFrom } from '../../utils/core/forecast/forecast.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { horizonMs, type Trace, traceOf } from './traces.ts';
import { type Kind, kinds } from './users.ts';

/*
 * The quality of the forecast: how often the outcome lies in its interval, and its error compared with a naive
 * estimate.
 */

/** `coverage`: share of cases that ran out between `early` and `late`. Errors: medians, of the time of the run-out. */
export type Score = { cases: number; coverage: number; errorMs: number; naiveErrorMs: number; errorRatio: number };

type Outcome = { kind: Kind; isCovered: boolean; errorMs: number; naiveErrorMs: number };

/** The function under test. It gets what the extension would know, not the kind of user. */
type Forecaster = typeof forecastFrom;

/** One forecast for each of `perKind` users of each kind. The same seed gives the same scores. */
export function scoresFor(seed: number, perKind: number, forecaster: Forecaster = forecastFrom) {
  const outcomes = kinds.flatMap((kind, kindIndex) =>
    Array.from({ length: perKind }, (_, i) => {
      return outcomeOf(kind, traceOf(kind, seed * 1_000_003 + kindIndex * 100_003 + i), forecaster);
    }),
  );
  const ofKind = (kind: Kind) => outcomes.filter((outcome) => outcome.kind === kind);
  return { kinds: new Map(kinds.map((kind) => [kind, scoreOf(ofKind(kind))])), overall: scoreOf(outcomes) };
}

function outcomeOf(kind: Kind, trace: Trace, forecaster: Forecaster): Outcome {
  const { history, leftBytes, measuredAt, now, ranOutAt } = trace;
  const pools = [{ leftBytes, endsAt: null }];
  const forecast = forecaster({ pools, ...history, measuredAt, now, zone: 'UTC' });
  const end = measuredAt + horizonMs;
  const runOut = forecast.kind === 'ready' ? forecast.runOut : { early: null, likely: null, late: null };
  // The forecast never lies in the past: a run-out between the measurement and now is forecast as now.
  const outcomeAt = Math.max(ranOutAt, now);
  return {
    kind,
    isCovered: (runOut.early ?? end) <= outcomeAt && (runOut.late === null || outcomeAt <= runOut.late),
    errorMs: Math.abs((runOut.likely ?? end) - ranOutAt),
    naiveErrorMs: Math.abs(Math.min(naiveRunOut(trace), end) - ranOutAt),
  };
}

/** The naive estimate: usage so far ÷ time so far. It knows the whole plan, even its time before the history began. */
function naiveRunOut({ planUsedBytes, planBeganAt, leftBytes, measuredAt, now }: Trace): number {
  return now + (leftBytes * (measuredAt - planBeganAt)) / planUsedBytes;
}

function scoreOf(outcomes: Outcome[]): Score {
  const errorMs = median(outcomes.map((outcome) => outcome.errorMs));
  const naiveErrorMs = median(outcomes.map((outcome) => outcome.naiveErrorMs));
  return {
    cases: outcomes.length,
    coverage: outcomes.filter(({ isCovered }) => isCovered).length / outcomes.length,
    errorMs,
    naiveErrorMs,
    errorRatio: errorMs / naiveErrorMs,
  };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The intervals hold about eight in ten outcomes, no fewer and no more, and the error is well below the naive one. */
export function isGood({ coverage, errorRatio }: Score): boolean {
  return coverage >= 0.75 && coverage <= 0.85 && errorRatio <= 0.75;
}

/** Prints a line for each kind and the two scores; returns whether they are good enough. */
export function benchForecast(seed: number, perKind: number): boolean {
  const { kinds, overall } = scoresFor(seed, perKind);
  console.log(`seed ${seed}; errors are medians, in days\n`);
  console.log('kind        cases  coverage   error   naive   ratio');
  for (const [kind, score] of [...kinds, ['overall', overall] as const]) console.log(lineOf(kind, score));
  console.log(`\ncoverage=${overall.coverage.toFixed(2)} error_ratio=${overall.errorRatio.toFixed(2)}`);
  return isGood(overall);
}

function lineOf(name: string, { cases, coverage, errorMs, naiveErrorMs, errorRatio }: Score): string {
  const numbers = [coverage, errorMs / dayMs, naiveErrorMs / dayMs, errorRatio].map((value) => value.toFixed(2));
  const widths = [10, 8, 8, 8];
  return name.padEnd(10) + String(cases).padStart(7) + numbers.map((text, i) => text.padStart(widths[i] ?? 0)).join('');
}
