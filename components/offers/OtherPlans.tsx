import { countText, moneyText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { UsageSamples } from '../../utils/core/history/usage-samples.ts';
import type { OfferList, OfferTab } from '../../utils/core/offers/offer.ts';
import { priceRange } from '../../utils/core/offers/price-range.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { useEachMinute } from '../hooks/use-now.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { DataNeed } from '../recommendation/DataNeed.tsx';
import { recommend } from '../recommendation/recommendation.ts';
import { FoldedRow } from '../ui/FoldedRow.tsx';
import { OfferTabs } from './OfferTabs.tsx';

type PlanProps = {
  id: CardId;
  card: Card;
  offers: OfferList;
  initialTab: OfferTab | null;
  seller: Seller;
  purchaseFlow: PurchaseFlow;
  snapshot: UsageSnapshot;
  samples: UsageSamples | null;
  /** The end of the day until which the user chose to need data (our clock); null: none. */
  until: number | null;
  now: number;
};

/** `isInsteadOfRenew`: no button to renew stands above, e.g. while an order is open. */
type Props = PlanProps & { isInsteadOfRenew: boolean };

/** All plans, in a row that opens in place. */
export function OtherPlans({ isInsteadOfRenew, ...props }: Props) {
  const { offers } = props.offers;
  if (offers.length === 0) return null;
  const range = isInsteadOfRenew ? null : priceRange(offers);
  return (
    <FoldedRow
      title={t(isInsteadOfRenew ? 'offer.somethingElse' : 'offer.otherPlans')}
      summary={range && t('offer.countFrom', { count: countText(range.count), price: moneyText(range.cheapest) })}
      testId="other-plans"
    >
      {() => <PlanChoice {...props} />}
    </FoldedRow>
  );
}

function PlanChoice({ id, card, offers, initialTab, seller, purchaseFlow, snapshot, samples, until, now }: PlanProps) {
  const { byteUnit } = seller;
  const recommendation = useEachMinute(
    (minute) => recommend({ card, snapshot, samples, offers: offers.offers, until, byteUnit, now: minute }),
    now,
    [card, snapshot, samples, offers, until, byteUnit],
  );
  return (
    <>
      <OfferTabs
        id={id}
        card={card}
        offers={offers}
        initialTab={initialTab}
        bestPlanId={recommendation.best?.planId ?? null}
        seller={seller}
        purchaseFlow={purchaseFlow}
        skewMs={snapshot.skewMs}
        now={now}
      />
      <DataNeed id={id} recommendation={recommendation} byteUnit={byteUnit} now={now} />
    </>
  );
}
