import { amountText, boundText, durationText, moneyText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { Offer } from '../../utils/core/offers/offer.ts';
import type { PurchaseHint, PurchasePreview, PurchaseWarning } from '../../utils/core/offers/purchase-preview.ts';
import { type Card, hasNotBegun } from '../../utils/core/usage/card.ts';
import type { CardBalance } from '../../utils/core/usage/card-balance.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { dayText } from '../format/date-text.ts';

/** "Renew Europe 3 GB · 30 days". */
export function renewText(offer: Offer): string {
  return `${t('offer.renew', { plan: offer.name })} · ${durationText(offer.durationMs)}`;
}

/** What the purchase does to the card, in one or two sentences. `skewMs`: the seller's clock minus ours. */
export function previewText(preview: PurchasePreview, seller: Seller, skewMs: number, now: number): string {
  const { startsAt, endsAt, hints } = preview;
  if (preview.blockedBy) return warningText('cannot-start', preview, seller, skewMs, now);
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

/** Hints to read before buying, one sentence each. */
export function hintTexts(preview: PurchasePreview, seller: Seller, skewMs: number, now: number): string[] {
  return preview.hints.map((hint) => hintText(hint, seller, skewMs, now));
}

/** A reason against the purchase, shown when the user has to confirm it. */
export function warningText(
  warning: PurchaseWarning,
  preview: PurchasePreview,
  seller: Seller,
  skewMs: number,
  now: number,
): string {
  if (warning !== 'cannot-start') {
    const kind = warning === 'loses-data' ? 'leftover-lost' : 'shorter';
    const hint = preview.hints.find((one) => one.kind === kind);
    return hint ? hintText(hint, seller, skewMs, now) : '';
  }
  const key = preview.blockedBy === 'suspended' ? 'offer.effect.suspended' : 'offer.effect.endless';
  return t(key, { seller: seller.name });
}

/** What buying a plan does, in its row: what is bad about it, else the effect. */
export function rowEffectText(preview: PurchasePreview, seller: Seller, skewMs: number, now: number): string {
  const { warnings, kind, startsAt, endsAt, leftover } = preview;
  if (warnings.length > 0) return warnings.map((one) => warningText(one, preview, seller, skewMs, now)).join(' ');
  if (kind === 'unknown') {
    return t(leftover === 'none' ? 'offer.row.unknownStart' : 'offer.effect.unknown', { seller: seller.name });
  }
  if (startsAt !== null && startsAt > now + skewMs)
    return t('offer.row.starts', { when: whenText(startsAt, skewMs, now) });
  if (kind === 'replace') return t('offer.row.replaces');
  if (kind === 'fresh' || leftover === 'none') return t('offer.row.atOnce');
  return endsAt === null ? t('offer.row.adds') : t('offer.row.addsUntil', { until: whenText(endsAt, skewMs, now) });
}

/** The same of a plan that is sold on a page of its own; null: it is for this card. */
export function newCardText(offer: Offer, card: Card): string | null {
  if (!offer.page?.isNewCard) return null;
  return hasNotBegun(card) ? `${t('offer.row.newCard')} ${t('offer.notBegun')}` : t('offer.row.newCard');
}

function hintText(hint: PurchaseHint, seller: Seller, skewMs: number, now: number): string {
  switch (hint.kind) {
    case 'leftover-lost':
      return lostText(hint.left, seller);
    case 'queue-taken':
      return t('offer.moment.queueTaken', { plan: hint.behind, start: whenText(hint.startsAt, skewMs, now) });
    case 'nothing-until':
      return t('offer.moment.nothingUntil', { start: whenText(hint.startsAt, skewMs, now) });
    case 'renews-itself': {
      const when = whenText(hint.at, skewMs, now);
      return hint.cost
        ? t('offer.moment.renewsFor', { when, price: moneyText(hint.cost) })
        : t('offer.moment.renews', { when });
    }
    case 'shorter':
      return t('offer.moment.shorter', {
        until: whenText(hint.endsAt, skewMs, now),
        before: whenText(hint.endsNowAt, skewMs, now),
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
  const amount = leftText(left, seller);
  if (amount === null) return t('offer.moment.lostUntold');
  return left.kind === 'known' ? t('offer.moment.lost', { left: amount }) : t('offer.moment.lostAll', { left: amount });
}

function addedText({ addedBytes }: PurchasePreview, { byteUnit }: Seller): string {
  return addedBytes === null ? t('offer.unlimitedData') : amountText(addedBytes, byteUnit);
}

/** The remaining data as part of a sentence; null if it is unknown, or there is none. */
function leftText(left: CardBalance, { byteUnit }: Seller): string | null {
  if (left.kind === 'unknown' || left.kind === 'no-plan') return null;
  if (left.kind === 'unlimited') return t('offer.unlimitedData');
  if (left.kind === 'known') return amountText(left.leftBytes, byteUnit);
  return t('offer.under', { amount: boundText(left.upperBytes, byteUnit) });
}

/** A date, or a time of day within 24 hours. `at`: the seller's clock. */
function whenText(at: number, skewMs: number, now: number): string {
  const ourTime = at - skewMs;
  return Math.abs(ourTime - now) < dayMs ? shortTimeText(ourTime, now) : dayText(ourTime, now);
}
