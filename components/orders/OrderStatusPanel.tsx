import type { Account } from '../../utils/core/accounts/account.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { isLate } from '../../utils/core/orders/order-polling.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { figureFor, isAtOrUnder } from '../../utils/core/usage/card-balance.ts';
import { type Reading, sellerTimeFor } from '../../utils/core/usage/usage-snapshot.ts';
import type { RenewalWish } from '../hooks/use-purchase.ts';
import { OrderActions } from './OrderActions.tsx';
import { OrderTrouble } from './OrderProblem.tsx';
import { OrderSteps } from './OrderProgress.tsx';
import { orderFacts, orderSentence } from './order-text.ts';
import { ContactSupport } from './support/ContactSupport.tsx';
import './OrderStatusPanel.css';
import '../ui/text-button.css';

type Props = {
  order: Order;
  account: Account;
  card: Card;
  cardTitle: string;
  /** Where there are several cards: which one it is for. */
  cardName: string | null;
  reading: Reading;
  check: CheckState | null;
  offers: OfferList | null;
  wish: RenewalWish;
  now: number;
};

/** Where the order stands; its next step is the primary button below, unless it is at an end or takes too long. */
export function OrderStrip({ order, account, card, cardTitle, cardName, reading, check, offers, wish, now }: Props) {
  const { seller } = account;
  const facts = orderFacts(order, seller, now);
  const code = order.confirmationCode;
  const figure = figureFor(card, sellerTimeFor(reading, now));
  return (
    <section class="order-strip" data-testid="order" data-state={order.state}>
      <OrderSteps order={order} />
      <p class="order-state" data-testid="order-state">
        {orderSentence(order, seller, now)}
      </p>
      {facts.length > 0 || code !== null ? (
        <p class="order-facts" data-testid="order-facts">
          {facts.join(' · ')}
          {facts.length > 0 && code !== null ? ' · ' : null}
          <bdi>{code}</bdi>
        </p>
      ) : null}
      <OrderTrouble
        order={order}
        account={account}
        check={check}
        wasNearlyEmpty={isAtOrUnder(figure, 5)}
        wish={wish}
        now={now}
      />
      {isLate(order, seller, now) ? (
        <ContactSupport
          order={order}
          cardTitle={cardTitle}
          cardNumber={card.subscriberId}
          seller={seller}
          balanceNow={figure}
          measuredAt={card.measuredAt - reading.skewMs}
          now={now}
        />
      ) : null}
      <OrderActions order={order} cardName={cardName} seller={seller} offers={offers} wish={wish} now={now} />
    </section>
  );
}
