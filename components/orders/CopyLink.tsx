import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { proposedTerms } from '../../utils/core/orders/order-terms.ts';
import '../ui/text-button.css';

/** Copies the payment page's address, for another tab or browser. */
export function CopyLink({ order }: { order: Order }) {
  const [isCopied, setCopied] = useState(false);
  const url = order.checkoutUrl;
  if (url === null || proposedTerms(order) !== null) return null;
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <button type="button" class="text-button" data-testid="copy-link" aria-live="polite" onClick={copy}>
      {isCopied ? t('order.copied') : t('order.copyLink')}
    </button>
  );
}
