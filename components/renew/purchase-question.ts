import { amountText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { PurchasePreview } from '../../utils/core/offers/purchase-preview.ts';
import type { ConfirmationReason, ConfirmationRequest } from '../../utils/core/orders/decide-purchase.ts';
import { effectText, warningText } from '../offers/purchase-preview-text.ts';

/** `preview` null: the card or the plan is not known any more. `skewMs`: the seller's clock minus ours. */
type Input = ConfirmationRequest & { preview: PurchasePreview | null; seller: Seller; skewMs: number; now: number };

/** What is asked before a purchase: the first reason against it, then what it does and the other reasons. */
export function purchaseQuestion({ reasons, openOrder, preview, seller, skewMs, now }: Input) {
  const [first] = reasons;
  const title = first ? titleOf(first, preview, seller) : t('order.sure');
  const effect = preview && preview.blockedBy === null ? [effectText(preview, seller, skewMs, now, false)] : [];
  const others = reasons.flatMap((reason) => {
    if (reason === 'order-open') {
      if (!openOrder) return [];
      return t('order.openSince', { plan: openOrder.planName, when: shortTimeText(openOrder.createdAt, now) });
    }
    const isSaid = reason === first && reason === 'loses-data';
    return preview && !isSaid ? [warningText(reason, preview, seller, skewMs, now)] : [];
  });
  return { title, sentences: [...effect, ...others] };
}

function titleOf(reason: ConfirmationReason, preview: PurchasePreview | null, { byteUnit }: Seller): string {
  switch (reason) {
    case 'order-open':
      return t('order.openAlready');
    case 'cannot-start':
      return t('order.cannotStart');
    case 'ends-earlier':
      return t('order.wouldEndEarlier');
    case 'loses-data': {
      const lost = preview?.hints.find(({ kind }) => kind === 'leftover-lost');
      const left = lost?.kind === 'leftover-lost' ? lost.left : null;
      return left?.kind === 'known'
        ? t('order.wouldLose', { left: amountText(left.leftBytes, byteUnit) })
        : t('order.wouldLoseAll');
    }
  }
}
