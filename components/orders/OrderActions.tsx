import { moneyText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { isAwaitingPayment, type Order } from '../../utils/core/orders/order.ts';
import { proposedTerms } from '../../utils/core/orders/order-terms.ts';
import type { OrderStep } from '../../utils/core/popup/order-step.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { stepLook } from '../ui/button-look.ts';
import { CopyLink } from './CopyLink.tsx';
import { acceptText } from './order-text.ts';
import '../ui/button.css';

type Props = {
  order: Order;
  /** Null: nothing comes next. The steps of an order that is late stand with the way to its seller. */
  step: Exclude<OrderStep, 'contact'> | null;
  isPrimary: boolean;
  cardName: string | null;
  seller: Seller;
  purchaseFlow: PurchaseFlow;
};

/** An order's next step and, beside it, what else can be done: copy the link, say no, dismiss. */
export function OrderActions({ order, step, isPrimary, cardName, seller, purchaseFlow }: Props) {
  const next = nextAction(step, { order, cardName, purchaseFlow });
  const isEntered = seller.meteredBy === 'user' && isAwaitingPayment(order);
  return (
    <div class="order-actions">
      {next ? (
        <button
          type="button"
          {...stepLook(isPrimary)}
          data-testid={next.testId}
          aria-busy={purchaseFlow.isBusy}
          onClick={next.run}
        >
          <span>{next.label}</span>
          {next.price === null ? null : <bdi class="primary-price">{next.price}</bdi>}
        </button>
      ) : null}
      {step === 'pay' || step === 'pay-again' || step === 'try-again' ? <CopyLink order={order} /> : null}
      {isEntered ? <DismissButton order={order} testId="not-paid" label={t('order.notPaid')} /> : null}
      {step === 'accept' ? <DismissButton order={order} testId="dismiss" label={t('order.notNow')} /> : null}
      {step === null ? <DismissButton order={order} testId="dismiss" label={t('order.dismiss')} /> : null}
    </div>
  );
}

/** Takes the order out of the popup. */
export function DismissButton({ order, testId, label }: { order: Order; testId: string; label: string }) {
  const { card, id: orderId } = order;
  return (
    <button
      type="button"
      class="small-button"
      data-testid={testId}
      onClick={() => send('dismissOrder', { card, orderId }).catch(() => undefined)}
    >
      {label}
    </button>
  );
}

type NextAction = { testId: string; label: string; price: string | null; run: () => void };
type NextInput = Pick<Props, 'order' | 'cardName' | 'purchaseFlow'>;

function nextAction(step: Props['step'], { order, cardName, purchaseFlow }: NextInput): NextAction | null {
  const { card, id: orderId, cost } = order;
  const resume = () => purchaseFlow.runOrderAction('resumeOrder', { card, orderId });
  const price = cost === null ? null : moneyText(cost);
  switch (step) {
    case 'accept': {
      const proposed = proposedTerms(order);
      if (!proposed) return null;
      const terms = { planId: proposed.planId, cost: proposed.cost };
      const run = () => purchaseFlow.runOrderAction('acceptPrice', { card, orderId, terms });
      return { testId: 'confirm', label: acceptText(order, proposed, cardName), price: null, run };
    }
    case 'pay':
      return { testId: 'renew', label: t('offer.continue'), price, run: resume };
    case 'pay-again':
      return { testId: 'renew', label: t('offer.retryPayment'), price, run: resume };
    case 'check':
      return { testId: 'renew', label: t('offer.checking'), price: null, run: resume };
    case 'try-again':
      return { testId: 'try-again', label: t('order.tryAgain'), price: null, run: resume };
    default:
      return null;
  }
}
