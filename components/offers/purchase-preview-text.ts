import { amountText, dateText, moneyText, openAmountText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { Offer } from '../../utils/core/offers/offer.ts';
import type { PurchaseHint, PurchasePreview, PurchaseWarning } from '../../utils/core/offers/purchase-preview.ts';
import { type Card, hasNotBegun } from '../../utils/core/usage/card.ts';
import type { CardBalance } from '../../utils/core/usage/card-balance.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { joinSentences } from '../format/sentences.ts';

/**
 * What the purchase does to the card, on one line. `isSizeTold`: whether the plan's data stands beside it. `skewMs`: the
 * seller's clock minus ours.
 */
export function effectText(
  preview: PurchasePreview,
  seller: Seller,
  skewMs: number,
  now: number,
  isSizeTold: boolean,
): string {
  const { kind, blockedBy, addedBytes } = preview;
  if (blockedBy) return warningText('cannot-start', preview, seller, skewMs, now);
  const outcome = outcomeText(preview, seller, skewMs, now);
  if (isSizeTold) return outcome;
  const amount = addedBytes === null ? t('offer.unlimitedData') : openAmountText(addedBytes, seller.byteUnit);
  const isMore = kind === 'add' || kind === 'reset-validity';
  return joinSentences([t(isMore ? 'offer.effect.adds' : 'offer.effect.brings', { amount }), outcome]);
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
  const { warnings } = preview;
  if (warnings.length === 0) return effectText(preview, seller, skewMs, now, true);
  return joinSentences(warnings.map((one) => warningText(one, preview, seller, skewMs, now)));
}

/** The same of a plan that is sold on a page of its own; null: it is for this card. */
export function newCardText(offer: Offer, card: Card): string | null {
  if (!offer.page?.isNewCard) return null;
  return joinSentences([t('offer.row.newCard'), hasNotBegun(card) ? t('offer.notBegun') : null]);
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

function outcomeText(preview: PurchasePreview, seller: Seller, skewMs: number, now: number): string {
  const { kind, leftover, startsAt } = preview;
  if (kind === 'unknown') {
    return t(leftover === 'none' ? 'offer.effect.unknownStart' : 'offer.effect.unknown', { seller: seller.name });
  }
  const until = preview.endsAt === null ? null : whenText(preview.endsAt, skewMs, now);
  if (startsAt !== null && startsAt > now + skewMs) {
    const start = whenText(startsAt, skewMs, now);
    return until === null ? t('offer.effect.starts', { start }) : t('offer.effect.startsUntil', { start, until });
  }
  if (kind === 'replace')
    return until === null ? t('offer.effect.replaces') : t('offer.effect.replacesUntil', { until });
  if (leftover === 'none') return until === null ? t('offer.effect.atOnce') : t('offer.effect.atOnceUntil', { until });
  const left = leftText(preview.left, seller);
  if (left === null) return until === null ? t('offer.effect.keepsAll') : t('offer.effect.keepsAllUntil', { until });
  return until === null ? t('offer.effect.keeps', { left }) : t('offer.effect.keepsUntil', { left, until });
}

function lostText(left: CardBalance, seller: Seller): string {
  const amount = leftText(left, seller);
  return amount === null ? t('offer.moment.lostUntold') : t('offer.moment.lost', { left: amount });
}

/** The remaining data as part of a sentence; null where there is no amount of it. */
function leftText(left: CardBalance, { byteUnit }: Seller): string | null {
  if (left.kind === 'unlimited') return t('offer.unlimitedData');
  return left.kind === 'known' ? amountText(left.leftBytes, byteUnit) : null;
}

/** A date, or a time of day within 24 hours. `at`: the seller's clock. */
function whenText(at: number, skewMs: number, now: number): string {
  const ourTime = at - skewMs;
  return Math.abs(ourTime - now) < dayMs ? shortTimeText(ourTime, now) : dateText(ourTime, now);
}
