import { neededMs } from '../forecast/forecast.ts';
import { projectUsage, type UsageProjection } from '../forecast/usage-projection.ts';
import { estimateUsageRate } from '../forecast/usage-rate.ts';
import type { UsageInterval, UsageSamples } from '../history/usage-samples.ts';
import type { Card } from '../usage/card.ts';
import { cardBalance } from '../usage/card-balance.ts';
import { currentSupplies, shortfallBytes } from './data-supply.ts';

/**
 * How much data is needed until an instant. none: usage was never observed, or what is left is to be confirmed ·
 * insufficient-data: it was not observed for long enough.
 * `useBytes`: what will be used until then; `moreBytes`: what of that is not on the card yet.
 * likely: the median · safe: the 90th percentile.
 */
export type NeedEstimate =
  | { kind: 'none' }
  | { kind: 'insufficient-data'; observedMs: number; neededMs: number }
  | { kind: 'ready'; useBytes: Estimate; moreBytes: Estimate };

type Estimate = { likely: number; safe: number };

/** `until`, `now`: the seller's clock; days are those of `zone`. */
export type NeedInput = {
  card: Card;
  samples: UsageSamples | null;
  until: number;
  now: number;
  zone?: string | undefined;
};

/** How much data the card's user needs until `until`. */
export function estimateNeed(input: NeedInput): NeedEstimate {
  const { card, until, now } = input;
  const projected = projectionsFor(input);
  if (projected.kind !== 'ready') return projected;
  const { likely, high } = projected.projections;
  const present = currentSupplies(card, until, now);
  const more = (projection: UsageProjection) => Math.ceil(shortfallBytes(present, projection, until, now));
  return {
    kind: 'ready',
    useBytes: { likely: Math.ceil(likely.usedBy(until)), safe: Math.ceil(high.usedBy(until)) },
    moreBytes: { likely: more(likely), safe: more(high) },
  };
}

/** The usage that is not exceeded in nine cases of ten; null where usage was not observed for long enough. */
export function p90Projection(input: Omit<NeedInput, 'until'>): UsageProjection | null {
  const projected = projectionsFor(input);
  return projected.kind === 'ready' ? projected.projections.high : null;
}

function projectionsFor({ card, samples, now, zone }: Omit<NeedInput, 'until'>) {
  if (!samples || card.unconfirmed) return { kind: 'none' } as const;
  const { observedMs, intervals } = observedUse(card, samples, now);
  if (observedMs < neededMs) return { kind: 'insufficient-data', observedMs, neededMs } as const;
  const projections = projectUsage(estimateUsageRate(samples.since, intervals, zone), now, zone);
  return { kind: 'ready', projections } as const;
}

/**
 * The observed usage up to the last snapshot. On an empty card an interval without usage says nothing about the rate.
 */
function observedUse(card: Card, { since, intervals }: UsageSamples, now: number) {
  const [to, , leftBytes] = intervals.at(-1) ?? ([since, 0, 0] satisfies UsageInterval);
  const balance = cardBalance(card, now);
  const isInUse = balance.kind === 'known' && balance.leftBytes > 0 && card.measuredAt > to;
  const unused: UsageInterval[] = isInUse ? [[card.measuredAt, 0, leftBytes]] : [];
  return { observedMs: (isInUse ? card.measuredAt : to) - since, intervals: [...intervals, ...unused] };
}
