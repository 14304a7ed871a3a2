import { t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { mainLook } from '../ui/button-look.ts';
import { PageRenewButton } from './PageRenewButton.tsx';
import type { PurchaseEffect } from './PurchaseEffect.tsx';
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
  /** What it does to the card; null: that is not loaded yet. */
  PurchaseEffect: typeof PurchaseEffect | null;
  now: number;
};

/** The button to renew, and what that does to the card. */
export function RenewSection(props: Props) {
  const { way, id, seller, card, cardName, snapshot, reason, purchaseFlow, isFilled, isBrief, PurchaseEffect, now } =
    props;
  return (
    <section class="renew-section">
      {way.kind === 'offer' ? (
        <RenewButton {...{ offer: way.offer, id, cardName, reason, purchaseFlow, isFilled }} />
      ) : null}
      {way.kind === 'choose' ? <ChooseButton isFilled={isFilled} /> : null}
      {way.kind === 'page' ? (
        <PageRenewButton
          {...{ id, url: way.url, usual: way.usual, byteUnit: seller.byteUnit, purchaseFlow, isFilled }}
        />
      ) : null}
      {way.kind === 'link' ? <SellerPageButton href={way.href} link={way.link} isFilled={isFilled} /> : null}
      <p class="renew-effect" id="renew-effect">
        {purchaseFlow.isBusy ? t('offer.opening') : null}
        {!purchaseFlow.isBusy && way.kind === 'page' && way.usual !== null ? t('page.usual.asEntered') : null}
        {!purchaseFlow.isBusy && !isBrief && way.kind === 'offer' && PurchaseEffect ? (
          <PurchaseEffect offer={way.offer} {...{ reason, card, snapshot, seller, now }} />
        ) : null}
      </p>
    </section>
  );
}

/** Around the row of all plans. */
export const plansId = 'plans';

/** Opens the plans. */
function ChooseButton({ isFilled }: { isFilled: boolean }) {
  const choose = () => {
    const row = document.querySelector<HTMLElement>(`#${plansId} [aria-expanded]`);
    row?.focus();
    if (row?.getAttribute('aria-expanded') === 'false') row.click();
  };
  return (
    <button type="button" {...mainLook(isFilled)} data-testid="renew" onClick={choose}>
      <span>{t('offer.choose')}</span>
    </button>
  );
}
