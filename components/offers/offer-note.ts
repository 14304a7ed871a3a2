import { countText, durationText, isolated, listText, locale, moneyText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { addsWords } from '../../utils/core/offers/added-words.ts';
import type { Availability, Offer } from '../../utils/core/offers/offer.ts';
import type { OfferSort } from '../../utils/core/offers/offer-sort.ts';
import { bitRateText, quotaText } from '../format/data-amount-text.ts';
import { regionNames } from '../format/region-names.ts';
import { pricePerDay, pricePerGigabyte } from './unit-price-text.ts';

/**
 * What more there is to know of a plan than its row and the card's name say: why it is not on sale, its categories, the
 * seller's text, and, if `hasOwnRegions`, its regions.
 */
export function offerNote(offer: Offer, cardTitle: string, seller: Seller, hasOwnRegions: boolean): string {
  const regions = regionsText(offer);
  const size = quotaText(offer.quotaBytes, seller.byteUnit);
  const told = [cardTitle, seller.name, size, durationText(offer.durationMs), regions ?? ''];
  const sellerText = offer.promo || [offer.description, offer.name].find((text) => addsWords(text, told));
  return [
    unavailableText(offer.availability),
    isolated(offer.reason),
    kindsText(offer),
    slowText(offer),
    sellerText === undefined ? null : isolated(sellerText),
    hasOwnRegions ? regions : null,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** The price the plans are sorted by, where that is not the whole price and there is such a price. */
export function unitPriceText(offer: Offer, { byteUnit }: Seller, sort: OfferSort): string | null {
  const { cost, quotaBytes, durationMs } = offer;
  if (sort === 'per-gb') {
    const price = pricePerGigabyte(cost, quotaBytes, byteUnit, locale());
    return price && t('offer.perGb', { price: moneyText(price), unit: t('unit.GB') });
  }
  const price = sort === 'per-day' ? pricePerDay(cost, durationMs, locale()) : null;
  return price && t('offer.perDay', { price: moneyText(price) });
}

/** Names up to three regions; more are counted. */
function regionsText({ regions }: Offer): string | null {
  const names = regionNames(regions);
  if (names.length === 0) return null;
  return names.length <= 3 ? listText(names) : t('offer.regions', { count: countText(names.length) });
}

function unavailableText(availability: Availability): string | null {
  if (availability === 'sold-out') return t('offer.soldOut');
  if (availability === 'disabled') return t('offer.disabled');
  return availability === 'not-eligible' ? t('offer.notEligible') : null;
}

function kindsText({ categories }: Offer): string | null {
  if (categories.includes('generic')) return null;
  const kinds = categories.map((kind) => (kind === 'generic' ? '' : t(`offer.category.${kind}`)));
  return t('offer.only', { kinds: listText(kinds) });
}

function slowText({ overUsage, maxRateKbps }: Offer): string | null {
  if (overUsage !== 'throttled' || maxRateKbps === null) return null;
  return t('offer.slowAfter', { rate: bitRateText(maxRateKbps) });
}
