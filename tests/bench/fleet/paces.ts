import { decidePace } from '../../../utils/core/polling/adaptive-pace.ts';
import { checkIntervalMs, retryIntervalMs } from '../../../utils/core/polling/check-interval.ts';
import type { Pace } from '../../../utils/core/polling/pace.ts';
import { nextUpdateAt } from '../../../utils/core/polling/seller-rhythm.ts';
import { dayMs, minuteMs } from '../../../utils/core/values/time.ts';
import { simulate } from '../pace/pace-simulation.ts';
import { paceTraceOf } from '../pace/pace-traces.ts';
import { randomFrom } from '../random.ts';
import { outcomesOf } from '../scores.ts';
import { beginsAt } from './crowd.ts';
import { fixedPaceMs, type Kind } from './measure.ts';

const adaptive = { pollIntervalMinutes: null };
/** What the people of the bench of the pace have used for so long is how they go on. */
const pastDays = 30;
const usersPerKind = 10;
/** At any moment as many clients are within a pace as it is long, in parts of this. */
const partMs = 5 * minuteMs;

export const fixedKind: Kind = {
  name: 'fixed',
  paceOf: () => fixedPaceMs,
  decideFor: () => (pollIntervalMs) => ({ pollIntervalMs, pace: null }),
};

/** Clients whose pace is that of simulated people at any moment at which their computers are awake. */
export function adaptiveKind(seed: number): Kind {
  const paces = outcomesOf(seed, usersPerKind, (kind, userSeed) => {
    const trace = paceTraceOf(kind, userSeed, pastDays * dayMs);
    return simulate(trace, { ...adaptive, updateMs: 0 }, randomFrom(userSeed)).paces;
  }).flat();
  const atAnyMoment = paces.flatMap((paceMs) => new Array<number>(Math.ceil(paceMs / partMs)).fill(paceMs));
  return {
    name: 'adaptive',
    paceOf: ({ between }) => atAnyMoment[Math.floor(between(0, atAnyMoment.length))] ?? fixedPaceMs,
    decideFor: (updateEveryMs) => (paceMs, failure, now) => {
      const usual: Pace = { paceMs, reason: 'threshold' };
      if (failure) return { pollIntervalMs: retryIntervalMs(adaptive, { pace: usual }), pace: null };
      const pace = decidePace({
        cards: [usual],
        ...{ isWatched: false, hasOpenOrder: false, isDataSaved: false, expiresAt: now + dayMs, now },
        nextUpdateAt: updateEveryMs === 0 ? 0 : updateAfter(now, updateEveryMs),
      });
      return { pollIntervalMs: checkIntervalMs(adaptive, { pace }), pace };
    },
  };
}

/** As a client has learned it that knows the seller for some hours. */
function updateAfter(now: number, everyMs: number): number {
  const measuredAt = now - ((now - beginsAt) % everyMs);
  return nextUpdateAt(
    {
      ...{ accountKey: null, cards: [], measuredAt, expiresAt: now + dayMs, checkedAt: now },
      ...{ skewMs: 0, floorMs: 0, etag: null },
    },
    [everyMs, everyMs],
  );
}
