import { moneyText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { safeHref } from '../../utils/core/values/urls.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { renewText } from '../offers/purchase-preview-text.ts';
import type { PrimaryAction } from './primary-action.ts';
import '../ui/primary-button.css';

type Props = {
  action: PrimaryAction;
  id: CardId;
  /** The name to show if there are several cards; else null. */
  cardName: string | null;
  purchaseFlow: PurchaseFlow;
  isQuiet: boolean;
  choose: () => void;
};

/** The primary button: buys a plan, continues an order, or moves the focus to the plans. */
export function RenewButton({ action, id, cardName, purchaseFlow, isQuiet, choose }: Props) {
  const isDisabled = action.kind === 'crediting';
  const page = action.kind === 'renew' && action.offer.page ? safeHref(action.offer.page.url) : null;
  const onClick = () => {
    if (isDisabled) return;
    if (action.kind === 'choose') return choose();
    if (action.kind === 'renew') {
      const { planId, cost } = action.offer;
      return purchaseFlow.buy({ card: id, planId, cost });
    }
    const { order } = action;
    purchaseFlow.runOrderAction(() => send('resumeOrder', { card: id, orderId: order.id }));
  };
  if (page !== null) return <OfferLink action={action} url={page} />;
  return (
    <button
      type="button"
      class="primary"
      data-testid="renew"
      data-first
      data-variant={isDisabled ? 'state' : isQuiet ? 'quiet' : undefined}
      aria-busy={purchaseFlow.isBusy}
      aria-disabled={isDisabled}
      aria-describedby="renew-effect"
      onClick={onClick}
    >
      <span>
        {labelFor(action)}
        {cardName === null ? null : <small data-testid="renew-card">{t('offer.forCard', { card: cardName })}</small>}
      </span>
      <bdi class="primary-price">{priceFor(action)}</bdi>
    </button>
  );
}

/** A plan with its own page is not ordered here: a link to that page. */
function OfferLink({ action, url }: { action: PrimaryAction; url: string }) {
  return (
    <a
      class="primary"
      data-testid="renew"
      data-first
      href={url}
      target="_blank"
      rel="noreferrer"
      aria-describedby="renew-effect"
    >
      <span>{labelFor(action)}</span>
      <bdi class="primary-price">{priceFor(action)}</bdi>
    </a>
  );
}

function labelFor(action: PrimaryAction): string {
  switch (action.kind) {
    case 'renew':
      return action.offer.page?.isNewCard ? t('offer.buyNew', { plan: action.offer.name }) : renewText(action.offer);
    case 'choose':
      return t('offer.choose');
    case 'pay':
      return t('offer.continue');
    case 'pay-again':
      return t('offer.retryPayment');
    case 'check':
      return t('offer.checking');
    case 'crediting':
      return t('offer.crediting');
  }
}

function priceFor(action: PrimaryAction): string | null {
  if (action.kind === 'renew') return moneyText(action.offer.cost);
  const isToPay = action.kind === 'pay' || action.kind === 'pay-again';
  return isToPay && action.order.cost !== null ? moneyText(action.order.cost) : null;
}
