import { useRef, useState } from 'preact/hooks';
import { countText, direction, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { type OfferList, type OfferTab, offersIn, offerTabs } from '../../utils/core/offers/offer.ts';
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

/** The plans in tabs by duration. `initialTab`: the tab of the primary button's plan. */
export function OfferTabs({ id, card, offers, initialTab, bestPlanId, seller, purchaseFlow, skewMs, now }: Props) {
  const [chosen, choose] = useState<OfferTab | null>(null);
  const [sort, setSort] = useState<Sort>('seller');
  const tabList = useRef<HTMLDivElement>(null);
  const current = chosen ?? initialTab ?? 'all';
  const listed = sortOffers(offersIn(current, offers.offers), sort);
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
      <div class="offer-bar">
        <div class="offer-tabs" role="tablist" aria-label={t('offer.plans')} ref={tabList} onKeyDown={onKeyDown}>
          {offerTabs.map((tab) => (
            <button
              key={tab}
              id={`tab-${tab}`}
              type="button"
              role="tab"
              data-testid="offer-tab"
              aria-selected={tab === current}
              aria-controls="offers"
              tabIndex={tab === current ? 0 : -1}
              onClick={() => choose(tab)}
            >
              {t(`offer.tab.${tab}`)}
            </button>
          ))}
        </div>
        <OfferSort sort={sort} choose={setSort} />
      </div>
      <div id="offers" role="tabpanel" aria-labelledby={`tab-${current}`}>
        {listed.length === 0 ? <p class="no-offers">{t('offer.noneHere')}</p> : null}
        <ul class="offer-list">
          {listed.map((offer) => (
            <OfferRow
              key={offer.planId}
              offer={offer}
              id={id}
              card={card}
              isBest={offer.planId === bestPlanId}
              seller={seller}
              purchaseFlow={purchaseFlow}
              skewMs={skewMs}
              now={now}
            />
          ))}
        </ul>
      </div>
      <OfferRegions offers={listed} />
      {offers.omitted ? (
        <p class="no-offers">{t('offer.omitted', { seller: seller.name, count: countText(offers.omitted) })}</p>
      ) : null}
      {offers.unreadable > 0 ? <p class="no-offers">{t('offer.unreadable', { count: offers.unreadable })}</p> : null}
    </>
  );
}
