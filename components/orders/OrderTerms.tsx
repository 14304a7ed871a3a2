import { moneyText, t } from '../../utils/browser/i18n.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { proposedTerms } from '../../utils/core/orders/order-terms.ts';
import type { SellerTerms } from '../../utils/core/orders/seller-order.ts';
import './OrderTerms.css';

/** What the user chose and what the seller says, where these differ. */
export function OrderTerms({ order, seller }: { order: Order; seller: string }) {
  const proposed = proposedTerms(order);
  const told = proposed ?? order.sellerTerms;
  if (told === null || (proposed === null && told.planId === null && told.cost === null)) return null;
  return (
    <dl class="order-terms" data-testid="order-terms">
      <TermsRow label={t('order.youChose')} terms={order} />
      <TermsRow label={t('order.sellerSays', { seller })} terms={told} />
    </dl>
  );
}

function TermsRow({ label, terms: { planId, planName, cost } }: { label: string; terms: SellerTerms }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi>{planName ?? planId ?? t('popup.notTold')}</bdi>
      </dd>
      <dd>
        <bdi>{cost === null ? t('popup.notTold') : moneyText(cost)}</bdi>
      </dd>
    </div>
  );
}
