import { durationText, locale, moneyText, t } from '../utils/browser/words.ts';
import type { Seller } from '../utils/core/account.ts';
import type { Availability, Offer } from '../utils/core/offer.ts';
import { quotaWords } from './amount-words.ts';
import { pricePerGigabyte } from './price-per-unit.ts';
import { rateText } from './rate-text.ts';
import { regionNames } from './region-names.ts';

/** "Renew Europe 3 GB · 30 days". */
export function renewWords(offer: Offer): string {
  return `${t('offer.renew', { plan: offer.name })} · ${durationText(offer.durationMs)}`;
}

/** What buying does to what is left, in one sentence. */
export function effectSentence(offer: Offer, seller: Seller): string {
  const amount = quotaWords(offer.quotaBytes, seller.byteUnit);
  switch (offer.effect) {
    case 'add':
      return t('offer.effect.add', { amount });
    case 'queue':
      return t('offer.effect.queue', { amount });
    case 'reset-validity':
      return t('offer.effect.resetValidity', { amount, length: durationText(offer.durationMs) });
    case 'replace':
      return t('offer.effect.replace', { amount });
    case 'unknown':
      return t('offer.effect.unknown', { seller: seller.name });
  }
}

/** The line under a plan: why it is not on sale, what it is good for, what the seller says of it. */
export function offerNote(offer: Offer): string {
  const said = offer.promo || offer.description || offer.name;
  return [
    unavailableWords(offer.availability),
    offer.reason,
    kindsText(offer),
    slowText(offer),
    said,
    regionsText(offer),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

export function perGigabyteText(offer: Offer, seller: Seller): string | null {
  const price = pricePerGigabyte(offer.cost, offer.quotaBytes, seller.byteUnit, locale());
  return price && t('offer.perGb', { price: moneyText(price), unit: t('unit.GB') });
}

/** Up to three are named; more are counted. */
function regionsText({ regions }: Offer): string | null {
  const names = regionNames(regions);
  if (names.length === 0) return null;
  return names.length <= 3
    ? new Intl.ListFormat(locale()).format(names)
    : t('offer.regions', { count: new Intl.NumberFormat(locale()).format(names.length) });
}

function unavailableWords(availability: Availability): string | null {
  if (availability === 'sold-out') return t('offer.soldOut');
  if (availability === 'disabled') return t('offer.disabled');
  return availability === 'not-eligible' ? t('offer.notEligible') : null;
}

function kindsText({ categories }: Offer): string | null {
  if (categories.includes('generic')) return null;
  const kinds = categories.map((kind) => (kind === 'generic' ? '' : t(`offer.category.${kind}`)));
  return t('offer.only', { kinds: new Intl.ListFormat(locale()).format(kinds) });
}

function slowText({ overUsage, maxRateKbps }: Offer): string | null {
  if (overUsage !== 'throttled' || maxRateKbps === null) return null;
  return t('offer.slowAfter', { rate: rateText(maxRateKbps) });
}
