import * as v from 'valibot';
import type { Offer, OfferList } from '../../core/offers/offer.ts';
import * as wire from './wire-schemas.ts';
import { categoriesOf, finiteOrNull, fromWireWord, rateOf, textsOf } from './wire-values.ts';

/** The whole list fails only without its `offers`; single entries that make no sense are counted, not shown. */
export function toOfferList(body: unknown, checkedAt: number): OfferList {
  const { expireTime, offers } = v.parse(wire.planOffer, body);
  const read = offers.map(toOffer).filter((offer) => offer !== null);
  return { offers: read, expiresAt: expireTime ?? null, checkedAt, unreadable: offers.length - read.length };
}

function toOffer(entry: unknown): Offer | null {
  const read = v.safeParse(wire.offer, entry);
  if (!read.success) return null;
  const offer = read.output;
  const quota = v.safeParse(wire.int64, offer.quotaBytes);
  if (offer.quotaBytes !== undefined && offer.quotaBytes !== null && !quota.success) return null;
  return {
    planId: offer.planId,
    name: offer.planName,
    description: offer.planDescription ?? '',
    cost: offer.cost,
    durationMs: offer.duration,
    quotaBytes: quota.success ? finiteOrNull(quota.output) : null,
    categories: categoriesOf(offer.trafficCategories),
    regions: textsOf(offer.regions),
    overUsage: fromWireWord(offer.overUsagePolicy),
    maxRateKbps: rateOf(offer.maxRateKbps),
    effect: offer.purchaseEffect ? fromWireWord(offer.purchaseEffect) : 'unknown',
    availability: fromWireWord(offer.availability),
    reason: offer.reason ?? '',
    promo: offer.promoMessage ?? '',
  };
}
