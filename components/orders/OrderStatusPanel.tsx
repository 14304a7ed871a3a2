import type { Account } from '../../utils/core/accounts/account.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { proposedTerms } from '../../utils/core/orders/order-terms.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import { type OrderStep, orderStepOf } from '../../utils/core/popup/order-step.ts';
import { failureActOf } from '../../utils/core/popup/user-act.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { cardBalance, isAtOrBelowPercent } from '../../utils/core/usage/card-balance.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { needsUserAction } from '../../utils/core/values/failure.ts';
import { FailureAction } from '../failure/FailureAction.tsx';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { CheckoutOriginQuestion } from './CheckoutOriginQuestion.tsx';
import { LateOrder } from './LateOrder.tsx';
import { OrderActions } from './OrderActions.tsx';
import { OrderProblem } from './OrderProblem.tsx';
import { OrderProgress } from './OrderProgress.tsx';
import { OrderTerms } from './OrderTerms.tsx';
import { OtherWays } from './OtherWays.tsx';
import { orderDetails, orderText } from './order-text.ts';
import './OrderStatusPanel.css';

type Props = {
  order: Order;
  /** Its next step is the one filled button. */
  isPrimary: boolean;
  account: Account;
  card: Card;
  cardTitle: string;
  /** The name to show if there are several cards; else null. */
  cardName: string | null;
  snapshot: UsageSnapshot;
  check: CheckState | null;
  purchaseFlow: PurchaseFlow;
  now: number;
};

/** Where an order stands, and its next step. */
export function OrderStatusPanel(props: Props) {
  const { order, account, card, snapshot, check, now } = props;
  const { seller } = account;
  const details = orderDetails(order, seller, now);
  const code = order.confirmationCode;
  const state = proposedTerms(order) === null ? order.state : 'price-changed';
  const step = orderStepOf(order, seller, now);
  // What the user is asked comes before how far the order is.
  const isAsked = step === 'answer' || state === 'price-changed' || isUnpayable(order, step);
  const wasNearlyEmpty = isAtOrBelowPercent(cardBalance(card, toSellerTime(snapshot, now)), 5);
  return (
    <section class="order-status-panel" data-testid="order" data-state={state}>
      {step === null || isAsked ? null : <OrderProgress order={order} />}
      <p class="order-state" data-testid="order-state">
        {orderText(order, seller, now)}
      </p>
      <OrderTerms order={order} seller={seller.name} />
      {details.length > 0 || code !== null ? (
        <p class="order-details" data-testid="order-facts">
          {details.join(' · ')}
          {details.length > 0 && code !== null ? ' · ' : null}
          <bdi>{code}</bdi>
        </p>
      ) : null}
      <OrderProblem order={order} account={account} check={check} wasNearlyEmpty={wasNearlyEmpty} now={now} />
      <NextStep {...props} step={step} />
    </section>
  );
}

/** The seller has given no page that could be opened. */
function isUnpayable({ problem }: Order, step: OrderStep | null): boolean {
  return (step === 'try-again' && problem?.kind === 'failure') || (step === 'check' && problem?.kind === 'not-listed');
}

function NextStep(props: Props & { step: OrderStep | null }) {
  const { order, step, isPrimary, account, card, cardTitle, snapshot, cardName, purchaseFlow, now } = props;
  const { seller } = account;
  const { problem } = order;
  if (step === 'contact') {
    return (
      <LateOrder
        support={{
          order,
          cardTitle,
          cardNumber: card.subscriberId,
          seller,
          balanceNow: cardBalance(card, toSellerTime(snapshot, now)),
          measuredAt: card.measuredAt - snapshot.skewMs,
          now,
        }}
        isPrimary={isPrimary}
        purchaseFlow={purchaseFlow}
      />
    );
  }
  if (step === 'answer' && problem?.kind === 'new-origin') {
    const { origin } = problem;
    return <CheckoutOriginQuestion order={order} origin={origin} seller={seller.name} purchaseFlow={purchaseFlow} />;
  }
  const failure = step === 'try-again' && problem?.kind === 'failure' ? problem.failure : null;
  const act = failure && needsUserAction(failure) ? failureActOf(failure, seller) : null;
  if (act !== null) {
    return (
      <div class="order-actions">
        <FailureAction
          act={act}
          account={account}
          cardTitle={cardTitle}
          isPrimary={isPrimary}
          isRefreshBlocked={false}
          pointAgain={null}
        />
      </div>
    );
  }
  return (
    <>
      <OrderActions {...{ order, step, isPrimary, cardName, seller, purchaseFlow }} />
      {isUnpayable(order, step) ? <OtherWays seller={seller} /> : null}
    </>
  );
}
