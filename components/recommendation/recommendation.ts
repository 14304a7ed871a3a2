import type { Samples } from '../../utils/core/history/usage-samples.ts';
import type { Offer } from '../../utils/core/offers/offer.ts';
import { bestFitFor } from '../../utils/core/recommendation/best-offer.ts';
import { type Need, needFor } from '../../utils/core/recommendation/data-need.ts';
import { chosenUntil, defaultUntil } from '../../utils/core/recommendation/need-until.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type Reading, sellerTimeFor } from '../../utils/core/usage/usage-snapshot.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';

/** `until` by our clock. `best` null: no plan alone covers the need, or there is none. */
export type Fit = { until: number; need: Need; isNeeded: boolean; best: Offer | null };

type Input = {
  card: Card;
  reading: Reading;
  samples: Samples | null;
  offers: readonly Offer[];
  /** As it was chosen. */
  until: number | null;
  byteUnit: ByteUnit;
  now: number;
};

/** How much more is needed, and the plan that fits best; under a megabyte is nothing. */
export function fitFor({ card, reading, samples, offers, until, byteUnit, now }: Input): Fit {
  const sellerNow = sellerTimeFor(reading, now);
  const ours = chosenUntil(until, now) ?? defaultUntil(card, sellerNow) - reading.skewMs;
  const input = { card, samples, until: sellerTimeFor(reading, ours), now: sellerNow };
  const need = needFor(input);
  const isNeeded = need.kind === 'ready' && need.moreBytes.safe >= byteUnit ** 2;
  return { until: ours, need, isNeeded, best: isNeeded ? bestFitFor({ ...input, offers }) : null };
}
