import { dayMs, hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import { randomFrom } from '../random.ts';
import { outcomesOf } from '../scores.ts';
import type { Told } from './pace-alerts.ts';
import { type Schedule, simulate } from './pace-simulation.ts';
import { type PaceTrace, paceTraceOf } from './pace-traces.ts';

/*
 * How often sellers are asked, and how far past a threshold people are when they are told of it: at fixed intervals and
 * at the adaptive pace.
 */

const days = 60;

type Row = { checksPerDay: number; awake: Told[]; asleep: Told[] };

function rowOf(traces: readonly { trace: PaceTrace; seed: number }[], schedule: Schedule): Row {
  const users = traces.map(({ trace, seed }) => simulate(trace, schedule, randomFrom(seed)));
  const told = users.flatMap((user) => user.told);
  return {
    checksPerDay: users.reduce((sum, { asked }) => sum + asked.length, 0) / users.length / days,
    awake: told.filter(({ wasAwake }) => wasAwake),
    asleep: told.filter(({ wasAwake }) => !wasAwake),
  };
}

/** Prints a line for each schedule; returns whether the adaptive one is frugal and prompt enough. */
export function benchPace(seed: number, perKind: number): boolean {
  const traces = outcomesOf(seed, perKind, (kind, userSeed) => ({
    trace: paceTraceOf(kind, userSeed, days * dayMs),
    seed: userSeed + 1,
  }));
  console.log(`seed ${seed}: ${traces.length} users, ${days} days each`);
  const rows = [0, hourMs].map((updateMs) => {
    console.log(updateMs === 0 ? '\nthe seller measures when it is asked' : '\nthe seller measures once an hour');
    console.log(
      '             checks a day  told   minutes late: median  95 %   MB late: median  95 %   after sleep: 95 %',
    );
    const byPace = [5, 15, 60, null].map((pollIntervalMinutes) => {
      const row = rowOf(traces, { pollIntervalMinutes, updateMs });
      console.log(lineOf(pollIntervalMinutes === null ? 'adaptive' : `fixed ${pollIntervalMinutes} min`, row));
      return row;
    });
    return { fixed: byPace[1] as Row, adaptive: byPace[3] as Row };
  });
  const { fixed, adaptive } = rows[0] as (typeof rows)[number];
  const checksRatio = adaptive.checksPerDay / fixed.checksPerDay;
  const lateRatio = minutesLate(adaptive.awake, 0.95) / minutesLate(fixed.awake, 0.95);
  console.log(`\nchecks_ratio=${checksRatio.toFixed(3)} late_ratio=${lateRatio.toFixed(2)}`);
  return checksRatio <= 0.334 && lateRatio <= 1;
}

function lineOf(name: string, { checksPerDay, awake, asleep }: Row): string {
  const megabytes = (share: number) =>
    quantile(
      awake.map(({ lateBytes }) => lateBytes),
      share,
    ) / 1e6;
  const figures = [
    [checksPerDay, 12],
    [minutesLate(awake, 0.5), 28],
    [minutesLate(awake, 0.95), 6],
    [megabytes(0.5), 18],
    [megabytes(0.95), 6],
    [minutesLate(asleep, 0.95), 20],
  ] as const;
  const [checks, ...others] = figures.map(([value, width]) => value.toFixed(1).padStart(width));
  return [name.padEnd(13), checks, String(awake.length).padStart(6), ...others].join('');
}

function minutesLate(told: readonly Told[], share: number): number {
  return (
    quantile(
      told.map(({ lateMs }) => lateMs),
      share,
    ) / minuteMs
  );
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
