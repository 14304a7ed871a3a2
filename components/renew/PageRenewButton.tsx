import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import '../ui/primary-button.css';

/** Opens the page where the user renews a card of a website, as an order that the balance will prove. */
export function PageRenewButton({ id, url, purchaseFlow }: { id: CardId; url: string; purchaseFlow: PurchaseFlow }) {
  return (
    <button
      type="button"
      class="primary"
      data-testid="renew-at-page"
      data-first
      aria-busy={purchaseFlow.isBusy}
      onClick={() => purchaseFlow.runOrderAction(() => send('renewAtPage', { card: id }))}
    >
      <span>{t('offer.renewAt', { host: new URL(url).host })}</span>
    </button>
  );
}
