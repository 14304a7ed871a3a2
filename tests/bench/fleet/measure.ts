import { minuteMs } from '../../../utils/core/values/time.ts';
import type { Random } from '../random.ts';
import { beginsAt, binMs, type Decide, runCrowd } from './crowd.ts';
import type { Scene } from './scenes.ts';

export const fixedPaceMs = 15 * minuteMs;
/** The first minutes after a scene, and as many an hour after it. */
const afterMs = 15 * minuteMs;
const laterMs = 60 * minuteMs;

/** What kind of clients: the pace of each is drawn. `decideFor` a seller that measures so often; 0: whenever it is asked. */
export type Kind = { name: string; paceOf(random: Random): number; decideFor(updateEveryMs: number): Decide };

/**
 * Peaks of requests, as shares of the mean of fixed clients: during the scene, in the first 15 minutes after it, in the
 * rest of the hour, and in 15 minutes an hour later. `waits`, `delays`: of all that the seller had failed, sorted, in
 * paces of their own; how long after the seller the figure was back, and how much of that is neither Retry-After nor the
 * interval between retries.
 */
export type Measured = {
  ratios: Float64Array;
  during: number;
  after: number;
  rest: number;
  later: number;
  waits: Float64Array;
  delays: Float64Array;
};

/** Groups, so that what is in use fits into the processor's cache; each has its part of the seller. */
export type Size = { groups: number; clientsInGroup: number };

/** Requests of the fixed clients in a bin, on average. */
export function meanRequests({ groups, clientsInGroup }: Size): number {
  return (groups * clientsInGroup * binMs) / fixedPaceMs;
}

export function measure(scene: Scene, kind: Kind, size: Size, random: Random): Measured {
  const lengthMs = scene.lastsMs + laterMs + afterMs;
  const ratios = new Float64Array(Math.ceil(lengthMs / binMs));
  const decide = kind.decideFor(scene.updateEveryMs ?? 0);
  const waits: number[] = [];
  const delays: number[] = [];
  for (let group = 0; group < size.groups; group += 1) {
    const paces = Float64Array.from({ length: size.clientsInGroup }, () => kind.paceOf(random));
    const usual = paces.reduce((sum, paceMs) => sum + binMs / paceMs, 0);
    const run = runCrowd(paces, decide, scene.eventsFor(usual), lengthMs, random);
    for (const [bin, requests] of run.bins.entries()) ratios[bin] = (ratios[bin] ?? 0) + requests / meanRequests(size);
    const endsAt = beginsAt + scene.lastsMs;
    for (const [client, failedAt] of run.failedAt.entries()) {
      if (failedAt === 0 || failedAt > endsAt) continue;
      const paceMs = paces[client] ?? 0;
      // Who has no figure by the end of the simulation has waited for at least so long.
      const backAt = run.backAt[client] || beginsAt + lengthMs;
      waits.push(Math.max(0, backAt - endsAt) / paceMs);
      delays.push(Math.max(0, backAt - Math.max(endsAt, run.allowedAt[client] ?? 0)) / paceMs);
    }
  }
  const peak = (fromMs: number, toMs: number) =>
    Math.max(...ratios.slice(Math.floor(fromMs / binMs), Math.ceil(toMs / binMs)));
  const { lastsMs } = scene;
  return {
    ratios,
    during: peak(0, lastsMs),
    after: peak(lastsMs, lastsMs + afterMs),
    rest: peak(lastsMs + afterMs, lastsMs + laterMs),
    later: peak(lastsMs + laterMs, lengthMs),
    waits: Float64Array.from(waits).sort(),
    delays: Float64Array.from(delays).sort(),
  };
}

/** The most requests in 15 minutes, as a share of the usual ones of fixed clients. */
export function busiest(ratios: Float64Array): number {
  const length = afterMs / binMs;
  let sum = 0;
  let most = 0;
  for (const [bin, ratio] of ratios.entries()) {
    sum += ratio - (ratios[bin - length] ?? 0);
    most = Math.max(most, sum / length);
  }
  return most;
}

/** `share` of sorted values are at most so large; null: there are none. */
export function quantile(sorted: Float64Array, share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}
