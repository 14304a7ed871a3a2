import { type Kind, kinds } from './users.ts';

/* What forecasts are worth, over many simulated users. */

/** Of one forecast. Errors: of the time of the run-out, ours and that of usage so far ÷ time so far. */
export type Outcome = { kind: Kind; isCovered: boolean; errorMs: number; naiveErrorMs: number };

/** `coverage`: share of cases whose outcome lay in the interval. Errors: medians. */
export type Score = { cases: number; coverage: number; errorMs: number; naiveErrorMs: number; errorRatio: number };

/** The outcomes of each kind of user in turn. */
export function outcomesOf<T>(seed: number, perKind: number, outcome: (kind: Kind, seed: number) => T): T[] {
  return kinds.flatMap((kind, kindIndex) =>
    Array.from({ length: perKind }, (_, i) => outcome(kind, seed * 1_000_003 + kindIndex * 100_003 + i)),
  );
}

/** Of each kind, and of all. */
export function byKind<T extends { kind: Kind }, S>(outcomes: T[], score: (outcomes: T[]) => S) {
  const ofKind = (kind: Kind) => score(outcomes.filter((outcome) => outcome.kind === kind));
  return { kinds: new Map(kinds.map((kind) => [kind, ofKind(kind)])), overall: score(outcomes) };
}

export function scoreOf(outcomes: Outcome[]): Score {
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

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
