import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { isNotSent, submittedOrders } from '../../utils/core/orders/order-status.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { usePurchase } from '../hooks/use-purchase.ts';
import { OrderStatusPanel } from '../orders/OrderStatusPanel.tsx';
import { PurchaseConfirmation } from '../renew/PurchaseConfirmation.tsx';
import { PurchaseError } from '../renew/PurchaseError.tsx';
import { OrderHistoryRow } from './OrderHistoryRow.tsx';
import './OrderHistory.css';
import '../ui/text-button.css';

type Props = {
  orders: Order[];
  account: Account;
  /** Null where the seller does not list it any more. */
  card: Card | null;
  cardTitle: string;
  /** Where there are several cards: which one it is for. */
  cardName: string | null;
  snapshot: UsageSnapshot | null;
  offers: OfferList | null;
  check: CheckState | null;
  now: number;
  children?: ComponentChildren;
};

const step = 10;

/** What was ordered for a card, newest first: how it stands, its receipt, and the same once more. */
export function OrderHistory({ orders, account, cardName, offers, check, now, children, ...of }: Props) {
  const purchaseFlow = usePurchase();
  const [most, setMost] = useState(step);
  const [againId, setAgainId] = useState<string | null>(null);
  const logged = submittedOrders(orders);
  if (logged.length === 0) return null;
  const { card, cardTitle, snapshot } = of;
  const { seller } = account;
  const sellerNow = snapshot ? toSellerTime(snapshot, now) : now;
  const again = (order: Order, cost: Order['cost']) => {
    setAgainId(order.id);
    purchaseFlow.buy({ card: order.card, planId: order.planId, cost });
  };
  // What was begun on this page and is no part of the list yet: its price may have changed, its page may not have come.
  const begun = orders.find((order) => isNotSent(order) && order.state !== 'dropped' && !order.dismissed);
  return (
    <section class="page-section order-log" data-testid="order-log">
      <div class="history-bar">
        <h2>{t('history.orders')}</h2>
        {children}
      </div>
      <ul>
        {logged.slice(0, most).map((order) => (
          <OrderHistoryRow
            order={order}
            seller={seller}
            card={card}
            cardTitle={cardTitle}
            skewMs={snapshot?.skewMs ?? 0}
            offer={offers?.offers.find((one) => one.planId === order.planId && one.availability === 'available')}
            isBusy={purchaseFlow.isBusy}
            again={again}
            now={now}
            key={order.id}
          >
            {order.id === againId ? (
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
                {begun?.planId === order.planId && card && snapshot ? (
                  <OrderStatusPanel
                    order={begun}
                    account={account}
                    card={card}
                    cardTitle={cardTitle}
                    cardName={cardName}
                    snapshot={snapshot}
                    check={check}
                    offers={offers}
                    purchaseFlow={purchaseFlow}
                    now={now}
                  />
                ) : null}
              </>
            ) : null}
          </OrderHistoryRow>
        ))}
      </ul>
      {logged.length > most ? (
        <button type="button" class="text-button" data-testid="orders-more" onClick={() => setMost(most + step)}>
          {t('history.more')}
        </button>
      ) : null}
    </section>
  );
}
