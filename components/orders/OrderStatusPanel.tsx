import type { Account } from '../../utils/core/accounts/account.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import { isReversed, type Order } from '../../utils/core/orders/order.ts';
import { isOverdue } from '../../utils/core/orders/order-polling.ts';
import { proposedTerms } from '../../utils/core/orders/order-terms.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { cardBalance, isAtOrBelowPercent } from '../../utils/core/usage/card-balance.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { OrderActions } from './OrderActions.tsx';
import { OrderProblem } from './OrderProblem.tsx';
import { OrderProgress } from './OrderProgress.tsx';
import { OrderTerms } from './OrderTerms.tsx';
import { orderDetails, orderText } from './order-text.ts';
import { ContactSupport } from './support/ContactSupport.tsx';
import './OrderStatusPanel.css';
import '../ui/text-button.css';

type Props = {
  order: Order;
  account: Account;
  card: Card;
  cardTitle: string;
  /** The name to show if there are several cards; else null. */
  cardName: string | null;
  snapshot: UsageSnapshot;
  check: CheckState | null;
  offers: OfferList | null;
  purchaseFlow: PurchaseFlow;
  now: number;
};

/** The status of an order. Its next step is the primary button below, unless the order has ended or is overdue. */
export function OrderStatusPanel({
  order,
  account,
  card,
  cardTitle,
  cardName,
  snapshot,
  check,
  offers,
  purchaseFlow,
  now,
}: Props) {
  const { seller } = account;
  const details = orderDetails(order, seller, now);
  const code = order.confirmationCode;
  const state = proposedTerms(order) === null ? order.state : 'price-changed';
  const balance = cardBalance(card, toSellerTime(snapshot, now));
  return (
    <section class="order-status-panel" data-testid="order" data-state={state}>
      <OrderProgress order={order} />
      <p class="order-state" data-testid="order-state">
        {orderText(order, seller, now)}
      </p>
      <OrderTerms order={order} seller={seller.name} />
      {details.length > 0 || code !== null ? (
        <p class="order-details" data-testid="order-facts">
          {details.join(' · ')}
          {details.length > 0 && code !== null ? ' · ' : null}
          <bdi>{code}</bdi>
        </p>
      ) : null}
      <OrderProblem
        order={order}
        account={account}
        check={check}
        wasNearlyEmpty={isAtOrBelowPercent(balance, 5)}
        purchaseFlow={purchaseFlow}
        now={now}
      />
      {isOverdue(order, seller, now) || isReversed(order) ? (
        <ContactSupport
          order={order}
          cardTitle={cardTitle}
          cardNumber={card.subscriberId}
          seller={seller}
          balanceNow={balance}
          measuredAt={card.measuredAt - snapshot.skewMs}
          now={now}
        />
      ) : null}
      <OrderActions
        order={order}
        cardName={cardName}
        seller={seller}
        offers={offers}
        purchaseFlow={purchaseFlow}
        now={now}
      />
    </section>
  );
}
