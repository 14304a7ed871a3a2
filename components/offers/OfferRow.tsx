import { durationText, moneyText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { isOnSale, type Offer } from '../../utils/core/offers/offer.ts';
import type { OfferSort } from '../../utils/core/offers/offer-sort.ts';
import { previewPurchase } from '../../utils/core/offers/purchase-preview.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { safeHref } from '../../utils/core/values/urls.ts';
import { quotaText } from '../format/data-amount-text.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { Icon } from '../ui/Icon.tsx';
import { offerNote, unitPriceText } from './offer-note.ts';
import { newCardText, rowEffectText } from './purchase-preview-text.ts';
import './OfferRow.css';

type Props = {
  offer: Offer;
  id: CardId;
  card: Card;
  isBest: boolean;
  /** Whether the other plans work elsewhere. */
  hasOwnRegions: boolean;
  sort: OfferSort;
  seller: Seller;
  purchaseFlow: PurchaseFlow;
  skewMs: number;
  now: number;
};

/** One plan; the row itself is the button that buys it. */
export function OfferRow({ offer, id, card, purchaseFlow, isBest, ...props }: Props) {
  const { hasOwnRegions, sort, seller, skewMs, now } = props;
  const { planId, cost } = offer;
  const page = offer.page ? safeHref(offer.page.url) : null;
  const canBuy = isOnSale(offer) && (!offer.page || page !== null);
  const preview = canBuy && !offer.page ? previewPurchase(card, offer, now + skewMs) : null;
  const effect = preview ? rowEffectText(preview, seller, skewMs, now) : canBuy ? newCardText(offer, card) : null;
  const warns = preview !== null && preview.warnings.length > 0;
  const note = offerNote(offer, card.title, seller, hasOwnRegions);
  const unitPrice = unitPriceText(offer, seller, sort);
  const content = (
    <>
      <span>
        <bdi class="offer-data">{quotaText(offer.quotaBytes, seller.byteUnit)}</bdi> · {durationText(offer.durationMs)}
        {isBest ? (
          <>
            {' '}
            <span class="best-offer" data-testid="best-fit">
              {t('offer.bestFit')}
            </span>
          </>
        ) : null}
      </span>
      <span class="offer-price">
        <bdi>{moneyText(cost)}</bdi>
      </span>
      <span class="offer-note">
        {effect === null ? null : (
          <bdi class="offer-effect" data-testid="offer-effect" data-warns={warns}>
            {warns ? <Icon name="warning" /> : null}
            {effect}
          </bdi>
        )}
        {note === '' ? null : <bdi>{note}</bdi>}
      </span>
      {unitPrice === null ? null : <bdi class="offer-per">{unitPrice}</bdi>}
    </>
  );
  const attributes = { class: 'offer', 'data-testid': 'offer', 'data-plan-id': planId };
  // A plan with its own page is not ordered here: the row links to that page.
  if (page !== null && canBuy) {
    return (
      <li>
        <a {...attributes} href={page} target="_blank" rel="noreferrer">
          {content}
        </a>
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        {...attributes}
        aria-disabled={!canBuy || purchaseFlow.isBusy}
        onClick={() => {
          if (canBuy) purchaseFlow.buy({ card: id, planId, cost });
        }}
      >
        {content}
      </button>
    </li>
  );
}
