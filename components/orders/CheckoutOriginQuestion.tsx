import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { Question } from '../question/Question.tsx';

type Props = { order: Order; origin: string; seller: string; purchaseFlow: PurchaseFlow };

/** Asks about a payment origin the seller names only since it was connected. The order is followed meanwhile. */
export function CheckoutOriginQuestion({ order, origin, seller, purchaseFlow }: Props) {
  const { card, id: orderId } = order;
  const { host } = new URL(origin);
  const open = () => purchaseFlow.runOrderAction('acceptCheckoutOrigin', { card, orderId, origin });
  return (
    <Question
      title={t('order.openHost', { host })}
      sentences={[t('order.newOrigin', { seller })]}
      testId="origin-question"
      decline={() => send('dismissOrder', { card, orderId }).catch(() => undefined)}
    >
      <button type="button" class="small-button" data-testid="open-page" aria-busy={purchaseFlow.isBusy} onClick={open}>
        {t('order.openIt')}
      </button>
    </Question>
  );
}
