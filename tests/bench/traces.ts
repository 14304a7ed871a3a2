import type { UsageInterval, UsageSamples } from '../../utils/core/history/usage-samples.ts';
import { dayMs, hourMs, minuteMs } from '../../utils/core/values/time.ts';
import { type Random, randomFrom } from './random.ts';
import { createUser, type Kind } from './users.ts';

/**
 * What the extension observes of a simulated user, and the actual outcome. Plans follow one another: the next begins
 * when one is used up.
 */

/**
 * One time at which to forecast. `planUsedBytes` since `planBeganAt`: the usage of the current plan as its seller would
 * show it, including the time before the history. `ranOutAt`: when the user actually used up `leftBytes`.
 */
export type Trace = {
  history: Pick<UsageSamples, 'since' | 'intervals'>;
  measuredAt: number;
  now: number;
  leftBytes: number;
  planBeganAt: number;
  planUsedBytes: number;
  ranOutAt: number;
};

/** The simulation ends here; a later run-out counts as one at its end. */
export const horizonMs = 400 * dayMs;

const quotas = [1e9, 2e9, 3e9, 5e9, 10e9, 20e9, 50e9] as const;

/** A Monday. */
export const epoch = Date.UTC(2026, 0, 5);

export function traceOf(kind: Kind, seed: number): Trace {
  const random = randomFrom(seed);
  const { user, quotaBytes } = userWithPlan(kind, random);
  const usage = meter(user.hours, hourMs);
  const pastMs = random.between(62, 116) * dayMs;
  const checks = checksOf(kind, pastMs, random);
  const firstRecent = checks.findIndex((at) => at > pastMs - 7 * dayMs);
  const lastIndex = Math.floor(random.between(firstRecent < 0 ? checks.length - 1 : firstRecent, checks.length));
  const measured = checks[lastIndex] ?? 0;

  const usedBytes = usage.at(measured);
  const planUsedBytes = usedBytes % quotaBytes;
  const leftBytes = quotaBytes - planUsedBytes;
  const observedMs = random.between(3, 56) * dayMs;
  const firstIndex = Math.max(
    0,
    checks.findLastIndex((at) => at <= measured - observedMs),
  );
  const observedChecks = checks.slice(firstIndex, lastIndex + 1);
  return {
    history: historyOf(observedChecks, usage.at, quotaBytes),
    measuredAt: epoch + measured,
    now: epoch + measured + random.between(0, 10) * minuteMs,
    leftBytes,
    planBeganAt: epoch + usage.reaches(usedBytes - planUsedBytes),
    planUsedBytes,
    ranOutAt: epoch + Math.min(usage.reaches(usedBytes + leftBytes), measured + horizonMs),
  };
}

/** The naive estimate: usage so far ÷ time so far. It knows the whole plan, even its time before the history began. */
export function naiveRunOut({ planUsedBytes, planBeganAt, leftBytes, measuredAt, now }: Trace): number {
  return now + (leftBytes * (measuredAt - planBeganAt)) / planUsedBytes;
}

/** A user with a plan that lasts about `days`, three to six weeks of them: users choose plans that suit their usage. */
export function userWithPlan(kind: Kind, random: Random) {
  for (;;) {
    const user = createUser(kind, random);
    const quotaBytes = random.pick(quotas);
    const days = quotaBytes / user.meanBytes;
    if (days >= 3 && days <= 42) return { user, quotaBytes, days };
  }
}

/** The total of integer bytes a user has used since the beginning; the steps are generated as they are needed. */
export function meter(steps: Generator<number, never>, stepMs: number) {
  const totals = [0];
  const totalAfter = (step: number) => {
    while (totals.length <= step) totals.push((totals.at(-1) ?? 0) + steps.next().value);
    return totals[step] ?? 0;
  };
  return {
    at: (ms: number) => {
      const step = Math.floor(ms / stepMs);
      const before = totalAfter(step);
      return Math.floor(before + (totalAfter(step + 1) - before) * (ms / stepMs - step));
    },
    /** When that much was used, at the latest after twice the horizon. */
    reaches: (bytes: number) => {
      let step = 0;
      while (totalAfter(step) < bytes && step * stepMs < 2 * horizonMs) step += 1;
      if (step === 0) return 0;
      const before = totalAfter(step - 1);
      return (step - 1 + Math.min(1, (bytes - before) / (totalAfter(step) - before || 1))) * stepMs;
    },
  };
}

/** When the extension checks: every 15 to 60 minutes while the browser runs, never at night. */
export function checksOf(kind: Kind, pastMs: number, random: Random): number[] {
  const pollIntervalMs = random.between(15, 60) * minuteMs;
  const checks: number[] = [];
  for (const { from, until } of sessionsOf(kind, pastMs, random)) {
    for (let at = from; at < until; at += pollIntervalMs * random.between(0.9, 1.3)) checks.push(Math.floor(at));
  }
  return checks;
}

/** When the browser runs. Drawn one by one, each with its random numbers in turn. */
export function* sessionsOf(kind: Kind, pastMs: number, random: Random): Generator<{ from: number; until: number }> {
  const startHour = random.between(6, 11);
  const endHour = random.between(16, 23.5);
  const daysOff = random.between(0, 0.2);
  const sleeps = kind === 'sleeping' ? 1 / random.between(5, 15) : 0;
  let asleepUntil = 0;
  for (let day = 0; day * dayMs < pastMs; day += 1) {
    if (random.chance(sleeps)) asleepUntil = day + random.between(2, 8);
    if (day < asleepUntil || random.chance(daysOff)) continue;
    const from = day * dayMs + (startHour + random.between(-2, 2)) * hourMs;
    const until = day * dayMs + (endHour + random.between(-5, 0.4)) * hourMs;
    yield { from, until };
  }
}

/** The history as the extension records it: an interval for each usage, and one for the unchanged checks before it. */
export function historyOf(checks: number[], usedAt: (ms: number) => number, quotaBytes: number): Trace['history'] {
  const intervals: UsageInterval[] = [];
  const [since = 0] = checks;
  let to = since;
  let before = since;
  let usedBytes = usedAt(since);
  for (const at of checks) {
    const bytes = usedAt(at);
    const leftBytes = (total: number) => quotaBytes - (total % quotaBytes);
    if (bytes > usedBytes) {
      if (before > to) intervals.push([epoch + before, 0, leftBytes(usedBytes)]);
      intervals.push([epoch + at, bytes - usedBytes, leftBytes(bytes)]);
      to = at;
    }
    before = at;
    usedBytes = bytes;
  }
  return { since: epoch + since, intervals };
}
