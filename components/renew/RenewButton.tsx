import { moneyText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { renewText } from '../offers/purchase-effect-text.ts';
import type { PrimaryAction } from './primary-action.ts';
import '../ui/primary-button.css';

type Props = {
  action: PrimaryAction;
  id: CardId;
  /** Where there are several cards: which one it is for. */
  cardName: string | null;
  purchaseFlow: PurchaseFlow;
  isQuiet: boolean;
  choose: () => void;
};

/** The one large button: it says all of what it does. */
export function RenewButton({ action, id, cardName, purchaseFlow, isQuiet, choose }: Props) {
  const isState = action.kind === 'crediting';
  const page = action.kind === 'renew' ? action.offer.page : null;
  const click = () => {
    if (isState) return;
    if (action.kind === 'choose') return choose();
    if (action.kind === 'renew') {
      const { planId, cost } = action.offer;
      return purchaseFlow.buy({ card: id, planId, cost });
    }
    const { order } = action;
    purchaseFlow.runOrderAction(() => send('resumeOrder', { card: id, orderId: order.id }));
  };
  if (page) return <OfferPage action={action} url={page.url} />;
  return (
    <button
      type="button"
      class="primary"
      data-testid="renew"
      data-first
      data-look={isState ? 'state' : isQuiet ? 'quiet' : undefined}
      aria-busy={purchaseFlow.isBusy}
      aria-disabled={isState}
      aria-describedby="renew-effect"
      onClick={click}
    >
      <span>
        {labelFor(action)}
        {cardName === null ? null : <small data-testid="renew-card">{t('offer.forCard', { card: cardName })}</small>}
      </span>
      <bdi class="primary-price">{priceFor(action)}</bdi>
    </button>
  );
}

/** A plan that is bought on a page of its own is opened there, as it is. */
function OfferPage({ action, url }: { action: PrimaryAction; url: string }) {
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
  return action.kind === 'pay' || action.kind === 'pay-again' ? moneyText(action.order.cost) : null;
}
