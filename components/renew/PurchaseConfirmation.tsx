import { useEffect, useRef } from 'preact/hooks';
import { moneyText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import { previewPurchase } from '../../utils/core/offers/purchase-preview.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { warningText } from '../offers/purchase-preview-text.ts';
import '../ui/primary-button.css';
import './PurchaseConfirmation.css';
import '../ui/text-button.css';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';

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

/** The reasons to confirm a purchase, with buttons to confirm or cancel; nothing if no confirmation is needed. */
export function PurchaseConfirmation({ purchaseFlow, card, cardName, offers, seller, sellerNow, now }: Props) {
  const { confirmation } = purchaseFlow;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-testid=decline]')?.focus(), [confirmation]);
  if (!confirmation) return null;
  const { purchase, reasons, openOrder } = confirmation;
  const offer = offers?.offers.find(({ planId }) => planId === purchase.planId);
  const preview = card && offer ? previewPurchase(card, offer, sellerNow) : null;
  const sentences = reasons.flatMap((reason) => {
    if (reason !== 'order-open') return preview ? warningText(reason, preview, seller, sellerNow - now, now) : [];
    if (!openOrder) return [];
    return t('order.openSince', { plan: openOrder.planName, when: shortTimeText(openOrder.createdAt, now) });
  });
  const price = moneyText(purchase.cost);
  const labelValues = { plan: offer?.name ?? purchase.planId, price };
  return (
    <div class="purchase-confirmation" role="alertdialog" aria-label={t('order.sure')} data-testid="question" ref={box}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div class="purchase-confirmation-actions">
        <button
          type="button"
          class="primary"
          data-testid="confirm"
          aria-busy={purchaseFlow.isBusy}
          onClick={purchaseFlow.confirm}
        >
          {cardName === null
            ? t('order.buyAnyway', labelValues)
            : t('order.buyAnywayFor', { ...labelValues, card: cardName })}
        </button>
        <button type="button" class="text-button" data-testid="decline" onClick={purchaseFlow.cancel}>
          {t('order.notNow')}
        </button>
      </div>
    </div>
  );
}
