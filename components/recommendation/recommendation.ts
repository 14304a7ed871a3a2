import type { UsageSamples } from '../../utils/core/history/usage-samples.ts';
import type { Offer } from '../../utils/core/offers/offer.ts';
import { bestOffer } from '../../utils/core/recommendation/best-offer.ts';
import { estimateNeed, type NeedEstimate } from '../../utils/core/recommendation/data-need.ts';
import { defaultNeedDate, validChosenDate } from '../../utils/core/recommendation/need-until.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';

/** `until`: our clock. `best`: null if nothing is needed or no single plan covers the need. */
export type Recommendation = { until: number; estimate: NeedEstimate; isNeeded: boolean; best: Offer | null };

type Input = {
  card: Card;
  snapshot: UsageSnapshot;
  samples: UsageSamples | null;
  offers: readonly Offer[];
  /** The end of the day the user chose (our clock); null: none. */
  until: number | null;
  byteUnit: ByteUnit;
  now: number;
};

/** How much more data is needed and which plan covers it best. A need below a megabyte is ignored. */
export function recommend({ card, snapshot, samples, offers, until, byteUnit, now }: Input): Recommendation {
  const sellerNow = toSellerTime(snapshot, now);
  const ourUntil = validChosenDate(until, now) ?? defaultNeedDate(card, sellerNow) - snapshot.skewMs;
  const input = { card, samples, until: toSellerTime(snapshot, ourUntil), now: sellerNow };
  const estimate = estimateNeed(input);
  const isNeeded = estimate.kind === 'ready' && estimate.moreBytes.safe >= byteUnit ** 2;
  return { until: ourUntil, estimate, isNeeded, best: isNeeded ? bestOffer({ ...input, offers }) : null };
}
