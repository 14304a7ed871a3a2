import { neededMs } from '../forecast/forecast.ts';
import { projectUsage, type UsageProjection } from '../forecast/usage-projection.ts';
import { estimateUsageRate } from '../forecast/usage-rate.ts';
import type { UsageInterval, UsageSamples } from '../history/usage-samples.ts';
import type { Card } from '../usage/card.ts';
import { cardBalance } from '../usage/card-balance.ts';
import { currentSupplies, shortfallBytes } from './data-supply.ts';

/**
 * How much data is needed until an instant. none: nothing was ever measured · thin: too little was seen yet.
 * `useBytes`: what will be used until then; `moreBytes`: what of that the card does not hold yet.
 * likely: as likely as not it is less · safe: it is less in nine cases of ten.
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

export function estimateNeed(input: NeedInput): NeedEstimate {
  const { card, until, now } = input;
  const ahead = projections(input);
  if (ahead.kind !== 'ready') return ahead;
  const { likely, high } = ahead.curves;
  const present = currentSupplies(card, until, now);
  const more = (projection: UsageProjection) => Math.ceil(shortfallBytes(present, projection, until, now));
  return {
    kind: 'ready',
    useBytes: { likely: Math.ceil(likely.usedBy(until)), safe: Math.ceil(high.usedBy(until)) },
    moreBytes: { likely: more(likely), safe: more(high) },
  };
}

/** The use that is not exceeded in nine cases of ten; null where the need is not known. */
export function p90Projection(input: Omit<NeedInput, 'until'>): UsageProjection | null {
  const ahead = projections(input);
  return ahead.kind === 'ready' ? ahead.curves.high : null;
}

function projections({ card, samples, now, zone }: Omit<NeedInput, 'until'>) {
  if (!samples) return { kind: 'none' } as const;
  const { observedMs, intervals } = observedUse(card, samples, now);
  if (observedMs < neededMs) return { kind: 'insufficient-data', observedMs, neededMs } as const;
  const curves = projectUsage(estimateUsageRate(samples.since, intervals, zone), now, zone);
  return { kind: 'ready', curves } as const;
}

/** Until when use was watched. On a card without data, that nothing is used shows no habit. */
function observedUse(card: Card, { since, intervals }: UsageSamples, now: number) {
  const [to, , leftBytes] = intervals.at(-1) ?? ([since, 0, 0] satisfies UsageInterval);
  const balance = cardBalance(card, now);
  const isInUse = balance.kind === 'known' && balance.leftBytes > 0 && card.measuredAt > to;
  const quiet: UsageInterval[] = isInUse ? [[card.measuredAt, 0, leftBytes]] : [];
  return { observedMs: (isInUse ? card.measuredAt : to) - since, intervals: [...intervals, ...quiet] };
}
