import { t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { Offer } from '../../utils/core/offers/offer.ts';
import { previewPurchase } from '../../utils/core/offers/purchase-preview.ts';
import { type Card, hasNotBegun } from '../../utils/core/usage/card.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { effectText, hintTexts } from '../offers/purchase-preview-text.ts';
import { mainLook } from '../ui/button-look.ts';
import { PageRenewButton } from './PageRenewButton.tsx';
import { RenewButton, type RenewReason } from './RenewButton.tsx';
import type { RenewWay } from './renew-way.ts';
import { SellerPageButton } from './SellerPageButton.tsx';
import './RenewSection.css';
import '../ui/button.css';

type Props = {
  way: RenewWay;
  id: CardId;
  seller: Seller;
  card: Card;
  /** The name to show if there are several cards; else null. */
  cardName: string | null;
  snapshot: UsageSnapshot;
  reason: RenewReason;
  purchaseFlow: PurchaseFlow;
  isFilled: boolean;
  /** What it does to the card is left out: the figures may be old, or other things are said. */
  isBrief: boolean;
  /** Opens the plans. */
  choose: () => void;
  now: number;
};

/** The button to renew, and what that does to the card. */
export function RenewSection(props: Props) {
  const { way, id, seller, card, cardName, snapshot, reason, purchaseFlow, isFilled, isBrief, choose, now } = props;
  return (
    <section class="renew-section">
      {way.kind === 'offer' ? (
        <RenewButton {...{ offer: way.offer, id, cardName, reason, purchaseFlow, isFilled }} />
      ) : null}
      {way.kind === 'choose' ? <ChooseButton choose={choose} isFilled={isFilled} /> : null}
      {way.kind === 'page' ? (
        <PageRenewButton
          {...{ id, url: way.url, usual: way.usual, byteUnit: seller.byteUnit, purchaseFlow, isFilled }}
        />
      ) : null}
      {way.kind === 'link' ? <SellerPageButton href={way.href} link={way.link} isFilled={isFilled} /> : null}
      <p class="renew-effect" id="renew-effect">
        {purchaseFlow.isBusy ? t('offer.opening') : null}
        {!purchaseFlow.isBusy && way.kind === 'page' && way.usual !== null ? t('page.usual.asEntered') : null}
        {!purchaseFlow.isBusy && !isBrief && way.kind === 'offer' ? (
          <Effect offer={way.offer} {...{ reason, card, snapshot, seller, now }} />
        ) : null}
      </p>
    </section>
  );
}

function ChooseButton({ choose, isFilled }: { choose: () => void; isFilled: boolean }) {
  return (
    <button type="button" {...mainLook(isFilled)} data-testid="renew" onClick={choose}>
      <span>{t('offer.choose')}</span>
    </button>
  );
}

type EffectProps = Pick<Props, 'reason' | 'card' | 'snapshot' | 'seller' | 'now'> & { offer: Offer };

function Effect({ offer, reason, card, snapshot, seller, now }: EffectProps) {
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
