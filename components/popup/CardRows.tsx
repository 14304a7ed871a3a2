import type { Account } from '../../utils/core/accounts/account.ts';
import { preferenceOf } from '../../utils/core/accounts/card-preferences.ts';
import type { Forecast } from '../../utils/core/forecast/forecast.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { RecentUsage } from '../chart/RecentUsage.tsx';
import type { PopupState } from '../hooks/popup-state.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { OtherPlans } from '../offers/OtherPlans.tsx';
import { PurchaseConfirmation } from '../renew/PurchaseConfirmation.tsx';
import { PurchaseError } from '../renew/PurchaseError.tsx';
import { plansId } from '../renew/RenewSection.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import type { CardDecisions } from './card-decisions.ts';
import { OtherCardsRow } from './OtherCardsRow.tsx';

type Props = {
  shown: PopupState;
  id: CardId;
  account: Account;
  snapshot: UsageSnapshot;
  card: Card;
  /** The name to show if there are several cards; else null. */
  cardName: string | null;
  decided: CardDecisions;
  purchaseFlow: PurchaseFlow;
  offers: OfferList | null;
  forecast: Forecast;
  /** There are plans to choose from. */
  canList: boolean;
  /** Another card needs a look, and there is room to say so. */
  showsOthers: boolean;
  /** What is announced where it is new. */
  texts: readonly string[];
  show: (card: CardId) => void;
  now: number;
};

/** What stands below the button to renew: what is asked before a purchase, and the rows. */
export function CardRows(props: Props) {
  const { shown, id, account, snapshot, card, cardName, decided, purchaseFlow, offers, forecast } = props;
  const { canList, showsOthers, texts, show, now } = props;
  const { seller } = account;
  const { samples } = shown;
  const sellerNow = toSellerTime(snapshot, now);
  return (
    <>
      <div class="popup-question">
        {purchaseFlow.problem ? <PurchaseError problem={purchaseFlow.problem} seller={seller.name} /> : null}
        <PurchaseConfirmation {...{ purchaseFlow, card, cardName, offers, seller, sellerNow, now }} />
      </div>
      {canList && offers ? (
        <div id={plansId}>
          <OtherPlans
            {...{ id, card, offers, seller, purchaseFlow, snapshot, samples, now }}
            initialTab={decided.initialTab}
            until={preferenceOf(shown.preferences, formatCardId(id)).neededUntil}
            isInsteadOfRenew={decided.emphasis.renew === 'folded'}
          />
        </div>
      ) : null}
      {decided.showsDays ? <RecentUsage {...{ samples, card, snapshot, forecast, seller, id, now }} /> : null}
      {showsOthers ? <OtherCardsRow {...{ shown, id, now, show }} /> : null}
      <LiveRegion texts={texts} />
    </>
  );
}
