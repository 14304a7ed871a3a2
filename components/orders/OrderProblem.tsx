import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { isOpen, type Order } from '../../utils/core/orders/order.ts';
import { proposedTerms } from '../../utils/core/orders/order-terms.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import { needsUserAction } from '../../utils/core/values/failure.ts';
import { safeHref } from '../../utils/core/values/urls.ts';
import { failureText } from '../format/failure-text.ts';
import { FailureAction } from '../ui/FailureAction.tsx';
import { CheckoutOriginQuestion } from './CheckoutOriginQuestion.tsx';
import { CopyLink } from './CopyLink.tsx';
import './OrderProblem.css';
import { callLink, mailLink } from './support/support-links.ts';
import '../ui/text-button.css';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';

type Props = {
  order: Order;
  account: Account;
  check: CheckState | null;
  wasNearlyEmpty: boolean;
  purchaseFlow: PurchaseFlow;
  now: number;
};

/** Why there is no payment page, and the other ways to pay or get help. */
export function OrderProblem({ order, account, check, wasNearlyEmpty, purchaseFlow, now }: Props) {
  const { problem } = order;
  if (problem === null || problem.kind === 'refused' || !isOpen(order, now) || proposedTerms(order) !== null)
    return null;
  const { seller } = account;
  const accountPage = seller.accountUrl === null ? null : safeHref(seller.accountUrl);
  if (problem.kind === 'new-origin') {
    const { origin } = problem;
    return <CheckoutOriginQuestion order={order} origin={origin} seller={seller.name} purchaseFlow={purchaseFlow} />;
  }
  const failure = problem.kind === 'failure' ? problem.failure : null;
  const sentence = failure
    ? failureText({
        failure,
        seller: seller.name,
        origin: seller.origin,
        measuredAt: null,
        nextCheckAt: check?.nextCheckAt ?? null,
        wasNearlyEmpty,
        now,
      })
    : problem.kind === 'not-opened'
      ? t('order.notOpened')
      : t('offer.problem.notListed', { seller: seller.name });
  const retry = () => purchaseFlow.runOrderAction(() => send('resumeOrder', { card: order.card, orderId: order.id }));
  return (
    <div class="order-problem">
      <p role="alert">{sentence}</p>
      <div class="order-problem-actions">
        {failure && needsUserAction(failure) ? (
          <FailureAction failure={failure} account={account} isRefreshBlocked={false} />
        ) : problem.kind === 'not-listed' ? null : (
          <button
            type="button"
            class="text-button"
            data-testid="try-again"
            aria-busy={purchaseFlow.isBusy}
            onClick={retry}
          >
            {t('order.tryAgain')}
          </button>
        )}
        <CopyLink order={order} />
        {accountPage === null ? null : (
          <a class="text-button" href={accountPage} target="_blank" rel="noreferrer" data-testid="account-page">
            {t('order.account', { seller: seller.name })}
          </a>
        )}
        <SellerHelp seller={seller} />
      </div>
    </div>
  );
}

/** A link to the seller's support: page, e-mail or phone. */
function SellerHelp({ seller: { name, support } }: Pick<Account, 'seller'>) {
  const mail = support.email === null ? null : mailLink(support.email, { subject: '', lines: [] });
  const page = support.url === null ? null : safeHref(support.url);
  const href = page ?? mail ?? (support.phone === null ? null : callLink(support.phone));
  if (href === null) return null;
  return (
    <a class="text-button" href={href} target="_blank" rel="noreferrer" data-testid="help">
      {t('order.help', { seller: name })}
    </a>
  );
}
