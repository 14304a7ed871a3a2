import { dayMs, hourMs } from '../../../utils/core/values/time.ts';
import { simulate } from '../pace/pace-simulation.ts';
import { paceTraceOf } from '../pace/pace-traces.ts';
import { randomFrom } from '../random.ts';
import { outcomesOf } from '../scores.ts';

const days = 60;
const perKind = 12;
/** An access token is renewed a minute before it expires. */
const tokenLifeMs = hourMs - 60_000;

/** What happens on a day on which a browser runs at all, on average. */
type ChecksOfADay = { checks: number; changed: number; tokens: number };

/** By the schedule's own code at its default pace, with the people of `bench -- pace`. */
export function checksOfADay(seed: number): ChecksOfADay {
  const total = { checks: 0, changed: 0, tokens: 0, days: 0 };
  outcomesOf(seed, perKind, (kind, userSeed) => {
    const trace = paceTraceOf(kind, userSeed, days * dayMs);
    const { asked } = simulate(trace, { pollIntervalMinutes: null, updateMs: 0 }, randomFrom(userSeed + 1));
    let tokenUntil = 0;
    for (const [place, { at, leftBytes }] of asked.entries()) {
      const before = asked[place - 1];
      total.checks += 1;
      if (leftBytes !== before?.leftBytes) total.changed += 1;
      if (before === undefined || dayIndex(at) !== dayIndex(before.at)) total.days += 1;
      if (at < tokenUntil) continue;
      total.tokens += 1;
      tokenUntil = at + tokenLifeMs;
    }
  });
  const { checks, changed, tokens } = total;
  return { checks: checks / total.days, changed: changed / total.days, tokens: tokens / total.days };
}

const dayIndex = (at: number) => Math.floor(at / dayMs);
