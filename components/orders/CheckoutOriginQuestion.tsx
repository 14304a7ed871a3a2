import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import '../renew/PurchaseConfirmation.css';
import '../ui/text-button.css';

type Props = { order: Order; origin: string; seller: string; purchaseFlow: PurchaseFlow };

/** Asks about a payment origin the seller names only since it was connected. The order is followed meanwhile. */
export function CheckoutOriginQuestion({ order, origin, seller, purchaseFlow }: Props) {
  const { card, id: orderId } = order;
  const decline = useRef<HTMLButtonElement>(null);
  useEffect(() => decline.current?.focus(), [orderId, origin]);
  const question = t('order.newOrigin', { seller, host: new URL(origin).host });
  return (
    <div class="purchase-confirmation" role="alertdialog" aria-label={t('order.sure')} data-testid="origin-question">
      <p>{question}</p>
      <div class="purchase-confirmation-actions">
        <button
          type="button"
          class="text-button"
          data-testid="decline"
          ref={decline}
          onClick={() => send('dismissOrder', { card, orderId }).catch(() => undefined)}
        >
          {t('order.notNow')}
        </button>
        <button
          type="button"
          class="text-button"
          data-testid="open-page"
          aria-busy={purchaseFlow.isBusy}
          onClick={() => purchaseFlow.runOrderAction(() => send('acceptCheckoutOrigin', { card, orderId, origin }))}
        >
          {t('order.openIt')}
        </button>
      </div>
    </div>
  );
}
