import { t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { Offer } from '../../utils/core/offers/offer.ts';
import { previewPurchase } from '../../utils/core/offers/purchase-preview.ts';
import { type Card, hasNotBegun } from '../../utils/core/usage/card.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { effectText, hintTexts } from '../offers/purchase-preview-text.ts';
import type { RenewReason } from './RenewButton.tsx';
import './RenewSection.css';

type Props = { offer: Offer; reason: RenewReason; card: Card; snapshot: UsageSnapshot; seller: Seller; now: number };

/** What buying a plan does to the card. */
export function PurchaseEffect({ offer, reason, card, snapshot, seller, now }: Props) {
  if (offer.page?.isNewCard) {
    return (
      <>
        {t('offer.newCard')}
        {hasNotBegun(card) ? <span class="purchase-hint">{t('offer.notBegun')}</span> : null}
      </>
    );
  }
  if (offer.page) return null;
  const { skewMs } = snapshot;
  const preview = previewPurchase(card, offer, toSellerTime(snapshot, now));
  // Where the plan renews by itself a line above says so.
  const hints = preview.hints.filter(({ kind }) => kind !== 'renews-itself' || reason !== 'extra');
  return (
    <>
      {effectText(preview, seller, skewMs, now, reason === 'needed')}
      {hintTexts({ ...preview, hints }, seller, skewMs, now).map((sentence) => (
        <span key={sentence} class="purchase-hint" data-testid="moment">
          {sentence}
        </span>
      ))}
    </>
  );
}
