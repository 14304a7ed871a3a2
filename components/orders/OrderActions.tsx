import { moneyText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import { canPay, isAwaitingPayment, isOpen, isReversed, type Order } from '../../utils/core/orders/order.ts';
import { isOverdue } from '../../utils/core/orders/order-polling.ts';
import { proposedTerms } from '../../utils/core/orders/order-terms.ts';
import type { SellerTerms } from '../../utils/core/orders/seller-order.ts';
import { CopyLink } from './CopyLink.tsx';
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

/** Actions besides the order's next step: accept a price, buy again, copy the link, dismiss. */
export function OrderActions({ order, cardName, seller, offers, purchaseFlow, now }: Props) {
  const { card, id: orderId } = order;
  const dismiss = () => send('dismissOrder', { card, orderId }).catch(() => undefined);
  const proposed = proposedTerms(order);
  const terms = { planId: proposed?.planId ?? null, cost: proposed?.cost ?? null };
  const isInProgress = isOpen(order, now) && !isOverdue(order, seller, now);
  const canBuyAgain =
    ['cancelled', 'expired', 'payment-failed', 'dropped'].includes(order.state) && !isInProgress && !isReversed(order);
  const offer = canBuyAgain
    ? offers?.offers.find((listed) => listed.planId === order.planId && listed.availability === 'available')
    : undefined;
  return (
    <div class="order-actions">
      {proposed ? (
        <button
          type="button"
          class="primary"
          data-testid="confirm"
          // What the seller put in place of the order is not bought by a key pressed too early.
          data-first={order.state === 'price-changed' ? true : undefined}
          aria-busy={purchaseFlow.isBusy}
          onClick={() => purchaseFlow.runOrderAction(() => send('acceptPrice', { card, orderId, terms }))}
        >
          {acceptText(order, proposed, cardName)}
        </button>
      ) : null}
      {offer ? (
        <button
          type="button"
          class="text-button"
          aria-busy={purchaseFlow.isBusy}
          onClick={() => purchaseFlow.buy({ card, planId: offer.planId, cost: offer.cost })}
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
      {isInProgress && !proposed ? null : (
        <button type="button" class="text-button" data-testid="dismiss" onClick={dismiss}>
          {proposed ? t('order.notNow') : t('order.dismiss')}
        </button>
      )}
    </div>
  );
}

function acceptText(order: Order, { planId, planName, cost }: SellerTerms, card: string | null): string {
  if (planId === null || cost === null) return t('order.openPage');
  const price = moneyText(cost);
  if (planId === order.planId)
    return card === null ? t('order.confirm', { price }) : t('order.confirmFor', { card, price });
  const plan = planName ?? planId;
  return card === null ? t('order.buyAnyway', { plan, price }) : t('order.buyAnywayFor', { plan, price, card });
}
