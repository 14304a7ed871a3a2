import type { Failure } from '../../../utils/core/values/failure.ts';
import { hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import { beginsAt, type Events } from './crowd.ts';

/* What happens to a million clients at once, each scene beginning at nine o'clock. */

/**
 * `by`: who makes it. `lastsMs`: how long. `isDated`: the seller names the one time at which it will be back.
 * `eventsFor`: `requestsPerBin` is what the crowd usually makes.
 */
export type Scene = {
  name: string;
  by: 'nobody' | 'seller' | 'people';
  lastsMs: number;
  isDated?: true;
  /** The seller measures all cards at once so often, from nine o'clock on; absent: each when it is asked. */
  updateEveryMs?: number;
  eventsFor(requestsPerBin: number): Events;
};

const maintenanceMs = 20 * minuteMs;
const nightMs = 10 * hourMs;
/** Of the computers asleep, those that wake by the same clock. */
const wakingShare = 0.25;
/** What the seller can serve in a storm, of what it usually has to. */
const capacity = 1.2;
/** A storm begins with so long a time in which the seller refuses everything. */
const stormBeginsMs = 10 * minuteMs;

const fails = (lastsMs: number, failure: (now: number) => Failure): (() => Events) => {
  const until = beginsAt + lastsMs;
  return () => ({ answer: (now) => (now < until ? failure(now) : null), pauseOf: () => null });
};
const down = (until: number): Failure => ({ kind: 'seller-down', until });
const answersAll = () => null;

function storm(refusal: (now: number) => Failure): (requestsPerBin: number) => Events {
  return (requestsPerBin) => ({
    answer: (now, requests) =>
      now < beginsAt + stormBeginsMs || requests > capacity * requestsPerBin ? refusal(now) : null,
    pauseOf: () => null,
  });
}

export const scenes: readonly Scene[] = [
  { name: 'steady state', by: 'nobody', lastsMs: hourMs, eventsFor: fails(0, down) },
  {
    name: 'an hour without an answer',
    by: 'seller',
    lastsMs: hourMs,
    eventsFor: fails(hourMs, () => ({ kind: 'no-answer' })),
  },
  {
    name: '20 min, Retry-After: 120',
    by: 'seller',
    lastsMs: maintenanceMs,
    eventsFor: fails(maintenanceMs, (now) => down(now + 2 * minuteMs)),
  },
  {
    name: '20 min, Retry-After: 1200',
    by: 'seller',
    lastsMs: maintenanceMs,
    eventsFor: fails(maintenanceMs, (now) => down(now + maintenanceMs)),
  },
  {
    name: '20 min, Retry-After: a date',
    by: 'seller',
    lastsMs: maintenanceMs,
    isDated: true,
    eventsFor: fails(maintenanceMs, () => down(beginsAt + maintenanceMs)),
  },
  {
    name: '429 above 1.2 × the mean',
    by: 'seller',
    lastsMs: hourMs,
    eventsFor: storm((now) => ({ kind: 'rate-limited', until: now + minuteMs, isDefault: true })),
  },
  {
    name: 'the same, Retry-After: 60',
    by: 'seller',
    lastsMs: hourMs,
    eventsFor: storm((now) => ({ kind: 'rate-limited', until: now + minuteMs })),
  },
  {
    name: 'all start, most at nine',
    by: 'people',
    lastsMs: 12 * minuteMs,
    eventsFor: () => ({
      answer: answersAll,
      // From 8:55 to 9:05.
      pauseOf: ({ between }) => ({
        endsAt: beginsAt + between(0, 5 * minuteMs) + between(0, 5 * minuteMs),
        ...{ lengthMs: nightMs, by: 'start' },
      }),
    }),
  },
  {
    name: 'a city is online again',
    by: 'people',
    lastsMs: 5 * minuteMs,
    eventsFor: () => ({
      answer: answersAll,
      pauseOf: () => ({ endsAt: beginsAt, lengthMs: hourMs, by: 'online' }),
    }),
  },
  {
    name: 'a quarter wakes at nine sharp',
    by: 'people',
    lastsMs: 2 * minuteMs,
    eventsFor: () => ({
      answer: answersAll,
      pauseOf: ({ chance, between }) =>
        chance(wakingShare) ? { endsAt: beginsAt + between(0, 1000), lengthMs: nightMs, by: 'sleep' } : null,
    }),
  },
  {
    name: 'new figures on the hour',
    by: 'people',
    lastsMs: 3 * hourMs,
    updateEveryMs: hourMs,
    eventsFor: fails(0, down),
  },
];
