import { countText, isolated, listText, locale, moneyText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { Availability, Offer } from '../../utils/core/offers/offer.ts';
import { bitRateText } from '../format/data-amount-text.ts';
import { regionNames } from '../format/region-names.ts';
import { pricePerDay, pricePerGigabyte } from './unit-price-text.ts';

/** The line under a plan: why it is not on sale, its categories, the seller's text, its regions. */
export function offerNote(offer: Offer): string {
  const sellerText = offer.promo || offer.description || offer.name;
  return [
    unavailableText(offer.availability),
    isolated(offer.reason),
    kindsText(offer),
    slowText(offer),
    isolated(sellerText),
    regionsText(offer),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** The prices per GB and per day, as far as they are meaningful. */
export function priceTexts({ cost, quotaBytes, durationMs }: Offer, { byteUnit }: Seller): string[] {
  const perGigabyte = pricePerGigabyte(cost, quotaBytes, byteUnit, locale());
  const perDay = pricePerDay(cost, durationMs, locale());
  return [
    perGigabyte && t('offer.perGb', { price: moneyText(perGigabyte), unit: t('unit.GB') }),
    perDay && t('offer.perDay', { price: moneyText(perDay) }),
  ].filter((text) => text !== null);
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
