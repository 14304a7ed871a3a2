import { t } from '../../utils/browser/i18n.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { proposedTerms } from '../../utils/core/orders/order-terms.ts';
import { useCopy } from '../copy/use-copy.ts';
import '../ui/button.css';

/** Copies the payment page's address, for another tab or browser. */
export function CopyLink({ order }: { order: Order }) {
  const { copied, copy } = useCopy();
  const url = order.checkoutUrl;
  if (url === null || proposedTerms(order) !== null) return null;
  return (
    <button type="button" class="small-button" data-testid="copy-link" aria-live="polite" onClick={() => copy(url)}>
      {copied === 'yes' ? t('order.copied') : t('order.copyLink')}
    </button>
  );
}
