import * as v from 'valibot';
import type { Offer, OfferList } from '../../core/offers/offer.ts';
import { firstEntries, listLimits } from '../adapter/wire-lists.ts';
import { invalidResponseError } from '../http/provider-error.ts';
import * as wire from './purchase-schemas.ts';
import { int64 } from './wire-schemas.ts';
import { finiteOrNull, fromWireEnum, toCategories, toRateKbps, toRegions } from './wire-values.ts';

/** Throws if there is no list, or not one entry in it is an object; invalid entries are counted and left out. */
export function toOfferList(body: unknown, checkedAt: number): OfferList {
  const { expireTime, offers } = v.parse(wire.planOffer, body);
  const { entries, omitted, hasJunk } = firstEntries(offers, listLimits.offers);
  if (entries.length === 0 && hasJunk) throw invalidResponseError('A list of no offers');
  const valid = entries.map(toOffer).filter((offer) => offer !== null);
  const unreadable = offers.length - omitted - valid.length;
  const list = { offers: valid, expiresAt: expireTime ?? null, checkedAt, unreadable };
  return omitted > 0 ? { ...list, omitted } : list;
}

function toOffer(entry: unknown): Offer | null {
  const parsed = v.safeParse(wire.offer, entry);
  if (!parsed.success) return null;
  const offer = parsed.output;
  const quota = v.safeParse(int64, offer.quotaBytes);
  if (offer.quotaBytes !== undefined && offer.quotaBytes !== null && !quota.success) return null;
  return {
    planId: offer.planId,
    name: offer.planName,
    description: offer.planDescription ?? '',
    cost: offer.cost,
    durationMs: offer.duration,
    quotaBytes: quota.success ? finiteOrNull(quota.output) : null,
    categories: toCategories(offer.trafficCategories),
    regions: toRegions(offer.regions),
    overUsage: fromWireEnum(offer.overUsagePolicy),
    maxRateKbps: toRateKbps(offer.maxRateKbps),
    effect: offer.purchaseEffect ? fromWireEnum(offer.purchaseEffect) : 'unknown',
    availability: fromWireEnum(offer.availability),
    reason: offer.reason ?? '',
    promo: offer.promoMessage ?? '',
  };
}
