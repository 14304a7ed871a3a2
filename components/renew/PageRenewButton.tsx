import { moneyText, t } from '../../utils/browser/i18n.ts';
import type { UsualPurchase } from '../../utils/core/accounts/account.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { usualPlanText } from '../format/purchase-text.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { mainLook } from '../ui/button-look.ts';
import '../ui/button.css';

type Props = {
  id: CardId;
  url: string;
  usual: UsualPurchase | null;
  byteUnit: ByteUnit;
  purchaseFlow: PurchaseFlow;
  isFilled: boolean;
};

/**
 * Opens the page where the user renews a card of a website, as an order that the balance will prove; with what they
 * usually buy there, where they have entered it.
 */
export function PageRenewButton({ id, url, usual, byteUnit, purchaseFlow, isFilled }: Props) {
  const { host } = new URL(url);
  const plan = usual === null ? '' : usualPlanText(usual, byteUnit);
  return (
    <button
      type="button"
      {...mainLook(isFilled)}
      data-testid="renew-at-page"
      aria-busy={purchaseFlow.isBusy}
      aria-describedby={usual === null ? undefined : 'renew-effect'}
      onClick={() => purchaseFlow.buyAtPage(id)}
    >
      <span>
        {plan === '' ? t('offer.renewAt', { host }) : t('offer.renew', { plan })}
        {plan === '' ? null : (
          <small>
            <bdi>{host}</bdi>
          </small>
        )}
      </span>
      {usual?.cost ? <bdi class="primary-price">{moneyText(usual.cost)}</bdi> : null}
    </button>
  );
}
