import { amountText, boundText, durationText, moneyText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { Offer } from '../../utils/core/offers/offer.ts';
import type { PurchaseHint, PurchasePreview, PurchaseWarning } from '../../utils/core/offers/purchase-effect.ts';
import type { CardBalance } from '../../utils/core/usage/card-balance.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { dayText } from '../format/date-text.ts';

/** "Renew Europe 3 GB · 30 days". */
export function renewText(offer: Offer): string {
  return `${t('offer.renew', { plan: offer.name })} · ${durationText(offer.durationMs)}`;
}

/** What buying does to this card, in one or two short sentences. `skewMs`: the seller's clock minus ours. */
export function previewText(preview: PurchasePreview, seller: Seller, skewMs: number, now: number): string {
  const { startsAt, endsAt, hints } = preview;
  if (preview.blockedBy) return warningText('cannot-start', preview, seller);
  const amount = addedText(preview, seller);
  if (preview.kind === 'unknown') return unknownEffectText(preview, seller);
  if (preview.kind === 'add') return addText(preview, seller, skewMs, now);
  if (startsAt === null || endsAt === null) return t('offer.effect.addOnly', { amount });
  const until = whenText(endsAt, skewMs, now);
  const left = leftText(preview.left, seller);
  switch (preview.kind) {
    case 'fresh':
      return t('offer.effect.fresh', { amount, until });
    case 'queue':
      return hints.some(({ kind }) => kind === 'queue-taken')
        ? t('offer.effect.queueBehind', { until })
        : t('offer.effect.queue', { start: whenText(startsAt, skewMs, now), until });
    case 'reset-validity':
      return preview.leftover === 'none' || left === null
        ? t('offer.effect.reset', { amount, until })
        : t('offer.effect.resetLeft', { amount, left, until });
    case 'replace':
      return t(left === null ? 'offer.effect.replaceUntold' : 'offer.effect.replace', { amount, until });
  }
}

/** What is worth knowing before the click, a sentence each. */
export function hintTexts(preview: PurchasePreview, seller: Seller, skewMs: number, now: number): string[] {
  return preview.hints.map((moment) => hintText(moment, seller, skewMs, now));
}

/** What speaks against buying, said before the second click. */
export function warningText(doubt: PurchaseWarning, preview: PurchasePreview, seller: Seller): string {
  if (doubt === 'loses-data') return lostText(preview.left, seller);
  const key = preview.blockedBy === 'suspended' ? 'offer.effect.suspended' : 'offer.effect.endless';
  return t(key, { seller: seller.name });
}

/** What a row says of its effect, where it is not simply more data at once. */
export function previewNote(
  { warnings, startsAt, left }: PurchasePreview,
  seller: Seller,
  skewMs: number,
  now: number,
) {
  const words = leftText(left, seller);
  if (warnings.includes('loses-data') && words !== null) return t('offer.losesLeft', { left: words });
  return startsAt !== null && startsAt > now + skewMs
    ? t('offer.starts', { when: whenText(startsAt, skewMs, now) })
    : null;
}

function hintText(moment: PurchaseHint, seller: Seller, skewMs: number, now: number): string {
  switch (moment.kind) {
    case 'leftover-lost':
      return lostText(moment.left, seller);
    case 'queue-taken':
      return t('offer.moment.queueTaken', { plan: moment.behind, start: whenText(moment.startsAt, skewMs, now) });
    case 'nothing-until':
      return t('offer.moment.nothingUntil', { start: whenText(moment.startsAt, skewMs, now) });
    case 'renews-itself': {
      const when = whenText(moment.at, skewMs, now);
      return moment.cost
        ? t('offer.moment.renewsFor', { when, price: moneyText(moment.cost) })
        : t('offer.moment.renews', { when });
    }
    case 'shorter':
      return t('offer.moment.shorter', {
        until: whenText(moment.endsAt, skewMs, now),
        before: whenText(moment.endsNowAt, skewMs, now),
      });
  }
}

function addText(preview: PurchasePreview, seller: Seller, skewMs: number, now: number): string {
  const amount = addedText(preview, seller);
  const left = leftText(preview.left, seller);
  const until = preview.endsAt === null ? null : whenText(preview.endsAt, skewMs, now);
  if (preview.leftover === 'none') {
    return until === null ? t('offer.effect.addOnly', { amount }) : t('offer.effect.addEmpty', { amount, until });
  }
  if (left === null) {
    return until === null ? t('offer.effect.add', { amount }) : t('offer.effect.addAll', { amount, until });
  }
  if (until === null) return t('offer.effect.addOpen', { amount, left });
  return t(preview.change === 'later' ? 'offer.effect.addLonger' : 'offer.effect.addWithin', { amount, left, until });
}

function unknownEffectText(preview: PurchasePreview, seller: Seller): string {
  const left = leftText(preview.left, seller);
  if (preview.leftover === 'none') {
    return t('offer.effect.unknownEmpty', { amount: addedText(preview, seller), seller: seller.name });
  }
  return left === null
    ? t('offer.effect.unknown', { seller: seller.name })
    : t('offer.effect.unknownLeft', { seller: seller.name, left });
}

function lostText(left: CardBalance, seller: Seller): string {
  const words = leftText(left, seller) ?? '';
  return left.kind === 'known' ? t('offer.moment.lost', { left: words }) : t('offer.moment.lostAll', { left: words });
}

function addedText({ addedBytes }: PurchasePreview, { byteUnit }: Seller): string {
  return addedBytes === null ? t('offer.unlimitedData') : amountText(addedBytes, byteUnit);
}

/** What is left, as a part of a sentence; null where it is not told. */
function leftText(left: CardBalance, { byteUnit }: Seller): string | null {
  if (left.kind === 'unknown') return null;
  if (left.kind === 'unlimited') return t('offer.unlimitedData');
  if (left.kind === 'known') return amountText(left.leftBytes, byteUnit);
  return t('offer.under', { amount: boundText(left.upperBytes, byteUnit) });
}

/** A day; a time of day where it is nearer than that. */
function whenText(at: number, skewMs: number, now: number): string {
  const ours = at - skewMs;
  return Math.abs(ours - now) < dayMs ? shortTimeText(ours, now) : dayText(ours, now);
}
