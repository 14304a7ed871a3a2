import { moneyText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import { canPay, isAwaitingPayment, isOpen, type Order } from '../../utils/core/orders/order.ts';
import { isOverdue } from '../../utils/core/orders/order-polling.ts';
import { CopyLink } from './OrderProblem.tsx';
import '../ui/primary-button.css';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';

type Props = {
  order: Order;
  cardName: string | null;
  seller: Seller;
  offers: OfferList | null;
  purchaseFlow: PurchaseFlow;
  now: number;
};

/** What can be done about an order besides its next step: agree to a price, try anew, copy its link, put it away. */
export function OrderActions({ order, cardName, seller, offers, purchaseFlow, now }: Props) {
  const { card, id: orderId } = order;
  const dismiss = () => send('dismissOrder', { card, orderId }).catch(() => undefined);
  const newCost = order.state === 'price-changed' ? order.newCost : null;
  const isUnderWay = isOpen(order, now) && !isOverdue(order, seller, now);
  const isAgain = ['cancelled', 'expired', 'payment-failed', 'dropped'].includes(order.state) && !isUnderWay;
  const again = isAgain
    ? offers?.offers.find((offer) => offer.planId === order.planId && offer.availability === 'available')
    : undefined;
  return (
    <div class="order-actions">
      {newCost ? (
        <button
          type="button"
          class="primary"
          data-testid="confirm"
          data-first
          aria-busy={purchaseFlow.isBusy}
          onClick={() => purchaseFlow.runOrderAction(() => send('acceptPrice', { card, orderId }))}
        >
          {cardName === null
            ? t('order.confirm', { price: moneyText(newCost) })
            : t('order.confirmFor', { card: cardName, price: moneyText(newCost) })}
        </button>
      ) : null}
      {again ? (
        <button
          type="button"
          class="text-button"
          aria-busy={purchaseFlow.isBusy}
          onClick={() => purchaseFlow.buy({ card, planId: again.planId, cost: again.cost })}
        >
          {t('order.again')}
        </button>
      ) : null}
      {canPay(order, now) && order.problem === null ? <CopyLink order={order} /> : null}
      {seller.meteredBy === 'user' && isAwaitingPayment(order) ? (
        <button type="button" class="text-button" data-testid="not-paid" onClick={dismiss}>
          {t('order.notPaid')}
        </button>
      ) : null}
      {isUnderWay ? null : (
        <button type="button" class="text-button" data-testid="dismiss" onClick={dismiss}>
          {newCost ? t('order.notNow') : t('order.dismiss')}
        </button>
      )}
    </div>
  );
}
