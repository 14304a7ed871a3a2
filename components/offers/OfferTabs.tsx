import { useId, useRef, useState } from 'preact/hooks';
import { countText, direction, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import {
  isOnSale,
  type Offer,
  type OfferList,
  type OfferTab,
  offersByRegions,
  offersIn,
  offerTabs,
} from '../../utils/core/offers/offer.ts';
import { type OfferSort as Sort, sortOffers } from '../../utils/core/offers/offer-sort.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { arrowKeyIndex } from '../ui/arrow-key-index.ts';
import { OfferRegions } from './OfferRegions.tsx';
import { OfferRow } from './OfferRow.tsx';
import { OfferSort } from './OfferSort.tsx';
import './OfferTabs.css';

type Props = {
  id: CardId;
  card: Card;
  offers: OfferList;
  initialTab: OfferTab | null;
  bestPlanId: string | null;
  seller: Seller;
  purchaseFlow: PurchaseFlow;
  skewMs: number;
  now: number;
};

/** The plans in tabs by duration; under "all" they can be sorted. `initialTab`: the tab of the primary button's plan. */
export function OfferTabs({ offers, initialTab, bestPlanId, ...props }: Props) {
  const [chosen, choose] = useState<OfferTab | null>(null);
  const [sort, setSort] = useState<Sort>('seller');
  const tabList = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const current = chosen ?? initialTab ?? 'all';
  const currentSort = current === 'all' ? sort : 'seller';
  const listed = sortOffers(offersIn(current, offers.offers), currentSort);
  const unavailable = listed.filter((offer) => !isOnSale(offer));
  const hasOwnRegions = offersByRegions(listed).length > 1;
  const rowOf = (offer: Offer) => (
    <OfferRow
      key={offer.planId}
      offer={offer}
      isBest={offer.planId === bestPlanId}
      hasOwnRegions={hasOwnRegions}
      sort={currentSort}
      {...props}
    />
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = arrowKeyIndex(event.key, offerTabs.indexOf(current), offerTabs.length, direction() === 'rtl');
    const tab = next === null ? undefined : offerTabs[next];
    if (!tab || event.key === 'ArrowUp' || event.key === 'ArrowDown') return;
    event.preventDefault();
    choose(tab);
    tabList.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };
  return (
    <>
      <div class="offer-tabs" role="tablist" aria-label={t('offer.plans')} ref={tabList} onKeyDown={onKeyDown}>
        {offerTabs.map((tab) => (
          <button
            key={tab}
            id={`tab-${tab}`}
            type="button"
            role="tab"
            data-testid="offer-tab"
            aria-selected={tab === current}
            aria-controls={panelId}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => choose(tab)}
          >
            {t(`offer.tab.${tab}`)}
          </button>
        ))}
      </div>
      <div id={panelId} role="tabpanel" aria-labelledby={`tab-${current}`}>
        {current === 'all' ? <OfferSort sort={sort} choose={setSort} /> : null}
        {listed.length === 0 ? <p class="offers-note">{t('offer.noneHere')}</p> : null}
        <ul class="offer-list">{listed.filter(isOnSale).map(rowOf)}</ul>
        {unavailable.length > 0 ? (
          <details class="disclosure" data-testid="unavailable-offers">
            <summary>{t('offer.unavailable', { count: countText(unavailable.length) })}</summary>
            <ul class="offer-list">{unavailable.map(rowOf)}</ul>
          </details>
        ) : null}
      </div>
      <OfferRegions offers={listed} />
      {offers.omitted ? (
        <p class="offers-note">{t('offer.omitted', { seller: props.seller.name, count: countText(offers.omitted) })}</p>
      ) : null}
      {offers.unreadable > 0 ? <p class="offers-note">{t('offer.unreadable', { count: offers.unreadable })}</p> : null}
    </>
  );
}
