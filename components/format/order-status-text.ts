import { t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { orderStatus } from '../../utils/core/orders/order-status.ts';

/** The status of an order in a few words. */
export function orderStatusText(order: Order, seller: Seller, now: number): string {
  const { name } = seller;
  switch (orderStatus(order, seller, now)) {
    case 'payment':
      return t('history.standing.payment');
    case 'unclear':
      return t('history.standing.unclear', { seller: name });
    case 'credit':
      return t('history.standing.credit');
    case 'credit-late':
      return t('history.standing.creditLate');
    case 'balance':
      return t('history.standing.balance');
    case 'balance-late':
      return t('history.standing.balanceLate', { seller: name });
    case 'credited':
      return t('history.standing.credited');
    case 'queued':
      return t('history.standing.queued');
    case 'payment-failed':
      return t('history.standing.paymentFailed');
    case 'cancelled':
      return t('history.standing.cancelled');
    case 'expired':
      return t('history.standing.expired');
    case 'refunded':
      return t('history.standing.refunded', { seller: name });
    case 'reversed':
      return t('history.standing.reversed', { seller: name });
  }
}
