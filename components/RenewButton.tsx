import { send } from '../utils/browser/messages.ts';
import { moneyText, t } from '../utils/browser/words.ts';
import type { CardId } from '../utils/core/account.ts';
import { renewWords } from './offer-words.ts';
import './primary.css';
import type { PrimaryAction } from './primary-action.ts';
import type { RenewalWish } from './use-renewal.ts';

type Props = {
  action: PrimaryAction;
  id: CardId;
  /** Where there are several cards: which one it is for. */
  cardName: string | null;
  wish: RenewalWish;
  isQuiet: boolean;
  choose: () => void;
};

/** The one large button: it says all of what it does. */
export function RenewButton({ action, id, cardName, wish, isQuiet, choose }: Props) {
  const isState = action.kind === 'crediting';
  const click = () => {
    if (isState) return;
    if (action.kind === 'choose') return choose();
    if (action.kind === 'renew') {
      const { planId, cost } = action.offer;
      return wish.buy({ card: id, planId, cost });
    }
    const { order } = action;
    wish.run(() => send('resumeOrder', { card: id, orderId: order.id }));
  };
  return (
    <button
      type="button"
      class="primary"
      data-testid="renew"
      data-first
      data-look={isState ? 'state' : isQuiet ? 'quiet' : undefined}
      aria-busy={wish.isBusy}
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

function labelFor(action: PrimaryAction): string {
  switch (action.kind) {
    case 'renew':
      return renewWords(action.offer);
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
