import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { isOpen, type Order } from '../../utils/core/orders/order.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import { needsUserAction } from '../../utils/core/values/failure.ts';
import { failureText } from '../format/failure-text.ts';
import { FailureAction } from '../ui/FailureAction.tsx';
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

/** Why there is no payment page, and every other way to it. */
export function OrderProblem({ order, account, check, wasNearlyEmpty, purchaseFlow, now }: Props) {
  const { problem } = order;
  if (problem === null || problem.kind === 'refused' || !isOpen(order, now)) return null;
  const { seller } = account;
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
  const again = () => purchaseFlow.runOrderAction(() => send('resumeOrder', { card: order.card, orderId: order.id }));
  return (
    <div class="order-trouble">
      <p role="alert">{sentence}</p>
      <div class="order-ways">
        {failure && needsUserAction(failure) ? (
          <FailureAction failure={failure} account={account} isHeld={false} />
        ) : problem.kind === 'not-listed' ? null : (
          <button
            type="button"
            class="text-button"
            data-testid="try-again"
            aria-busy={purchaseFlow.isBusy}
            onClick={again}
          >
            {t('order.tryAgain')}
          </button>
        )}
        <CopyLink order={order} />
        {seller.accountUrl === null ? null : (
          <a class="text-button" href={seller.accountUrl} target="_blank" rel="noreferrer" data-testid="account-page">
            {t('order.account', { seller: seller.name })}
          </a>
        )}
        <SellerHelp seller={seller} />
      </div>
    </div>
  );
}

/** The page's address, for another tab or another browser. */
export function CopyLink({ order }: { order: Order }) {
  const [isCopied, setCopied] = useState(false);
  const url = order.checkoutUrl;
  if (url === null) return null;
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <button type="button" class="text-button" data-testid="copy-link" aria-live="polite" onClick={copy}>
      {isCopied ? t('order.copied') : t('order.copyLink')}
    </button>
  );
}

/** The seller's page, address or number. */
function SellerHelp({ seller: { name, support } }: Pick<Account, 'seller'>) {
  const mail = support.email === null ? null : mailLink(support.email, { subject: '', lines: [] });
  const href = support.url ?? mail ?? (support.phone === null ? null : callLink(support.phone));
  if (href === null) return null;
  return (
    <a class="text-button" href={href} target="_blank" rel="noreferrer" data-testid="help">
      {t('order.help', { seller: name })}
    </a>
  );
}
