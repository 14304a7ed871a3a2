import { hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import { type Random, randomFrom } from '../random.ts';
import { epoch, meter, sessionsOf, userWithPlan } from '../traces.ts';
import type { Kind } from '../users.ts';

/*
 * Users of the forecast's benchmark, from their first day on, with what alerts are about: when their plans fall to the
 * thresholds, and when their computers are awake.
 */

/** When the rest of a plan falls to `percent`, and how much is left then. Instants: epoch milliseconds. */
export type Crossing = { percent: number; at: number; leftBytes: number };

/**
 * `beganAtBytes`: of the user's total, when nothing of it was used. `endsAt`: when the next one is bought, some hours
 * after this one is used up.
 */
export type SimulatedPlan = {
  startsAt: number;
  endsAt: number;
  quotaBytes: number;
  beganAtBytes: number;
  crossings: Crossing[];
};

export type PaceTrace = {
  sessions: { from: number; until: number }[];
  plans: SimulatedPlan[];
  leftAt: (plan: SimulatedPlan, at: number) => number;
};

const thresholds = [20, 10, 0] as const;

const stepMs = 5 * minuteMs;

export function paceTraceOf(kind: Kind, seed: number, pastMs: number): PaceTrace {
  const random = randomFrom(seed);
  const { user, quotaBytes } = userWithPlan(kind, random);
  const sessions = [...sessionsOf(kind, pastMs, random)].map(({ from, until }) => ({
    from: epoch + from,
    until: epoch + until,
  }));
  const usage = meter(stepsOf(user.hours, random), stepMs);
  const leftAt = (plan: SimulatedPlan, at: number) =>
    Math.max(0, plan.quotaBytes - (usage.at(at - epoch) - plan.beganAtBytes));
  const plans: SimulatedPlan[] = [];
  // Nobody installs it on the day on which a plan begins.
  let begins = 0;
  let beganAtBytes = -Math.floor(quotaBytes * random.between(0, 0.7));
  while (begins < pastMs) {
    const from = beganAtBytes;
    const crossings = thresholds.map((percent): Crossing => {
      const leftBytes = Math.floor((quotaBytes * percent) / 100);
      return { percent, at: epoch + Math.ceil(usage.reaches(from + quotaBytes - leftBytes)), leftBytes };
    });
    const endsAt = (crossings.at(-1)?.at ?? 0) + random.ratio(2, 24) * hourMs;
    plans.push({ startsAt: epoch + begins, endsAt, quotaBytes, beganAtBytes, crossings });
    begins = endsAt - epoch;
    beganAtBytes = usage.at(begins);
  }
  return { sessions, plans, leftAt };
}

/** The hours in steps of five minutes: within an hour, too, use comes in bursts. */
function* stepsOf(hours: Generator<number, never>, random: Random): Generator<number, never> {
  for (;;) {
    const weights = Array.from({ length: hourMs / stepMs }, () => random.factor(1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const bytes = hours.next().value;
    for (const weight of weights) yield (bytes * weight) / total;
  }
}
