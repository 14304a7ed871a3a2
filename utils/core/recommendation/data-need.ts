import { curvesFor, type UseCurve } from '../forecast/usage-projection.ts';
import { paceFor } from '../forecast/usage-rate.ts';
import type { Samples, Stretch } from '../history/usage-samples.ts';
import type { Card } from '../usage/card.ts';
import { figureFor } from '../usage/card-balance.ts';
import { dayMs } from '../values/time.ts';
import { presentSupplies, shortBytes } from './data-supply.ts';

/**
 * How much data is needed until an instant. none: nothing was ever measured · thin: too little was seen yet.
 * `useBytes`: what will be used until then; `moreBytes`: what of that the card does not hold yet.
 * likely: as likely as not it is less · safe: it is less in nine cases of ten.
 */
export type Need =
  | { kind: 'none' }
  | { kind: 'thin'; watchedMs: number; neededMs: number }
  | { kind: 'ready'; useBytes: Guess; moreBytes: Guess };

export type Guess = { likely: number; safe: number };

/** `until`, `now`: the seller's clock; days are those of `zone`. */
export type NeedInput = { card: Card; samples: Samples | null; until: number; now: number; zone?: string | undefined };

/** As long as the forecast waits. */
const neededMs = 3 * dayMs;

export function needFor(input: NeedInput): Need {
  const { card, until, now } = input;
  const ahead = curvesAhead(input);
  if (ahead.kind !== 'ready') return ahead;
  const { likely, high } = ahead.curves;
  const present = presentSupplies(card, until, now);
  const more = (curve: UseCurve) => Math.ceil(shortBytes(present, curve, until, now));
  return {
    kind: 'ready',
    useBytes: { likely: Math.ceil(likely.usedBy(until)), safe: Math.ceil(high.usedBy(until)) },
    moreBytes: { likely: more(likely), safe: more(high) },
  };
}

/** The use that is not exceeded in nine cases of ten; null where the need is not known. */
export function safeCurveFor(input: Omit<NeedInput, 'until'>): UseCurve | null {
  const ahead = curvesAhead(input);
  return ahead.kind === 'ready' ? ahead.curves.high : null;
}

function curvesAhead({ card, samples, now, zone }: Omit<NeedInput, 'until'>) {
  if (!samples) return { kind: 'none' } as const;
  const { watchedMs, stretches } = watchedUseOf(card, samples, now);
  if (watchedMs < neededMs) return { kind: 'thin', watchedMs, neededMs } as const;
  const curves = curvesFor(paceFor(samples.since, stretches, zone), now, zone);
  return { kind: 'ready', curves } as const;
}

/** Until when use was watched. On a card without data, that nothing is used shows no habit. */
function watchedUseOf(card: Card, { since, stretches }: Samples, now: number) {
  const [to, , leftBytes] = stretches.at(-1) ?? ([since, 0, 0] satisfies Stretch);
  const figure = figureFor(card, now);
  const isInUse = figure.kind === 'known' && figure.leftBytes > 0 && card.measuredAt > to;
  const quiet: Stretch[] = isInUse ? [[card.measuredAt, 0, leftBytes]] : [];
  return { watchedMs: (isInUse ? card.measuredAt : to) - since, stretches: [...stretches, ...quiet] };
}
