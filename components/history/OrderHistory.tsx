import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { isOnSale, type OfferList } from '../../utils/core/offers/offer.ts';
import { isCreditAwaited, isOpen, type Order } from '../../utils/core/orders/order.ts';
import { isNotPlaced, placedOrders } from '../../utils/core/orders/order-status.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import type { Money } from '../../utils/core/values/money.ts';
import { usePurchase } from '../hooks/use-purchase.ts';
import { OrderStatusPanel } from '../orders/OrderStatusPanel.tsx';
import { PurchaseConfirmation } from '../renew/PurchaseConfirmation.tsx';
import { PurchaseError } from '../renew/PurchaseError.tsx';
import { OrderHistoryRow } from './OrderHistoryRow.tsx';
import './OrderHistory.css';
import '../ui/button.css';

type Props = {
  orders: Order[];
  account: Account;
  /** Null if the seller no longer lists it. */
  card: Card | null;
  cardTitle: string;
  /** The name to show if there are several cards; else null. */
  cardName: string | null;
  snapshot: UsageSnapshot | null;
  offers: OfferList | null;
  check: CheckState | null;
  now: number;
  children?: ComponentChildren;
};

const pageSize = 10;

/** The orders of a card, newest first, each with its status, receipt and a button to buy the plan again. */
export function OrderHistory({ orders, account, cardName, offers, check, now, children, ...props }: Props) {
  const purchaseFlow = usePurchase();
  const [limit, setLimit] = useState(pageSize);
  const [boughtAgainId, setBoughtAgainId] = useState<string | null>(null);
  const submitted = placedOrders(orders);
  if (submitted.length === 0) return null;
  const { card, cardTitle, snapshot } = props;
  const { seller } = account;
  const sellerNow = snapshot ? toSellerTime(snapshot, now) : now;
  const buyAgain = (order: Order, cost: Money) => {
    setBoughtAgainId(order.id);
    purchaseFlow.buy({ card: order.card, planId: order.planId, cost });
  };
  // Before what was bought has arrived, buying it again is no next step; a button that was just pressed stays.
  const isWaiting = orders.some((order) => isOpen(order, now) || isCreditAwaited(order, now));
  const offerAgain = ({ id, planId }: Order) =>
    card && (!isWaiting || id === boughtAgainId)
      ? offers?.offers.find((offer) => offer.planId === planId && isOnSale(offer))
      : undefined;
  // Started on this page but not listed yet: its price may have changed, or its payment page may be missing.
  const unsent = orders.find((order) => isNotPlaced(order) && order.state !== 'dropped' && !order.dismissed);
  return (
    <section class="page-section order-history" data-testid="order-log">
      <div class="history-bar">
        <h2>{t('history.orders')}</h2>
        {children}
      </div>
      <ul>
        {submitted.slice(0, limit).map((order) => (
          <OrderHistoryRow
            order={order}
            seller={seller}
            card={card}
            cardTitle={cardTitle}
            skewMs={snapshot?.skewMs ?? 0}
            offer={offerAgain(order)}
            isBusy={purchaseFlow.isBusy}
            buyAgain={buyAgain}
            now={now}
            key={order.id}
          >
            {order.id === boughtAgainId ? (
              <>
                <PurchaseConfirmation
                  purchaseFlow={purchaseFlow}
                  card={card}
                  cardName={cardName}
                  offers={offers}
                  seller={seller}
                  sellerNow={sellerNow}
                  now={now}
                />
                {purchaseFlow.problem ? <PurchaseError problem={purchaseFlow.problem} seller={seller.name} /> : null}
                {unsent?.planId === order.planId && card && snapshot ? (
                  <OrderStatusPanel
                    order={unsent}
                    isPrimary={purchaseFlow.confirmation === null}
                    account={account}
                    card={card}
                    cardTitle={cardTitle}
                    cardName={cardName}
                    snapshot={snapshot}
                    check={check}
                    purchaseFlow={purchaseFlow}
                    now={now}
                  />
                ) : null}
              </>
            ) : null}
          </OrderHistoryRow>
        ))}
      </ul>
      {submitted.length > limit ? (
        <button type="button" class="small-button" data-testid="orders-more" onClick={() => setLimit(limit + pageSize)}>
          {t('history.more')}
        </button>
      ) : null}
    </section>
  );
}
