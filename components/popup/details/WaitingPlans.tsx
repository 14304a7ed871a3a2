import { durationText, planSizeText, planStartText, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { planStartByOurClock, waitingPlans } from '../../../utils/core/usage/waiting-plans.ts';
import './ModuleList.css';

type Props = { card: Card; snapshot: UsageSnapshot; seller: Seller; now: number };

/** The plans that are bought and have not begun; nothing if there are none. */
export function WaitingPlans({ card, snapshot, seller, now }: Props) {
  const plans = waitingPlans(card, toSellerTime(snapshot, now));
  if (plans.length === 0) return null;
  return (
    <>
      <h3 class="module-head">{t('details.waiting')}</h3>
      <ul class="module-list" aria-label={t('details.waiting')} data-testid="waiting-plans">
        {plans.map(({ plan, size, start }, index) => (
          <li key={`${plan.id}/${index}`}>
            <bdi>{plan.name}</bdi>
            {size.kind === 'unknown' ? null : <bdi class="module-left">{planSizeText(size, seller.byteUnit)}</bdi>}
            <small>
              {planStartText(planStartByOurClock(start, snapshot.skewMs), now)}
              {plan.durationMs ? ` · ${durationText(plan.durationMs)}` : null}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
