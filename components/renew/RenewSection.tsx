import { useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Account, Seller } from '../../utils/core/accounts/account.ts';
import type { UsageSamples } from '../../utils/core/history/usage-samples.ts';
import { type OfferList, type OfferTab, offerTab } from '../../utils/core/offers/offer.ts';
import { type PurchasePreview, previewPurchase } from '../../utils/core/offers/purchase-preview.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { visibleOrders } from '../../utils/core/orders/order-list.ts';
import { proposedTerms } from '../../utils/core/orders/order-terms.ts';
import { type Card, hasNotBegun } from '../../utils/core/usage/card.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { useEachMinute } from '../hooks/use-now.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { OfferTabs } from '../offers/OfferTabs.tsx';
import { hintTexts, previewText } from '../offers/purchase-preview-text.ts';
import { DataNeed } from '../recommendation/DataNeed.tsx';
import { recommend } from '../recommendation/recommendation.ts';
import { PageRenewButton } from './PageRenewButton.tsx';
import { PurchaseConfirmation } from './PurchaseConfirmation.tsx';
import { PurchaseError } from './PurchaseError.tsx';
import { type PrimaryAction, primaryActionFor } from './primary-action.ts';
import { RenewButton } from './RenewButton.tsx';
import { SellerPageButton } from './SellerPageButton.tsx';
import './RenewSection.css';

type Props = {
  id: CardId;
  account: Account;
  card: Card;
  cardName: string | null;
  snapshot: UsageSnapshot;
  samples: UsageSamples | null;
  /** The end of the day until which the user chose to need data (our clock); null: none. */
  until: number | null;
  offers: OfferList | null;
  orders: Order[];
  purchaseFlow: PurchaseFlow;
  now: number;
};

/** The primary button, the effect of the purchase, and the plans to choose from. */
export function RenewSection(props: Props) {
  const { id, account, card, cardName, snapshot, samples, until, offers, orders, purchaseFlow, now } = props;
  const list = useRef<HTMLDivElement>(null);
  const { seller } = account;
  const { skewMs } = snapshot;
  const { byteUnit } = seller;
  const sellerNow = toSellerTime(snapshot, now);
  const recommendation = useEachMinute(
    (minute) => recommend({ card, snapshot, samples, offers: offers?.offers ?? [], until, byteUnit, now: minute }),
    now,
    [card, snapshot, samples, offers, until, byteUnit],
  );
  const action = primaryActionFor({ card, seller, offers, orders, sellerNow, now });
  // A pending confirmation is the more important button.
  const isQuiet =
    purchaseFlow.confirmation !== null ||
    visibleOrders(orders, now).some((order) => proposedTerms(order) !== null || order.problem?.kind === 'new-origin');
  const hasNoSales = !offers && !seller.signIn && !seller.cardToken;
  const focusPlans = () =>
    list.current?.querySelector<HTMLElement>('[data-testid=offer]:not(:disabled), [role=tab][tabindex="0"]')?.focus();
  const renewalPage = action ? null : (seller.page?.topUpUrl ?? null);
  const usual = seller.page?.usualPurchase ?? null;
  if (hasNoSales && !card.link && !action && renewalPage === null) return null;
  return (
    <section class="renew-section">
      {card.link ? <SellerPageButton link={card.link} seller={seller} /> : null}
      {renewalPage === null ? null : (
        <PageRenewButton id={id} url={renewalPage} usual={usual} byteUnit={byteUnit} purchaseFlow={purchaseFlow} />
      )}
      {action ? (
        <RenewButton
          action={action}
          id={id}
          cardName={cardName}
          purchaseFlow={purchaseFlow}
          isQuiet={isQuiet}
          choose={focusPlans}
        />
      ) : null}
      {purchaseFlow.problem ? <PurchaseError problem={purchaseFlow.problem} seller={seller.name} /> : null}
      <p class="renew-effect" id="renew-effect">
        {purchaseFlow.isBusy ? t('offer.opening') : null}
        {!purchaseFlow.isBusy && renewalPage !== null && usual !== null ? t('page.usual.asEntered') : null}
        {!purchaseFlow.isBusy && action?.kind === 'renew' && action.offer.page?.isNewCard ? (
          <>
            {t('offer.newCard')}
            {hasNotBegun(card) ? <span class="purchase-hint">{t('offer.notBegun')}</span> : null}
          </>
        ) : null}
        {!purchaseFlow.isBusy && action?.kind === 'renew' && !action.offer.page ? (
          <PreviewLines
            preview={previewPurchase(card, action.offer, sellerNow)}
            seller={seller}
            skewMs={skewMs}
            now={now}
          />
        ) : null}
      </p>
      <PurchaseConfirmation
        purchaseFlow={purchaseFlow}
        card={card}
        cardName={cardName}
        offers={offers}
        seller={seller}
        sellerNow={sellerNow}
        now={now}
      />
      {offers && offers.offers.length > 0 ? (
        <div ref={list}>
          <OfferTabs
            id={id}
            card={card}
            offers={offers}
            initialTab={initialTab(action, offers)}
            bestPlanId={recommendation.best?.planId ?? null}
            seller={seller}
            purchaseFlow={purchaseFlow}
            skewMs={skewMs}
            now={now}
          />
          <DataNeed id={id} recommendation={recommendation} byteUnit={byteUnit} now={now} />
        </div>
      ) : hasNoSales ? null : (
        <p class="renew-effect">{t('offer.noPlans', { seller: seller.name })}</p>
      )}
    </section>
  );
}

type PreviewProps = { preview: PurchasePreview; seller: Seller; skewMs: number; now: number };

function PreviewLines({ preview, seller, skewMs, now }: PreviewProps) {
  return (
    <>
      {previewText(preview, seller, skewMs, now)}
      {hintTexts(preview, seller, skewMs, now).map((sentence) => (
        <span key={sentence} class="purchase-hint" data-testid="moment">
          {sentence}
        </span>
      ))}
    </>
  );
}

/** The tab with the primary button's plan. */
function initialTab(action: PrimaryAction | null, { offers }: OfferList): OfferTab | null {
  if (action?.kind === 'renew') return offerTab(action.offer);
  const planId = action && 'order' in action ? action.order.planId : null;
  const offer = offers.find((listed) => listed.planId === planId);
  return offer ? offerTab(offer) : null;
}
