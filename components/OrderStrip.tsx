import { t } from '../utils/browser/words.ts';
import type { CardId, Seller } from '../utils/core/account.ts';
import type { OfferList } from '../utils/core/offer.ts';
import type { Order } from '../utils/core/order.ts';
import { OrderActions } from './OrderActions.tsx';
import './OrderStrip.css';
import { isLate, orderFacts, orderSentence, orderStep, supportLink } from './order-words.ts';
import './text-button.css';
import type { RenewalWish } from './use-renewal.ts';

type Props = {
  order: Order;
  id: CardId;
  /** Where there are several cards: which one it is for. */
  cardName: string | null;
  seller: Seller;
  offers: OfferList | null;
  wish: RenewalWish;
  now: number;
};

/** Where the order stands; its next step is the primary button below, unless it is at an end. */
export function OrderStrip({ order, id, cardName, seller, offers, wish, now }: Props) {
  const step = orderStep(order);
  const facts = orderFacts(order, seller, now);
  const support = isLate(order, seller, now) ? supportLink(seller) : null;
  return (
    <section class="order-strip" data-testid="order" data-state={order.state}>
      {step === null ? null : (
        <div class="order-steps" aria-hidden="true">
          {[0, 1, 2].map((position) => (
            <span key={position} data-step={position < step ? 'done' : position === step ? 'now' : 'next'} />
          ))}
        </div>
      )}
      <p class="order-state" data-testid="order-state">
        {orderSentence(order, seller, now)}
      </p>
      {facts.length > 0 || order.confirmationCode !== null ? (
        <p class="order-facts">
          {facts.join(' · ')}
          {facts.length > 0 && order.confirmationCode !== null ? ' · ' : null}
          <bdi>{order.confirmationCode}</bdi>
        </p>
      ) : null}
      <div class="order-actions">
        {support === null ? null : (
          <a class="text-button" href={support} target="_blank" rel="noreferrer">
            {t('order.ask', { seller: seller.name })}
          </a>
        )}
        <OrderActions order={order} id={id} cardName={cardName} offers={offers} wish={wish} now={now} />
      </div>
    </section>
  );
}
