import { moneyText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import { previewPurchase } from '../../utils/core/offers/purchase-preview.ts';
import { safeAlternative } from '../../utils/core/popup/safe-alternative.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { Question } from '../question/Question.tsx';
import { purchaseQuestion } from './purchase-question.ts';

type Props = {
  purchaseFlow: PurchaseFlow;
  card: Card | null;
  /** The name to show if there are several cards; else null. */
  cardName: string | null;
  offers: OfferList | null;
  seller: Seller;
  sellerNow: number;
  now: number;
};

/** The reasons to confirm a purchase, with the answers; nothing if no confirmation is needed. */
export function PurchaseConfirmation({ purchaseFlow, card, cardName, offers, seller, sellerNow, now }: Props) {
  const { confirmation } = purchaseFlow;
  if (!confirmation) return null;
  const { purchase, reasons, openOrder } = confirmation;
  const offer = offers?.offers.find(({ planId }) => planId === purchase.planId);
  const preview = card && offer ? previewPurchase(card, offer, sellerNow) : null;
  const { title, sentences } = purchaseQuestion({ reasons, openOrder, preview, seller, skewMs: sellerNow - now, now });
  const isCostly = reasons.includes('loses-data') || reasons.includes('ends-earlier');
  const safe = card && offer && isCostly ? safeAlternative(card, offers?.offers ?? [], offer, sellerNow) : null;
  const labelValues = { plan: offer?.name ?? purchase.planId, price: moneyText(purchase.cost) };
  return (
    <Question title={title} sentences={sentences} testId="question" decline={purchaseFlow.cancel}>
      {safe ? (
        <button
          type="button"
          class="small-button"
          data-testid="safe-plan"
          onClick={() => purchaseFlow.buy({ card: purchase.card, planId: safe.planId, cost: safe.cost })}
        >
          {t('order.keepsIt', { plan: safe.name, price: moneyText(safe.cost) })}
        </button>
      ) : null}
      <button
        type="button"
        class="primary"
        data-variant="danger"
        data-testid="confirm"
        aria-busy={purchaseFlow.isBusy}
        onClick={purchaseFlow.confirm}
      >
        {cardName === null
          ? t('order.buyAnyway', labelValues)
          : t('order.buyAnywayFor', { ...labelValues, card: cardName })}
      </button>
    </Question>
  );
}
