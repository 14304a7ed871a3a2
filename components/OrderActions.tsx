import { send } from '../utils/browser/messages.ts';
import { moneyText, t } from '../utils/browser/words.ts';
import type { CardId } from '../utils/core/account.ts';
import type { OfferList } from '../utils/core/offer.ts';
import { isOpen, type Order } from '../utils/core/order.ts';
import './primary.css';
import type { RenewalWish } from './use-renewal.ts';

type Props = {
  order: Order;
  id: CardId;
  cardName: string | null;
  offers: OfferList | null;
  wish: RenewalWish;
  now: number;
};

/** What can be done about an order that does not go on by itself. */
export function OrderActions({ order, id, cardName, offers, wish, now }: Props) {
  if (isOpen(order, now)) return null;
  const dismiss = () => send('dismissOrder', { card: id, orderId: order.id }).catch(() => undefined);
  const isPriceChanged = order.state === 'price-changed' && order.newCost !== null;
  const again = ['cancelled', 'expired', 'payment-failed'].includes(order.state)
    ? offers?.offers.find((offer) => offer.planId === order.planId && offer.availability === 'available')
    : undefined;
  return (
    <>
      {isPriceChanged && order.newCost ? (
        <button
          type="button"
          class="primary"
          data-testid="confirm"
          data-first
          aria-busy={wish.isBusy}
          onClick={() => wish.run(() => send('acceptPrice', { card: id, orderId: order.id }))}
        >
          {cardName === null
            ? t('order.confirm', { price: moneyText(order.newCost) })
            : t('order.confirmFor', { card: cardName, price: moneyText(order.newCost) })}
        </button>
      ) : null}
      {again ? (
        <button
          type="button"
          class="text-button"
          aria-busy={wish.isBusy}
          onClick={() => wish.run(() => send('renew', { card: id, planId: again.planId, cost: again.cost }))}
        >
          {t('order.again')}
        </button>
      ) : null}
      <button type="button" class="text-button" data-testid="dismiss" onClick={dismiss}>
        {isPriceChanged ? t('order.notNow') : t('order.dismiss')}
      </button>
    </>
  );
}
