import type { UsageSamples } from '../history/usage-samples.ts';
import { dayMs, hourMs, minuteMs } from '../values/time.ts';

// Tuned on tests/bench/pace (seed 777).
const lookbackMs = 14 * dayMs;
const recentMs = 90 * minuteMs;
/** A longer interval does not tell how fast something was used in it: it holds a night, or a day away. */
const longestTellingMs = 6 * hourMs;
/** Of the time in which something was used, so much was slower. */
const slowerShare = 0.95;
/** Until a card was watched for that long, its plan may be used up within this time. */
const learningMs = 3 * dayMs;
const fastestPlanMs = 8 * hourMs;

/**
 * How fast a card is used when it is used much, in bytes a millisecond: as in its fastest hours, or as in the last ones
 * where these are faster. `isKnown`: it was watched for long enough. `quotaBytes`: of what is used at present. `now`:
 * seller's clock.
 */
export function fastUse(
  samples: UsageSamples | null,
  quotaBytes: number,
  now: number,
): { perMs: number; isKnown: boolean } {
  const rates = samples ? tellingRates(samples, now) : [];
  const hasTold = rates.length > 0 || samples?.intervals.every(([to, used]) => used === 0 || to <= now - lookbackMs);
  const isKnown = samples !== null && now - samples.since >= learningMs && hasTold === true;
  const perMs = Math.max(fastestOf(rates), samples ? recentUse(samples, now) : 0);
  return { perMs: isKnown ? perMs : Math.max(perMs, quotaBytes / fastestPlanMs), isKnown };
}

type Rate = { perMs: number; lengthMs: number };

function tellingRates({ since, intervals }: UsageSamples, now: number): Rate[] {
  return intervals.flatMap(([to, usedBytes], i): Rate[] => {
    const lengthMs = to - (intervals[i - 1]?.[0] ?? since);
    const tells = usedBytes > 0 && to > now - lookbackMs && lengthMs > 0 && lengthMs <= longestTellingMs;
    return tells ? [{ perMs: usedBytes / lengthMs, lengthMs }] : [];
  });
}

function fastestOf(rates: readonly Rate[]): number {
  let slowerMs = rates.reduce((sum, { lengthMs }) => sum + lengthMs, 0) * slowerShare;
  for (const { perMs, lengthMs } of rates.toSorted((a, b) => a.perMs - b.perMs)) {
    slowerMs -= lengthMs;
    if (slowerMs <= 0) return perMs;
  }
  return 0;
}

/** Of the intervals that ended lately, and the time since, in which nothing was used. */
function recentUse({ since, intervals }: UsageSamples, now: number): number {
  let usedBytes = 0;
  let from = now;
  for (let i = intervals.length - 1; i >= 0; i -= 1) {
    const [to, used] = intervals[i] ?? [0, 0];
    if (to <= now - recentMs) break;
    usedBytes += used;
    from = intervals[i - 1]?.[0] ?? since;
  }
  return usedBytes === 0 ? 0 : usedBytes / Math.max(now - from, minuteMs);
}
