import * as v from 'valibot';
import type { Offer, OfferList } from '../../core/offers/offer.ts';
import * as wire from './wire-schemas.ts';
import { finiteOrNull, fromWireEnum, toCategories, toRateKbps, toTexts } from './wire-values.ts';

/** Throws only if `offers` is missing; invalid entries are counted as `unreadable` and left out. */
export function toOfferList(body: unknown, checkedAt: number): OfferList {
  const { expireTime, offers } = v.parse(wire.planOffer, body);
  const valid = offers.map(toOffer).filter((offer) => offer !== null);
  return { offers: valid, expiresAt: expireTime ?? null, checkedAt, unreadable: offers.length - valid.length };
}

function toOffer(entry: unknown): Offer | null {
  const parsed = v.safeParse(wire.offer, entry);
  if (!parsed.success) return null;
  const offer = parsed.output;
  const quota = v.safeParse(wire.int64, offer.quotaBytes);
  if (offer.quotaBytes !== undefined && offer.quotaBytes !== null && !quota.success) return null;
  return {
    planId: offer.planId,
    name: offer.planName,
    description: offer.planDescription ?? '',
    cost: offer.cost,
    durationMs: offer.duration,
    quotaBytes: quota.success ? finiteOrNull(quota.output) : null,
    categories: toCategories(offer.trafficCategories),
    regions: toTexts(offer.regions),
    overUsage: fromWireEnum(offer.overUsagePolicy),
    maxRateKbps: toRateKbps(offer.maxRateKbps),
    effect: offer.purchaseEffect ? fromWireEnum(offer.purchaseEffect) : 'unknown',
    availability: fromWireEnum(offer.availability),
    reason: offer.reason ?? '',
    promo: offer.promoMessage ?? '',
  };
}
