import { t } from '../../utils/browser/i18n.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { isOpen, type Order } from '../../utils/core/orders/order.ts';
import { proposedTerms } from '../../utils/core/orders/order-terms.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import { failureText } from '../format/failure-text.ts';
import './OrderProblem.css';

type Props = { order: Order; account: Account; check: CheckState | null; wasNearlyEmpty: boolean; now: number };

/** Why there is no payment page. */
export function OrderProblem({ order, account, check, wasNearlyEmpty, now }: Props) {
  const { problem } = order;
  if (problem === null || problem.kind === 'refused' || problem.kind === 'new-origin') return null;
  if (!isOpen(order, now) || proposedTerms(order) !== null) return null;
  const { name, origin } = account.seller;
  const sentence =
    problem.kind === 'failure'
      ? failureText({
          failure: problem.failure,
          seller: name,
          origin,
          measuredAt: null,
          nextCheckAt: check?.nextCheckAt ?? null,
          wasNearlyEmpty,
          now,
        })
      : problem.kind === 'not-opened'
        ? t('order.notOpened')
        : t('offer.problem.notListed', { seller: name });
  return (
    <p class="order-problem" role="alert">
      {sentence}
    </p>
  );
}
