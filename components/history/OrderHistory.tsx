import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { isUnsent, loggedOrders } from '../../utils/core/orders/order-status.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type Reading, sellerTimeFor } from '../../utils/core/usage/usage-snapshot.ts';
import { useRenewal } from '../hooks/use-purchase.ts';
import { OrderStrip } from '../orders/OrderStatusPanel.tsx';
import { QuestionBox } from '../renew/PurchaseConfirmation.tsx';
import { ProblemLine } from '../renew/PurchaseError.tsx';
import { OrderRow } from './OrderHistoryRow.tsx';
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
  reading: Reading | null;
  offers: OfferList | null;
  check: CheckState | null;
  now: number;
  children?: ComponentChildren;
};

const step = 10;

/** What was ordered for a card, newest first: how it stands, its receipt, and the same once more. */
export function OrderLog({ orders, account, cardName, offers, check, now, children, ...of }: Props) {
  const wish = useRenewal();
  const [most, setMost] = useState(step);
  const [againId, setAgainId] = useState<string | null>(null);
  const logged = loggedOrders(orders);
  if (logged.length === 0) return null;
  const { card, cardTitle, reading } = of;
  const { seller } = account;
  const sellerNow = reading ? sellerTimeFor(reading, now) : now;
  const again = (order: Order, cost: Order['cost']) => {
    setAgainId(order.id);
    wish.buy({ card: order.card, planId: order.planId, cost });
  };
  // What was begun on this page and is no part of the list yet: its price may have changed, its page may not have come.
  const begun = orders.find((order) => isUnsent(order) && order.state !== 'dropped' && !order.dismissed);
  return (
    <section class="page-section order-log" data-testid="order-log">
      <div class="history-bar">
        <h2>{t('history.orders')}</h2>
        {children}
      </div>
      <ul>
        {logged.slice(0, most).map((order) => (
          <OrderRow
            order={order}
            seller={seller}
            card={card}
            cardTitle={cardTitle}
            skewMs={reading?.skewMs ?? 0}
            offer={offers?.offers.find((one) => one.planId === order.planId && one.availability === 'available')}
            isBusy={wish.isBusy}
            again={again}
            now={now}
            key={order.id}
          >
            {order.id === againId ? (
              <>
                <QuestionBox
                  wish={wish}
                  card={card}
                  cardName={cardName}
                  offers={offers}
                  seller={seller}
                  sellerNow={sellerNow}
                  now={now}
                />
                {wish.problem ? <ProblemLine problem={wish.problem} seller={seller.name} /> : null}
                {begun?.planId === order.planId && card && reading ? (
                  <OrderStrip
                    order={begun}
                    account={account}
                    card={card}
                    cardTitle={cardTitle}
                    cardName={cardName}
                    reading={reading}
                    check={check}
                    offers={offers}
                    wish={wish}
                    now={now}
                  />
                ) : null}
              </>
            ) : null}
          </OrderRow>
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
