import { t } from '../../utils/browser/i18n.ts';
import { isReversed } from '../../utils/core/orders/order.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { DismissButton } from './OrderActions.tsx';
import { ContactSupport } from './support/ContactSupport.tsx';
import { SellerContact } from './support/SellerContact.tsx';
import type { SupportCase } from './support/support-report.ts';
import '../ui/button.css';

type Props = { support: SupportCase; isPrimary: boolean; purchaseFlow: PurchaseFlow };

/** An order that is late, or was paid and then not: the ways to the seller with all it will ask for, and another look. */
export function LateOrder({ support, isPrimary, purchaseFlow }: Props) {
  const { order, seller } = support;
  const { card, id: orderId } = order;
  const checkAgain = (
    <button
      type="button"
      class="small-button"
      data-testid="check-again"
      aria-busy={purchaseFlow.isBusy}
      onClick={() => purchaseFlow.runOrderAction('resumeOrder', { card, orderId })}
    >
      {t('order.checkAgain')}
    </button>
  );
  return (
    <div class="order-contact">
      <SellerContact seller={seller} isPrimary={isPrimary} beside={isReversed(order) ? null : checkAgain}>
        {() => (
          <>
            <ContactSupport {...support} />
            <DismissButton order={order} testId="dismiss" label={t('order.dismiss')} />
          </>
        )}
      </SellerContact>
    </div>
  );
}
